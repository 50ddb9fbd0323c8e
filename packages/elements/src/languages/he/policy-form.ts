import type { PolicyFormStrings } from '../en/policy-form.js';
import { isolated, plural } from '../format.js';

const days = (count: number): string =>
  plural('he', count, { one: 'יום אחד', two: 'יומיים', other: `${String(count)} ימים` });

const grace = (count: number): string =>
  count
    ? `הזמן למי שעדיין לא הגדירו: ${days(count)} מהפעם הראשונה שבה התבקשו. לאחר מכן, מה שדורש אותו חסום עבורם עד להגדרה.`
    : 'עבור מי שעדיין לא הגדירו, מה שדורש אותו נחסם מייד עד להגדרה.';

const roles = 'תפקיד יכול לכלול עד 64 תווים, ואפשר להזין עד 100 תפקידים. בדקו את הפסיקים.';

export const policyForm: PolicyFormStrings = {
  required: 'חובה לכל מי שבסביבת העבודה הזו',
  requiredHint: 'כבוי: רק התפקידים שלמטה, ומי שהתוכנית שלכם מחייבת.',
  roles: 'תפקידים שחייבים בו בכל מקרה',
  rolesHint: `בשמות שבאפליקציה שלכם, מופרדים בפסיקים. דוגמה: ${isolated('admin, owner')}`,
  phishingResistantRoles: 'תפקידים שעבורם נחשב רק מפתח גישה',
  phishingResistantRolesHint: 'בניגוד לקוד, אי אפשר למסור מפתח גישה בדף מזויף. גם כאן מופרדים בפסיקים.',
  graceDays: 'מספר הימים להגדרה',
  graceDaysHint: 'מ-0 עד 365, מהפעם הראשונה שבה הדבר מתבקש.',
  rememberDevice: 'אפשר לשמור מכשירים',
  rememberDeviceHint: 'במכשירים שמורים השלב השני אינו נדרש בכל כניסה.',
  wrong: { graceDays: 'הזינו מספר שלם מ-0 עד 365.', roles, phishingResistantRoles: roles },
  consequences: 'מה ישתנה עם השמירה',
  nothing: 'לא שיניתם דבר.',
  unclear: 'תקנו את מה שמסומן למעלה, והדברים יופיעו כאן.',
  requiredOn: (count) => `אימות דו-שלבי הוא חובה לכל מי שבסביבת העבודה. ${grace(count)}`,
  requiredOff: 'סביבת העבודה אינה מחייבת עוד אימות דו-שלבי. מועדים שהתחילו נשמרים ליום שבו תדרשו זאת שוב.',
  rolesAdded: (list, count) =>
    `אימות דו-שלבי הוא חובה מעכשיו לתפקידים האלה: ${isolated(list)}. ${grace(count)}`,
  rolesRemoved: (list) => `הוא אינו חובה עוד לתפקידים האלה: ${isolated(list)}.`,
  passkeyAdded: (list, count) =>
    `התפקידים האלה צריכים מפתח גישה, ומאמתים רק באמצעותו: ${isolated(list)}. ${count ? `הזמן למי שאין להם: ${days(count)}; עד אז הכול כרגיל.` : 'מי שאין להם חייבים ליצור אחד מייד.'}`,
  passkeyRemoved: (list) => `עבור התפקידים האלה, אפליקציית אימות נחשבת שוב: ${isolated(list)}.`,
  graceChanged: (count) =>
    `הזמן למי שמתבקשים לראשונה מעכשיו: ${count ? days(count) : 'אין'}. מועדים שהתחילו נשארים כפי שהם.`,
  rememberOn: 'אפשר לשמור מכשירים.',
  rememberOff: 'כולם מתבקשים לבצע את השלב השני בכל כניסה.',
  save: 'שמירה',
  saving: 'בשמירה…',
  discard: 'ביטול השינויים',
  saved: 'נשמר. זה חל מעכשיו.',
  notYours: 'רק מי שמנהלים את סביבת העבודה רואים ומשנים זאת.',
};
