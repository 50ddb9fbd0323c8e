import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Verificación en dos pasos en su espacio de trabajo',
  description: 'Quién tiene que usarla y de cuánto tiempo dispone para configurarla.',
};
