import type { AdoptionFiguresStrings } from '../en/adoption-figures.js';
import { isolated } from '../format.js';

export const adoptionFigures: AdoptionFiguresStrings = {
  from: 'من',
  to: 'إلى',
  show: 'عرض',
  working: 'لحظة من فضلك…',
  shown: (from, to) => `تُعرض الأرقام من ${isolated(from)} إلى ${isolated(to)}.`,
  refused: {
    order: 'اليوم الأخير يسبق اليوم الأول. غيّر أحدهما.',
    days: 'لا يمكن عرض هذه الأيام. اختر غيرها.',
  },
  notYours: 'لا يرى مدى الاعتماد إلا من يدير مساحة العمل هذه.',
  empty: 'لم يسجّل أحد الدخول في هذه الأيام، ولا يوجد من يُحصى.',

  figures: 'الوضع الحالي',
  overall: 'الجميع',
  admins: 'المسؤولون',
  newUsers: 'الجدد في آخر 30 يومًا',
  withSecondStep: (enrolled, people) => `من لديهم خطوة ثانية: ${enrolled} من ${people}`,
  nobody: 'لا يوجد من يُحصى',
  recoveryCodeUse: 'تسجيل الدخول برمز استرداد',
  ofSignIns: (count, all) => `عمليات تسجيل الدخول: ${count} من ${all}`,
  noSignIns: 'لا تسجيل دخول في هذه الأيام',
  failureRate: 'المحاولات الفاشلة',
  ofAttempts: (count, all) => `المحاولات: ${count} من ${all}`,
  noAttempts: 'لا محاولات في هذه الأيام',
  none: '–',

  byTier: 'حسب الباقة',
  tier: 'الباقة',
  noTier: 'بلا باقة',
  people: 'الأشخاص',
  enrolled: 'بخطوة ثانية',
  share: 'النسبة',

  methods: 'ما يسجّل به الأعضاء الدخول',
  method: 'الطريقة',
  signIns: 'عمليات تسجيل الدخول',
  methodNames: { passkey: 'مفتاح مرور', totp: 'تطبيق مصادقة', 'recovery-code': 'رمز استرداد' },

  chart: 'من لديهم خطوة ثانية عبر الزمن',
  course: (first, from, last, to) => `من ${first} في ${isolated(from)} إلى ${last} في ${isolated(to)}.`,
  onlyPoint: (share, day) => `${share} في ${isolated(day)}، وهو اليوم الوحيد الذي أُحصي.`,
  noCourse: 'لم يُحصَ أحد في هذه الأيام بعد، لذا لا يوجد خط بياني.',
  numbers: 'البيانات نفسها بالأرقام',
  day: 'اليوم',
  week: 'الأسبوع',
  byRecoveryCode: 'برمز استرداد',
  attempts: 'المحاولات',
  failed: 'الفاشلة',
};
