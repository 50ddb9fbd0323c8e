import type { RememberedDevicesStrings } from '../en/remembered-devices.js';
import { isolated } from '../format.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'الأجهزة المحفوظة',
  description:
    'على الجهاز المحفوظ تكفي كلمة المرور لتسجيل الدخول، لمدة 30 يومًا على الأكثر؛ أما الإجراءات الخطرة فتتطلب المزيد.',
  current: 'هذا الجهاز',
  unknown: 'متصفح غير معروف',
  lastUsed: 'آخر استخدام:',
  neverUsed: 'لم يُستخدم بعد',
  since: 'محفوظ منذ:',
  until: 'حتى',
  empty: 'لا يوجد جهاز محفوظ.',
  revoke: () => 'نسيان',
  ask: (name, current) =>
    current
      ? 'هل تريد نسيان هذا المتصفح؟ سيتطلب تسجيل دخولك القادم هنا الخطوة الثانية.'
      : `هل تريد نسيان «${isolated(name)}»؟ سيتطلب تسجيل الدخول القادم هناك الخطوة الثانية.`,
  revoked: (name) => `تم نسيان «${isolated(name)}».`,
  revokeAll: 'نسيان الكل',
  askAll: 'هل تريد نسيان كل الأجهزة المحفوظة؟ سيتطلب تسجيل الدخول القادم على كل منها الخطوة الثانية.',
  revokedAll: 'تم نسيان كل الأجهزة المحفوظة.',
  working: 'لحظة من فضلك…',
};
