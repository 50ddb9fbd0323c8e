import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'التحقق بخطوتين في مساحة عملك',
  description: 'من يجب أن يفعّله، وكم من الوقت لديه لإعداده.',
};
