import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Gebruik',
  description: 'Hoeveel personen met een tweede stap inloggen en hoe dat gaat.',
};
