import type { AdoptionFiguresStrings } from '../en/adoption-figures.js';
import { isolated } from '../format.js';

export const adoptionFigures: AdoptionFiguresStrings = {
  from: 'מתאריך',
  to: 'עד תאריך',
  show: 'הצגה',
  working: 'רק רגע…',
  shown: (from, to) => `מוצגים נתונים מ-${isolated(from)} עד ${isolated(to)}.`,
  refused: {
    order: 'היום האחרון קודם ליום הראשון. שנו אחד מהם.',
    days: 'אי אפשר להציג את הימים האלה. בחרו אחרים.',
  },
  notYours: 'רק מי שמנהלים את סביבת העבודה הזו רואים את מצב האימוץ.',
  empty: 'איש לא נכנס בימים האלה, ואין את מי לספור.',

  figures: 'המצב הנוכחי',
  overall: 'כולם',
  admins: 'הנהלה',
  newUsers: 'חדשים ב-30 הימים האחרונים',
  withSecondStep: (enrolled, people) => `עם שלב שני: ${enrolled} מתוך ${people}`,
  nobody: 'אין את מי לספור',
  recoveryCodeUse: 'כניסות באמצעות קוד שחזור',
  ofSignIns: (count, all) => `כניסות: ${count} מתוך ${all}`,
  noSignIns: 'אין כניסות בימים האלה',
  failureRate: 'ניסיונות כושלים',
  ofAttempts: (count, all) => `ניסיונות: ${count} מתוך ${all}`,
  noAttempts: 'אין ניסיונות בימים האלה',
  none: '–',

  byTier: 'לפי תוכנית',
  tier: 'תוכנית',
  noTier: 'ללא תוכנית',
  people: 'אנשים',
  enrolled: 'עם שלב שני',
  share: 'שיעור',

  methods: 'באמצעות מה נכנסים',
  method: 'דרך',
  signIns: 'כניסות',
  methodNames: { passkey: 'מפתח גישה', totp: 'אפליקציית אימות', 'recovery-code': 'קוד שחזור' },

  chart: 'אנשים עם שלב שני לאורך זמן',
  course: (first, from, last, to) => `מ-${first} ב-${isolated(from)} ל-${last} ב-${isolated(to)}.`,
  onlyPoint: (share, day) => `${share} ב-${isolated(day)}, היום היחיד שנספר.`,
  noCourse: 'עדיין לא נספר איש בימים האלה, ולכן אין קו להציג.',
  numbers: 'אותם נתונים במספרים',
  day: 'יום',
  week: 'שבוע',
  byRecoveryCode: 'באמצעות קוד שחזור',
  attempts: 'ניסיונות',
  failed: 'נכשלו',
};
