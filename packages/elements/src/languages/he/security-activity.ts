import type { SecurityActivityStrings } from '../en/security-activity.js';

export const securityActivity: SecurityActivityStrings = {
  heading: 'פעילות אבטחה',
  description: 'מה קרה בחשבון שלכם. אם משהו לא נעשה על ידכם, דווחו על כך: נסביר מה לעשות.',
  workspaceHeading: 'פעילות בסביבת העבודה',
  workspaceDescription: 'מה קרה בחשבונות בסביבת העבודה שלכם, ומי עשה זאת.',
};
