export const mfaPolicy = {
  heading: 'Two-step sign-in in your workspace',
  description: 'Who has to have it, and how much time people get to set it up.',
};

export type MfaPolicyStrings = typeof mfaPolicy;
