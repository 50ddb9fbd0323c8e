import type { PasskeyChangesStrings } from '../en/passkey-changes.js';
import { isolated } from '../format.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'أين تريد حفظه؟',
  kind: { 'this-device': 'على هذا الجهاز', phone: 'على هاتف أو جهاز لوحي', 'security-key': 'على مفتاح أمان' },
  kindHelp: {
    'this-device': 'باستخدام قارئ البصمة أو الكاميرا أو قفل الشاشة.',
    phone: 'امسح به رمزًا. يعمل مع جهاز قريب منك.',
    'security-key': 'مفتاح صغير توصله بالجهاز أو تقرّبه منه.',
  },
  noPlatform: 'لا يوجد على هذا الجهاز قفل شاشة يمكن استخدامه. اختر مكانًا آخر.',
  shared: 'هل هذا جهاز كمبيوتر مشترك أو عام؟ إذًا لا تحفظ عليه مفتاح مرور: استخدم هاتفك أو مفتاح أمان.',
  waiting: 'اتبع الخطوات التي يعرضها المتصفح…',
  addedNow: 'تمت إضافة مفتاح المرور.',
  remove: 'إزالة',
  removeAsk: (name) => `هل تريد إزالة «${isolated(name)}»؟ لن يمكنك تسجيل الدخول به بعد ذلك.`,
  removeCurrentAsk: (name) =>
    `هل تريد إزالة «${isolated(name)}»؟ إنه المفتاح المستخدم الآن. سيبقى دخولك مسجّلًا، لكن لن يمكنك استخدامه مرة أخرى.`,
  removeLastAsk: (name) =>
    `هل تريد إزالة «${isolated(name)}»؟ إنه آخر وسيلة مصادقة لديك: ستتوقف المصادقة المتعددة العوامل، وستتوقف رموز الاسترداد عن العمل.`,
  removeLast: 'إزالة وإيقاف',
  instead: 'يحمي تطبيق المصادقة حسابك أيضًا، ويعمل في كل مكان.',
  useApp: 'إعداد تطبيق المصادقة',
};
