import type { ActiveSessionsStrings } from '../en/active-sessions.js';
import { isolated } from '../format.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'أماكن تسجيل دخولك',
  description: 'هل منها ما لا تعرفه؟ أنهِه، ثم غيّر كلمة مرورك.',
  current: 'هذا الجهاز',
  unknown: 'متصفح غير معروف',
  lastSeen: 'آخر نشاط:',
  since: 'تسجيل الدخول منذ:',
  proven: (methods) => `التأكيد: ${methods}`,
  method: {
    password: 'كلمة مرور',
    passkey: 'مفتاح مرور',
    totp: 'تطبيق مصادقة',
    'recovery-code': 'رمز استرداد',
    'remembered-device': 'جهاز محفوظ',
    'account-recovery': 'استعادة الحساب',
  },
  empty: 'لست مسجّل الدخول في أي مكان آخر.',
  revoke: (current) => (current ? 'تسجيل الخروج' : 'إنهاء'),
  ask: (name, current) =>
    current
      ? 'هل تريد تسجيل الخروج من هذا المتصفح؟'
      : `هل تريد إنهاء الجلسة في «${isolated(name)}»؟ سيُسجَّل الخروج منها فورًا.`,
  revoked: (name) => `تم إنهاء الجلسة في «${isolated(name)}».`,
  revokeAll: 'إنهاء كل الجلسات الأخرى',
  askAll:
    'هل تريد إنهاء كل الجلسات الأخرى؟ سيبقى دخولك مسجّلًا هنا. وستُنسى كل الأجهزة المحفوظة، وهذا الجهاز أيضًا: سيتطلب تسجيل دخولك القادم الخطوة الثانية من جديد.',
  revokedAll: 'تم إنهاء كل الجلسات الأخرى ونسيان كل الأجهزة المحفوظة.',
  working: 'لحظة من فضلك…',
};
