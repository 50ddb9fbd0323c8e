import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Casos de recuperación',
  description:
    'Para personas que han perdido todas las formas de entrar. Alguien de su equipo comprueba quiénes son y abre un caso; otra persona decide.',
};
