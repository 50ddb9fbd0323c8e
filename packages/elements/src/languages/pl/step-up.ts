import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Potwierdź swoją tożsamość',
  description: 'Ze względów bezpieczeństwa ta operacja wymaga ponownego potwierdzenia.',
};
