import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'אימות דו-שלבי בסביבת העבודה',
  description: 'מי חייבים בו, וכמה זמן יש להגדיר אותו.',
};
