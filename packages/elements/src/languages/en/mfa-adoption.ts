export const mfaAdoption = {
  heading: 'Adoption',
  description: 'How many of your people sign in with a second step, and how that goes.',
};

export type MfaAdoptionStrings = typeof mfaAdoption;
