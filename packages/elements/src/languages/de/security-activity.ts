import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'Sicherheitsaktivität',
  description:
    'Was mit Ihrem Konto geschehen ist. Waren Sie etwas davon nicht, sagen Sie es: Sie erfahren, was zu tun ist.',
  workspaceHeading: 'Aktivität im Arbeitsbereich',
  workspaceDescription: 'Was mit den Konten Ihres Arbeitsbereichs geschehen ist und wer es getan hat.',
};
