import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Membres',
  description: 'Qui a configuré la validation en deux étapes, et qui a besoin de votre aide pour le faire.',
};
