import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: '成员',
  description: '谁已设置两步验证，谁需要您的帮助。',
};
