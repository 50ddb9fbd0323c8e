import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Membros',
  description: 'Quem configurou a verificação em duas etapas e quem precisa da sua ajuda para isso.',
};
