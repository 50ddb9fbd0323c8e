import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Mitglieder',
  description: 'Wer die Anmeldung in zwei Schritten eingerichtet hat und wer Ihre Hilfe dabei braucht.',
};
