import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Adopción',
  description: 'Cuántas personas inician sesión con un segundo paso y cómo les va.',
};
