import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Adoção',
  description: 'Quantas pessoas entram com uma segunda etapa e como isso está indo.',
};
