import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Logowanie dwuetapowe w obszarze roboczym',
  description: 'Kto musi je mieć i ile czasu jest na konfigurację.',
};
