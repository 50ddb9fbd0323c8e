import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';

export const requirement: RequirementStrings = {
  enforced: 'נדרש אימות דו-שלבי',
  grace: (date) => `הגדירו אימות דו-שלבי עד ${date}`,
  recommended: 'הגנו על החשבון באימות דו-שלבי',
  passkeyEnforced: 'נדרש מפתח גישה',
  passkeyGrace: (date) => `הוסיפו מפתח גישה עד ${date}`,
  reasons: { role: 'התפקיד שלכם', workspace: 'סביבת העבודה שלכם', tier: 'התוכנית שלכם' },
  why: (list) => `מקור הדרישה: ${list}.`,
  whyPasskey: 'בניגוד לקוד, אי אפשר למסור מפתח גישה בדף מזויף.',
  left: (left) => `הזמן שנותר: ${left}. עד אז הכול פועל כרגיל.`,
  blocked: 'פעולות שדורשות זאת חסומות עד להגדרה. כל השאר פועל כרגיל.',
  blockedSince: (date) =>
    `פעולות שדורשות זאת חסומות מאז ${date}, וייפתחו מייד לאחר ההגדרה. כל השאר פועל כרגיל.`,
  recommendedWhy: 'מעתה אי אפשר יהיה להיכנס באמצעות הסיסמה בלבד. זה לוקח כשתי דקות.',
  nudge: {
    'set-up-after-incident': 'הגנו עכשיו על החשבון',
    'add-second-passkey': 'הוסיפו מפתח גישה נוסף',
    'few-recovery-codes': 'צרו קודי שחזור חדשים',
    'recovery-codes-not-saved': 'שמרו את קודי השחזור',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'קרה משהו חריג בחשבון שלכם. עם אימות דו-שלבי, אי אפשר להיכנס באמצעות הסיסמה בלבד.',
    'add-second-passkey': 'עם מפתח במכשיר אחר או במפתח אבטחה, תוכלו להיכנס גם אם הראשון יאבד.',
    'few-recovery-codes': 'הם מאפשרים כניסה אם המכשיר או אפליקציית האימות אבדו.',
    'recovery-codes-not-saved':
      'עדיין לא אישרתם ששמרתם אותם. הם מאפשרים כניסה אם המכשיר או אפליקציית האימות אבדו.',
  },
  codesLeft: (count) =>
    plural('he', count, { one: 'נותר רק אחד.', two: 'נותרו רק שניים.', other: `נותרו רק ${String(count)}.` }),
  noCodesLeft: 'לא נותר אף קוד.',
  setUp: 'הגדרה עכשיו',
  addPasskey: 'הוספת מפתח גישה',
  toCodes: 'מעבר לקודי השחזור',
  later: 'מאוחר יותר',
  notNow: 'לא עכשיו',
  close: 'סגירה',
  done: 'הכול מוגדר',
  doneCodes: 'קודי השחזור נשמרו',
  unblocked: 'מה שהיה חסום פתוח שוב.',
  met: 'לא נדרש מכם כאן דבר נוסף.',
};
