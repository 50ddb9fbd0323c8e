import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Adozione',
  description: 'Quante persone accedono con un secondo passaggio e come sta andando.',
};
