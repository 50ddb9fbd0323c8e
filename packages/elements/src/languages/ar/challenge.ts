import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'أدخل الرمز',
  headingPasskey: 'التأكيد بمفتاح المرور',
  headingStepUp: 'تأكيد هويتك',
  describe: {
    passkey: 'استخدم بصمة إصبعك أو وجهك أو قفل الشاشة أو مفتاح الأمان.',
    totp: 'افتح تطبيق المصادقة وأدخل الرمز الظاهر فيه.',
    'recovery-code': 'أدخل أحد رموز الاسترداد التي حفظتها. يعمل كل رمز مرة واحدة فقط.',
    password: 'أدخل كلمة المرور للمتابعة.',
  },
  label: { totp: 'الرمز من تطبيق المصادقة', 'recovery-code': 'رمز الاسترداد', password: 'كلمة المرور' },
  use: {
    passkey: 'استخدام مفتاح المرور',
    totp: 'استخدام تطبيق المصادقة',
    'recovery-code': 'استخدام رمز استرداد',
    password: 'استخدام كلمة المرور',
  },
  verify: 'تحقّق',
  verifying: 'جارٍ التحقق…',
  verified: 'تم التأكيد',
  rememberDevice: 'تخطّي هذه الخطوة على هذا الجهاز لمدة 30 يومًا',
  lostDevice: 'هل فقدت جهازك؟',
  lostDeviceHelp:
    'استخدم رمز استرداد إذا كنت قد حفظت الرموز. وإن لم تكن لديك رموز، فاطلب من القائمين على هذه الخدمة مساعدتك في استعادة الوصول.',
  noMethods: 'لا توجد هنا بعد طريقة لتأكيد هويتك. فعّل التحقق بخطوتين أولًا.',
  startAgain: 'البدء من جديد',
};
