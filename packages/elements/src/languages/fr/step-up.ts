import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Confirmez votre identité',
  description: 'Pour votre sécurité, cette étape demande une nouvelle confirmation.',
};
