import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'חברים',
  description: 'מי הגדיר אימות דו-שלבי, ומי זקוק לעזרתכם בכך.',
};
