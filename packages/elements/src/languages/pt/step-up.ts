import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Confirme sua identidade',
  description: 'Para sua segurança, esta etapa exige uma nova confirmação.',
};
