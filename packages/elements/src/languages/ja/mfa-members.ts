import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'メンバー',
  description: '2 段階認証を設定済みの人と、サポートが必要な人を確認できます。',
};
