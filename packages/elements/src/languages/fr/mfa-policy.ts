import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Validation en deux étapes dans votre espace de travail',
  description: 'Pour qui elle est obligatoire, et combien de temps chacun a pour la configurer.',
};
