import type { ActiveSessionsStrings } from '../en/active-sessions.js';
import { isolated } from '../format.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'היכן אתם מחוברים',
  description: 'יש כאן משהו לא מוכר? נתקו אותו, ואז שנו את הסיסמה.',
  current: 'המכשיר הזה',
  unknown: 'דפדפן לא מוכר',
  lastSeen: 'פעילות אחרונה:',
  since: 'מחובר מאז:',
  proven: (methods) => `אומת באמצעות: ${methods}`,
  method: {
    password: 'סיסמה',
    passkey: 'מפתח גישה',
    totp: 'אפליקציית אימות',
    'recovery-code': 'קוד שחזור',
    'remembered-device': 'מכשיר שמור',
    'account-recovery': 'שחזור חשבון',
  },
  empty: 'אינכם מחוברים בשום מקום אחר.',
  revoke: (current) => (current ? 'יציאה' : 'ניתוק'),
  ask: (name, current) =>
    current ? 'לצאת מהחשבון בדפדפן הזה?' : `לנתק את "${isolated(name)}"? הניתוק הוא מיידי.`,
  revoked: (name) => `החיבור "${isolated(name)}" נותק.`,
  revokeAll: 'ניתוק כל האחרים',
  askAll:
    'לנתק את כל החיבורים האחרים? כאן תישארו מחוברים. גם כל המכשירים השמורים יישכחו, כולל המכשיר הזה: בכניסה הבאה תתבקשו שוב לבצע את השלב השני.',
  revokedAll: 'כל החיבורים האחרים נותקו, וכל המכשירים השמורים נשכחו.',
  working: 'רק רגע…',
};
