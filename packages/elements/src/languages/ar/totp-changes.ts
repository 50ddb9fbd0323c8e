import type { TotpChangesStrings } from '../en/totp-changes.js';
import { isolated } from '../format.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'تمت إضافة تطبيق المصادقة.',
  replaceHelp: 'هل تنتقل إلى هاتف جديد؟ أعِدّ التطبيق الجديد أولًا. سيظل القديم يعمل إلى أن تزيله.',
  remove: 'إزالة',
  removeAsk: (name) => `هل تريد إزالة «${isolated(name)}»؟ لن يمكنك تسجيل الدخول برموز هذا التطبيق بعد ذلك.`,
  removeLastAsk: (name) =>
    `هل تريد إزالة «${isolated(name)}»؟ إنه آخر وسيلة مصادقة لديك: ستتوقف المصادقة المتعددة العوامل، وستتوقف رموز الاسترداد عن العمل.`,
  removeOldAsk: (name) => `التطبيق الجديد يعمل. هل تريد إزالة القديم «${isolated(name)}»؟`,
  removeLast: 'إزالة وإيقاف',
  keep: 'الاحتفاظ بكليهما',
};
