import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Leden',
  description: 'Wie tweestapsverificatie heeft ingesteld en wie daarbij uw hulp nodig heeft.',
};
