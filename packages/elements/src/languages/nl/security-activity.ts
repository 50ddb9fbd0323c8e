import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Beveiligingsactiviteit',
  description:
    'Wat er met uw account is gebeurd. Was u iets daarvan niet, meld het dan: u leest daarna wat u moet doen.',
  workspaceHeading: 'Activiteit in de werkruimte',
  workspaceDescription: 'Wat er met de accounts in uw werkruimte is gebeurd en wie het heeft gedaan.',
};
