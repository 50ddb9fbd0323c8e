import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Membri',
  description: 'Chi ha configurato la verifica in due passaggi e chi ha bisogno di aiuto per farlo.',
};
