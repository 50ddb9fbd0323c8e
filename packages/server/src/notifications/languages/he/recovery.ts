import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

/** What the person does when it was not them; nobody has to sign in for it. */
const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'בטלו זאת באמצעות הקישור הזה. אין צורך להיכנס לחשבון:',
  button: 'ביטול',
};
const PASSWORDS = 'ייתכן שמישהו קורא את הדואר שלכם או יודע את הסיסמה: שנו גם את שתי הסיסמאות.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'חזרה לחשבון שלכם',
    happened: 'מישהו ביקש לחזור לחשבון שלכם בלי השלב השני, כי כל המכשירים וכל קודי השחזור אבדו.',
    next: 'עד כה לא השתנה דבר. לאחר פתיחת הבקשה מתחיל זמן המתנה, שבו תקבלו הודעה בכל יום ותוכלו לבטל. בסופו תזדקקו לקישור חדש מהודעה ולסיסמה.',
    links: [
      {
        purpose: 'open',
        label: 'אם אתם עשיתם זאת, פתחו את הבקשה באמצעות הקישור הזה. הוא תקף לשעה:',
        button: 'פתיחת הבקשה',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'שחזור החשבון התחיל',
    happened: `הבקשה לחזור לחשבון שלכם נפתחה. זמן ההמתנה נמשך עד ${readyAtOf(facts, format)}.`,
    next: 'עד אז תקבלו הודעה בכל יום. אם תמצאו מכשיר או קוד שחזור, פשוט היכנסו לחשבון: זה מבטל את הבקשה.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'שחזור החשבון בהמתנה',
    happened: `פתוחה בקשה לחזור לחשבון שלכם בלי השלב השני. אפשר יהיה להשלים אותה החל מ-${readyAtOf(facts, format)}, באמצעות קישור שיישלח אליכם אז.`,
    next: 'אם מצאתם מכשיר או קוד שחזור, פשוט היכנסו לחשבון: זה מבטל את הבקשה.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'השלימו את שחזור החשבון',
    happened: 'זמן ההמתנה הסתיים. באמצעות הקישור שלמטה והסיסמה תחזרו לחשבון.',
    next: 'המכשירים וקודי השחזור יוסרו אז, תנותקו מכל מקום, ותחילה תגדירו שלב שני חדש.',
    links: [
      {
        purpose: 'finish',
        label: 'השלימו באמצעות הקישור הזה. הוא תקף ל-24 שעות:',
        button: 'השלמת השחזור',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'שחזור החשבון בוטל',
    happened: 'הבקשה לחזור לחשבון שלכם בוטלה. איש לא נכנס לחשבון באמצעותה.',
    next: 'הבקשה מתבטלת באמצעות הקישור בהודעות שלנו, בכניסה עם שלב שני, בשינוי הסיסמה או כתובת הדואר, וכאשר אנחנו נאלצים לשחזר את השירות מגיבוי. אם עדיין יש בה צורך, בקשו שוב.',
  }),
  'recovery-expired': () => ({
    subject: 'פג תוקפו של שחזור החשבון',
    happened: 'הבקשה לחזור לחשבון שלכם לא נמשכה בזמן. המכשירים וקודי השחזור נשארו כפי שהיו.',
    next: 'אם עדיין יש בה צורך, בקשו שוב.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'החשבון שלכם שוחזר',
    happened:
      'מישהו חזר לחשבון שלכם באמצעות קישור מהודעה שלנו והסיסמה שלכם. כל המכשירים וקודי השחזור הוסרו, וכל האחרים נותקו.',
    next: 'עכשיו צריך להגדיר שלב שני חדש.',
    notYou: 'שנו עכשיו את הסיסמה והודיעו לנו מייד.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'התמיכה שלנו התבקשה להחזיר אתכם לחשבון',
    happened: `התמיכה שלנו פתחה מקרה כדי להחזיר אתכם לחשבון בלי השלב השני. אדם נוסף צריך לאשר אותו. אפשר יהיה להשלים אותו החל מ-${readyAtOf(facts, format)}.`,
    next: 'עד כה לא השתנה דבר.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'המקרה שלכם אושר',
    happened: `התמיכה שלנו אישרה את המקרה להחזרתכם לחשבון. אפשר יהיה להשלים אותו החל מ-${readyAtOf(facts, format)}, באמצעות קישור שיישלח אליכם אז.`,
    next: 'אם תמצאו מכשיר או קוד שחזור, פשוט היכנסו לחשבון: זה מבטל את המקרה.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'המקרה שלכם לא אושר',
    happened: 'התמיכה שלנו לא אישרה את המקרה להחזרתכם לחשבון. המכשירים וקודי השחזור נשארו כפי שהיו.',
    next: 'אם אתם עדיין זקוקים לעזרה, פנו לתמיכה שלנו.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'מישהו בסביבת העבודה שלכם שחזר את חשבונו',
    happened:
      'חבר בסביבת העבודה שלכם חזר לחשבונו אחרי שאבדו כל המכשירים וכל קודי השחזור. המכשירים הוסרו והחיבורים נותקו.',
    next: 'עכשיו מוגדר שם שלב שני חדש. יומן הביקורת של סביבת העבודה מציין במי מדובר. בררו בדרך אחרת מאשר בדואר אם זה אכן היה בעל החשבון.',
  }),
};
