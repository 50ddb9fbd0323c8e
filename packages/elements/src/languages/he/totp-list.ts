import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'אפליקציות אימות',
  description: 'אפליקציות שמציגות קודים לשלב השני של הכניסה.',
  empty: 'עדיין אין לכם אפליקציית אימות.',
  added: 'תאריך ההוספה:',
  lastUsed: 'שימוש אחרון:',
  neverUsed: 'עדיין לא הייתה בשימוש',
  locked: 'נעולה',
  lockedHelp: 'הוזנו יותר מדי קודים שגויים. החליפו את האפליקציה כדי להגדיר אותה מחדש, או הסירו אותה.',
  add: 'הוספת אפליקציית אימות',
  limit: 'יש לכם עשר אפליקציות אימות, ואי אפשר להוסיף עוד. הסירו אחת כדי להוסיף אחרת.',
  pending: 'לא הושלמה',
  pendingHelp: 'התחלתם להגדיר אפליקציית אימות.',
  resume: 'השלמה',
  discard: 'ויתור',
  discarded: 'ההגדרה בוטלה.',
  rename: 'שינוי השם',
  replace: 'החלפה',
  remove: 'הסרה',
};
