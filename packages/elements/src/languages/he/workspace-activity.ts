import type { WorkspaceActivityStrings } from '../en/workspace-activity.js';
import { isolated } from '../format.js';

export const workspaceActivity: WorkspaceActivityStrings = {
  notYours: 'רק מי שמנהלים את סביבת העבודה הזו רואים את הפעילות בה.',
  nobody: 'אין חשבון מוכר',
  by: {
    admin: (name) => `על ידי ${isolated(name)}, הנהלה`,
    support: (name) => `על ידי ${isolated(name)}, תמיכה`,
    user: (name) => `על ידי ${isolated(name)}`,
    system: () => 'על ידי המערכת',
    unknown: () => 'על ידי גורם לא מוכר',
  },
  reported: 'דווח שהדבר לא נעשה על ידי בעלי החשבון.',
  reports: 'דיווחים',
  policy: 'המדיניות של סביבת העבודה',
  events: {
    'auth.policy.changed': 'המדיניות של סביבת העבודה השתנתה',
    'auth.store.restored': 'שוחזר גיבוי: כולם נותקו, וכל קודי השחזור הפסיקו לפעול',
    'auth.activity.reported': 'דווח על משהו שלא נעשה על ידי בעלי החשבון',
    other: 'קרה משהו שקשור לאבטחה של חשבון',
    'other:failure': 'היה ניסיון לבצע משהו בחשבון, והוא נכשל',
    'other:blocked': 'היה ניסיון לבצע משהו בחשבון, והוא נחסם',
  },
};
