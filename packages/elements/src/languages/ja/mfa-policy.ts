import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'ワークスペースの 2 段階認証',
  description: '誰に必須とするか、設定までにどれだけの期間を設けるかを決めます。',
};
