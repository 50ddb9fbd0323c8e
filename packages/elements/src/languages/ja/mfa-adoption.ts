import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: '導入状況',
  description: '2 段階認証でサインインしている人の数と、その状況です。',
};
