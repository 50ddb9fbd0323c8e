import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Verificação em duas etapas no seu espaço de trabalho',
  description: 'Quem precisa usá-la e quanto tempo as pessoas têm para configurá-la.',
};
