import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Casi di recupero',
  description:
    'Per chi ha perso ogni modo di entrare. Una persona del team verifica l’identità e apre un caso; un’altra decide.',
};
