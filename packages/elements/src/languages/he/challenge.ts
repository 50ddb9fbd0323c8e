import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'הזנת הקוד',
  headingPasskey: 'אישור באמצעות מפתח גישה',
  headingStepUp: 'אימות הזהות',
  describe: {
    passkey: 'השתמשו בטביעת אצבע, בזיהוי פנים, בנעילת המסך או במפתח אבטחה.',
    totp: 'פתחו את אפליקציית האימות והזינו את הקוד שמוצג בה.',
    'recovery-code': 'הזינו אחד מקודי השחזור ששמרתם. כל קוד תקף לפעם אחת בלבד.',
    password: 'הזינו את הסיסמה כדי להמשיך.',
  },
  label: { totp: 'קוד מאפליקציית האימות', 'recovery-code': 'קוד שחזור', password: 'סיסמה' },
  use: {
    passkey: 'שימוש במפתח גישה',
    totp: 'שימוש באפליקציית אימות',
    'recovery-code': 'שימוש בקוד שחזור',
    password: 'שימוש בסיסמה',
  },
  verify: 'אימות',
  verifying: 'מתבצעת בדיקה…',
  verified: 'אושר',
  rememberDevice: 'דילוג על השלב הזה במכשיר הזה למשך 30 יום',
  lostDevice: 'המכשיר אבד?',
  lostDeviceHelp:
    'אם שמרתם קודי שחזור, השתמשו באחד מהם. אם אין לכם, פנו למפעילי השירות לקבלת עזרה בחזרה לחשבון.',
  noMethods: 'עדיין אין כאן דרך לאמת את זהותכם. הגדירו תחילה אימות דו-שלבי.',
  startAgain: 'התחלה מחדש',
};
