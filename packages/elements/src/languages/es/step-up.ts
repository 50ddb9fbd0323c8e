import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Confirme su identidad',
  description: 'Por su seguridad, este paso requiere una nueva confirmación.',
};
