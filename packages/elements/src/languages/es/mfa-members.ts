import type { MfaMembersStrings } from '../en/mfa-members.js';

export const mfaMembers: MfaMembersStrings = {
  heading: 'Miembros',
  description: 'Quién ha configurado la verificación en dos pasos y quién necesita su ayuda para hacerlo.',
};
