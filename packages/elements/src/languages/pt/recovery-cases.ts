import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Casos de recuperação',
  description:
    'Para pessoas que perderam todas as formas de entrar. Alguém da sua equipe verifica quem elas são e abre um caso; outra pessoa decide.',
};
