export const stepUp = {
  heading: 'Confirm it’s you',
  description: 'For your security, this step needs a fresh confirmation.',
};

export type StepUpStrings = typeof stepUp;
