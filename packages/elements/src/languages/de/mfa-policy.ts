import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Anmeldung in zwei Schritten in Ihrem Arbeitsbereich',
  description: 'Wer sie haben muss, und wie viel Zeit zum Einrichten bleibt.',
};
