import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Bevestig dat u het bent',
  description: 'Voor uw veiligheid is voor deze stap een nieuwe bevestiging nodig.',
};
