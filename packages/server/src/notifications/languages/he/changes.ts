import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'שנו עכשיו את הסיסמה ובדקו את הגדרות האבטחה.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'האימות הדו-שלבי פועל',
    happened: 'מעכשיו, הכניסה לחשבון שלכם דורשת שלב שני.',
    next: 'שמרו את קודי השחזור במקום בטוח: הם מאפשרים כניסה אם המכשיר אבד.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'האימות הדו-שלבי כובה',
    happened: 'החשבון שלכם מוגן עכשיו באמצעות הסיסמה בלבד, וקודי השחזור אינם פועלים עוד.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'נוספה אפליקציית אימות',
    happened: 'אפליקציית אימות נוספה לחשבון שלכם. הקודים שלה הם השלב השני בכניסה.',
    notYou: 'הסירו אותה בהגדרות האבטחה ושנו עכשיו את הסיסמה.',
  }),
  'totp-removed': () => ({
    subject: 'הוסרה אפליקציית אימות',
    happened: 'אפליקציית אימות הוסרה מהחשבון שלכם. הקודים שלה אינם פועלים עוד.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'נוסף מפתח גישה',
    happened: 'מפתח גישה נוסף לחשבון שלכם. מי שמחזיק בו יכול להיכנס.',
    notYou: 'הסירו אותו בהגדרות האבטחה ושנו עכשיו את הסיסמה.',
  }),
  'passkey-revoked': () => ({
    subject: 'הוסר מפתח גישה',
    happened: 'מפתח גישה הוסר מהחשבון שלכם. אי אפשר עוד להיכנס באמצעותו.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'נעשה שימוש בקוד שחזור',
    happened: `מישהו נכנס לחשבון שלכם באמצעות אחד מקודי השחזור. נותרו: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'נוצרו קודי שחזור חדשים',
    happened: 'נוצרו קודי שחזור חדשים לחשבון שלכם. הקודים הישנים אינם פועלים עוד.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'השלב השני שלכם אופס',
    happened: 'הנהלת סביבת העבודה שלכם הסירה את כל המכשירים וקודי השחזור מהחשבון. נותקתם מכל מקום.',
    next: 'היכנסו באמצעות הסיסמה; תחילה תגדירו שלב שני חדש. אם לא ביקשתם זאת, הודיעו עכשיו להנהלה ושנו את הסיסמה.',
  }),
};
