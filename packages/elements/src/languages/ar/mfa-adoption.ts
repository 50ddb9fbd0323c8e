import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'مدى الاعتماد',
  description: 'كم من أعضائكم يسجّلون الدخول بخطوة ثانية، وكيف يسير ذلك.',
};
