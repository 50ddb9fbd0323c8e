import type { MfaPolicyStrings } from '../en/mfa-policy.js';

export const mfaPolicy: MfaPolicyStrings = {
  heading: 'Tweestapsverificatie in uw werkruimte',
  description: 'Voor wie die verplicht is en hoeveel tijd er is om die in te stellen.',
};
