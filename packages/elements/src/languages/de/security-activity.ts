import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Sicherheitsaktivität',
  description:
    'Was mit Ihrem Konto geschehen ist. Waren Sie etwas davon nicht, sagen Sie es: Sie erfahren, was zu tun ist.',
};
