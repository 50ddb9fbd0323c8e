import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'غيّر كلمة مرورك الآن، وراجع إعدادات الأمان.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'تم تفعيل التحقق بخطوتين',
    happened: 'من الآن فصاعدًا، يتطلب تسجيل الدخول إلى حسابك خطوة ثانية.',
    next: 'احفظ رموز الاسترداد في مكان آمن: فهي تتيح لك الدخول إذا فقدت جهازك.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'تم إيقاف التحقق بخطوتين',
    happened: 'حسابك محمي الآن بكلمة المرور وحدها، ولم تعد رموز الاسترداد تعمل.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'تمت إضافة تطبيق مصادقة',
    happened: 'تمت إضافة تطبيق مصادقة إلى حسابك. رموزه هي الخطوة الثانية عند تسجيل الدخول.',
    notYou: 'أزِله من إعدادات الأمان، وغيّر كلمة مرورك الآن.',
  }),
  'totp-removed': () => ({
    subject: 'تمت إزالة تطبيق مصادقة',
    happened: 'تمت إزالة تطبيق مصادقة من حسابك. لم تعد رموزه تعمل.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'تمت إضافة مفتاح مرور',
    happened: 'تمت إضافة مفتاح مرور إلى حسابك. يمكن لمن يحمله تسجيل الدخول.',
    notYou: 'أزِله من إعدادات الأمان، وغيّر كلمة مرورك الآن.',
  }),
  'passkey-revoked': () => ({
    subject: 'تمت إزالة مفتاح مرور',
    happened: 'تمت إزالة مفتاح مرور من حسابك. لم يعد صالحًا لتسجيل الدخول.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'تم استخدام رمز استرداد',
    happened: `سجّل شخص ما الدخول إلى حسابك بأحد رموز الاسترداد. المتبقي منها: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'تم إنشاء رموز استرداد جديدة',
    happened: 'تم إنشاء رموز استرداد جديدة لحسابك. لم تعد الرموز القديمة تعمل.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'أُعيد تعيين خطوتك الثانية',
    happened: 'أزال أحد مسؤولي مساحة عملك كل الأجهزة ورموز الاسترداد من حسابك، وسُجّل خروجك من كل مكان.',
    next: 'سجّل الدخول بكلمة مرورك؛ ستُعدّ خطوة ثانية جديدة قبل كل شيء. إذا لم تطلب ذلك، فأبلغ المسؤول الآن وغيّر كلمة مرورك.',
  }),
};
