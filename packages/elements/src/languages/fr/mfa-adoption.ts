import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Adoption',
  description: 'Combien de personnes se connectent avec une deuxième étape, et comment cela se passe.',
};
