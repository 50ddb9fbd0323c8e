import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: '工作区的两步验证',
  description: '谁必须使用，以及成员有多少时间进行设置。',
};
