import type { StepUpStrings } from '../en/step-up.js';

export const stepUp: StepUpStrings = {
  heading: 'Bestätigen Sie, dass Sie es sind',
  description: 'Zu Ihrer Sicherheit ist für diesen Schritt eine erneute Bestätigung nötig.',
};
