import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'تطبيقات المصادقة',
  description: 'تطبيقات تعرض رموز الخطوة الثانية من تسجيل الدخول.',
  empty: 'ليس لديك تطبيق مصادقة بعد.',
  added: 'تاريخ الإضافة:',
  lastUsed: 'آخر استخدام:',
  neverUsed: 'لم يُستخدم بعد',
  locked: 'مقفل',
  lockedHelp: 'أُدخلت رموز خاطئة كثيرة. استبدل التطبيق لإعداده من جديد، أو أزِله.',
  add: 'إضافة تطبيق مصادقة',
  limit: 'لديك عشرة تطبيقات مصادقة، ولا يمكن إضافة المزيد. أزِل واحدًا لتضيف غيره.',
  pending: 'غير مكتمل',
  pendingHelp: 'بدأت إعداد تطبيق مصادقة.',
  resume: 'إكمال',
  discard: 'تجاهل',
  discarded: 'تم التجاهل.',
  rename: 'تغيير الاسم',
  replace: 'استبدال',
  remove: 'إزالة',
};
