import type { PasskeyChangesStrings } from '../en/passkey-changes.js';
import { isolated } from '../format.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'היכן לשמור אותו?',
  kind: { 'this-device': 'במכשיר הזה', phone: 'בטלפון או בטאבלט', 'security-key': 'במפתח אבטחה' },
  kindHelp: {
    'this-device': 'באמצעות קורא טביעות האצבע, המצלמה או נעילת המסך.',
    phone: 'סרקו איתו קוד. מתאים למכשיר שנמצא לידכם.',
    'security-key': 'מפתח קטן שמחברים למכשיר או מצמידים אליו.',
  },
  noPlatform: 'במכשיר הזה אין נעילת מסך שאפשר להשתמש בה. בחרו מקום אחר.',
  shared: 'זה מחשב משותף או ציבורי? אם כן, אל תשמרו בו מפתח גישה: השתמשו בטלפון או במפתח אבטחה.',
  waiting: 'פעלו לפי השלבים שהדפדפן מציג…',
  addedNow: 'מפתח הגישה נוסף.',
  remove: 'הסרה',
  removeAsk: (name) => `להסיר את "${isolated(name)}"? לא תוכלו עוד להיכנס באמצעותו.`,
  removeCurrentAsk: (name) =>
    `להסיר את "${isolated(name)}"? הוא בשימוש כעת. תישארו מחוברים, אבל לא תוכלו להשתמש בו שוב.`,
  removeLastAsk: (name) =>
    `להסיר את "${isolated(name)}"? זה אמצעי האימות האחרון שלכם: האימות הרב-שלבי יכובה, וקודי השחזור יפסיקו לפעול.`,
  removeLast: 'הסרה וכיבוי',
  instead: 'גם אפליקציית אימות מגינה על החשבון, והיא פועלת בכל מקום.',
  useApp: 'הגדרת אפליקציית אימות',
};
