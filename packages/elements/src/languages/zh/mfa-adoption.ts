import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: '普及情况',
  description: '有多少人使用第二步登录，以及进展如何。',
};
