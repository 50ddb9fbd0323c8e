import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'تأكيد هويتك',
  description: 'حرصًا على أمانك، تتطلب هذه الخطوة تأكيدًا جديدًا.',
};
