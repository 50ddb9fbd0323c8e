import type { ChangesStrings } from '../en/changes.js';
import { isolated } from '../format.js';

export const changes: ChangesStrings = {
  name: 'שם',
  save: 'שמירה',
  nameMissing: 'הזינו שם.',
  renamed: (name) => `השם שונה ל-"${isolated(name)}".`,
  removed: (name) => `הפריט "${isolated(name)}" הוסר.`,
  working: 'רק רגע…',
};
