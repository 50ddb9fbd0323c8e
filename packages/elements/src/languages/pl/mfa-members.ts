import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Osoby',
  description: 'Kto ma skonfigurowane logowanie dwuetapowe, a komu trzeba w tym pomóc.',
};
