import type { TotpChangesStrings } from '../en/totp-changes.js';
import { isolated } from '../format.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'אפליקציית האימות נוספה.',
  replaceHelp: 'עוברים לטלפון חדש? הגדירו תחילה את האפליקציה החדשה. הישנה תמשיך לפעול עד שתסירו אותה.',
  remove: 'הסרה',
  removeAsk: (name) => `להסיר את "${isolated(name)}"? לא תוכלו עוד להיכנס באמצעות קודים מהאפליקציה הזו.`,
  removeLastAsk: (name) =>
    `להסיר את "${isolated(name)}"? זה אמצעי האימות האחרון שלכם: האימות הרב-שלבי יכובה, וקודי השחזור יפסיקו לפעול.`,
  removeOldAsk: (name) => `האפליקציה החדשה פועלת. להסיר את הישנה, "${isolated(name)}"?`,
  removeLast: 'הסרה וכיבוי',
  keep: 'השארת שתיהן',
};
