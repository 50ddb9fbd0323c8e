import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'الأعضاء',
  description: 'من أعدّ التحقق بخطوتين، ومن يحتاج إلى مساعدتك في ذلك.',
};
