import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Wdrożenie',
  description: 'Ile osób loguje się z drugim etapem i jak to przebiega.',
};
