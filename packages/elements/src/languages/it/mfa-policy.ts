import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Verifica in due passaggi nell’area di lavoro',
  description: 'Per chi è obbligatoria e quanto tempo c’è per configurarla.',
};
