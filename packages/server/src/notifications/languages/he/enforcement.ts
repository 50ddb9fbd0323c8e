import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string => (passkey ? 'מפתח גישה' : 'אימות דו-שלבי');
const HOW = 'היכנסו כרגיל ופתחו את הגדרות האבטחה: זה לוקח כשתי דקות, בטלפון או במכשיר הזה.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `הגדירו ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `החשבון שלכם דורש ${what(facts)}. עד להגדרה, חלק מהפעולות אינן זמינות לכם.`
        : `החשבון שלכם דורש ${what(facts)}. המועד האחרון הוא ${time(facts.deadline)}; לאחריו, חלק מהפעולות לא יהיו זמינות לכם עד להגדרה.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `תזכורת: הגדירו ${what(facts)}`,
    happened: `החשבון שלכם דורש ${what(facts)}, וההגדרה עדיין לא בוצעה. החל מ-${time(facts.deadline ?? facts.at)}, חלק מהפעולות לא יהיו זמינות לכם עד להגדרה.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `פעולה נדחתה: הגדירו ${what(facts)}`,
    happened: `החשבון שלכם דורש ${what(facts)} מאז ${time(facts.deadline ?? facts.at)}, וההגדרה עדיין לא בוצעה. מסיבה זו נדחתה פעולה.`,
    next: HOW,
    notYou: 'שנו עכשיו את הסיסמה.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'יש לכם עוד זמן להגדיר אימות דו-שלבי',
    happened: `הנהלת סביבת העבודה שלכם מאפשרת לכם להמשיך בלי אימות דו-שלבי עד ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} אם לא ביקשתם עוד זמן, הודיעו להנהלה.`,
  }),
  'policy-changed': () => ({
    subject: 'מדיניות הכניסה של סביבת העבודה שלכם השתנתה',
    happened: 'ההנהלה שינתה את מה שסביבת העבודה דורשת בכניסה.',
    next: 'מה השתנה, ועל ידי מי, רשום ביומן הביקורת של סביבת העבודה.',
    notYou:
      'אם אף אחד מההנהלה לא היה אמור לעשות זאת, החזירו את המדיניות לקדמותה, בדקו את יומן הביקורת ונתקו את החיבורים של מי שעשה זאת.',
  }),
};
