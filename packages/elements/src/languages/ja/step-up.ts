import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'ご本人であることの確認',
  description: '安全のため、この操作にはあらためて確認が必要です。',
};
