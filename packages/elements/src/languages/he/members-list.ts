import type { MembersListStrings } from '../en/members-list.js';
import { isolated, plural } from '../format.js';

export const membersList: MembersListStrings = {
  status: 'הצגה',
  everybody: 'כולם',
  statuses: {
    none: 'ללא שלב שני',
    totp: 'עם אפליקציית אימות בלבד',
    passkey: 'עם מפתחות גישה בלבד',
    both: 'עם מפתחות גישה ואפליקציה',
    grace: 'לפני תום המועד',
    enforced: 'אחרי תום המועד',
    exempt: 'פטורים זמנית',
  },
  mfa: {
    none: 'עדיין ללא שלב שני',
    totp: 'אפליקציית אימות',
    passkey: 'מפתח גישה',
    both: 'מפתח גישה ואפליקציית אימות',
  },
  you: 'אתם',
  hasUntil: (deadline, wait) => `המועד האחרון להגדרה: ${deadline} (${wait}).`,
  overdue: (deadline) => `המועד האחרון להגדרה עבר ב-${deadline}: מה שדורש אותה חסום.`,
  lastSignIn: (ago) => `כניסה אחרונה: ${ago}`,
  neverSignedIn: 'אין כניסה רשומה',
  empty: 'אין חברים בסביבת העבודה הזו.',
  nothingFound: 'איש מבין כל החברים אינו מתאים.',
  nobodyYet: 'עד כה לא נמצא איש. בחרו "הצגת עוד" כדי להמשיך לחפש.',
  found: (count, isAll) =>
    `${isAll ? '' : 'מההתחלה: '}${plural('he', count, { one: 'מוצג חבר אחד', two: 'מוצגים שני חברים', other: `מוצגים ${String(count)} חברים` })}.`,
  showMore: 'הצגת עוד',
  moreShown: (count, isAll) =>
    `${plural('he', count, { one: 'מוצג עוד חבר אחד', two: 'מוצגים עוד שני חברים', other: `מוצגים עוד ${String(count)} חברים` })}.${isAll ? ' אלה כולם.' : ''}`,
  notYours: 'רק מי שמנהלים את סביבת העבודה הזו רואים את החברים בה.',
  working: 'רק רגע…',
  reason: 'סיבה',
  reasonHint: 'היא נשמרת עם השם שלכם. בלי קודים, סיסמאות או ענייני בריאות.',
  missingReason: 'ציינו את הסיבה. היא תישמר.',

  reset: 'איפוס',
  resetHeading: (name) => `לאפס את השלב השני של "${isolated(name)}"?`,
  resetWhat: [
    'מפתחות הגישה, אפליקציות האימות וקודי השחזור יוסרו.',
    'כל החיבורים ינותקו, והמכשירים השמורים יישכחו.',
    'בכניסה הבאה תידרש הסיסמה, ולפני כל דבר אחר יוגדר שלב שני חדש.',
    'תישלח על כך הודעה באימייל.',
  ],
  resetCheck: 'ודאו תחילה שהבקשה אכן באה מבעלי החשבון: פנים אל פנים, או בשיחה למספר שמוכר לכם.',
  resetConfirm: 'איפוס עכשיו',
  wasReset: (name) => `השלב השני של "${isolated(name)}" אופס.`,
  resetMark: 'אופס זה עתה',
  oneself: 'עבור החשבון שלכם, פנו להנהלה אחרת.',

  exempt: 'פטור זמני',
  exemptHeading: (name) => `לתת ל-"${isolated(name)}" פטור זמני?`,
  exemptWhat:
    'עד סוף אותו יום דבר לא ייחסם בגלל היעדר שלב שני. המועד האחרון נשאר בעינו, ואחרי אותו יום הוא חל שוב.',
  until: 'היום האחרון',
  missingUntil: 'בחרו את היום האחרון: אחרי היום, ולכל היותר 90 יום קדימה.',
  exemptConfirm: 'מתן פטור',
  wasExempted: (name, day) => `הפטור של "${isolated(name)}" הוא עד ${day}.`,
  exemptMark: (day) => `פטור עד ${day}`,
};
