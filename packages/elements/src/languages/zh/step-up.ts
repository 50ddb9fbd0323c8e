import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: '确认是您本人',
  description: '为了您的安全，此操作需要重新确认。',
};
