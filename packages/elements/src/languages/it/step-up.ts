import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Confermare la propria identità',
  description: 'Per la Sua sicurezza, questo passaggio richiede una nuova conferma.',
};
