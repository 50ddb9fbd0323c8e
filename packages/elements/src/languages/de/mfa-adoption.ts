import type { MfaAdoptionStrings } from '../en/mfa-adoption.js';

export const mfaAdoption: MfaAdoptionStrings = {
  heading: 'Verbreitung',
  description: 'Wie viele sich mit einem zweiten Schritt anmelden und wie gut das geht.',
};
