import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'אימוץ',
  description: 'כמה מהאנשים שלכם נכנסים עם שלב שני, ואיך זה מתקדם.',
};
