import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';

export const requirement: RequirementStrings = {
  enforced: 'التحقق بخطوتين إلزامي',
  grace: (date) => `أعِدّ التحقق بخطوتين قبل ${date}`,
  recommended: 'احمِ حسابك بالتحقق بخطوتين',
  passkeyEnforced: 'مفتاح المرور إلزامي',
  passkeyGrace: (date) => `أضِف مفتاح مرور قبل ${date}`,
  reasons: { role: 'دورك', workspace: 'مساحة عملك', tier: 'باقتك' },
  why: (list) => `مصدر هذا الشرط: ${list}.`,
  whyPasskey: 'بخلاف الرمز، لا يمكن إفشاء مفتاح المرور في صفحة مزيفة.',
  left: (left) => `الوقت المتبقي: ${left}. وحتى ذلك الحين يعمل كل شيء كما كان.`,
  blocked: 'الإجراءات التي تتطلب ذلك محظورة إلى حين إعداده. ويعمل كل ما عداها كما كان.',
  blockedSince: (date) =>
    `الإجراءات التي تتطلب ذلك محظورة منذ ${date}، وتعود فور إعداده. ويعمل كل ما عداها كما كان.`,
  recommendedWhy: 'لن يتمكّن أحد بعد ذلك من تسجيل الدخول بكلمة مرورك وحدها. يستغرق الأمر نحو دقيقتين.',
  nudge: {
    'set-up-after-incident': 'احمِ حسابك الآن',
    'add-second-passkey': 'أضِف مفتاح مرور ثانيًا',
    'few-recovery-codes': 'أنشئ رموز استرداد جديدة',
    'recovery-codes-not-saved': 'احفظ رموز الاسترداد',
  },
  nudgeWhy: {
    'set-up-after-incident': 'حدث أمر غير معتاد في حسابك. مع التحقق بخطوتين لا يدخل أحد بكلمة مرورك وحدها.',
    'add-second-passkey': 'بمفتاح على جهاز آخر أو على مفتاح أمان يمكنك الدخول حتى إذا فقدت الأول.',
    'few-recovery-codes': 'تتيح لك الدخول إذا فقدت جهازك أو تطبيق المصادقة.',
    'recovery-codes-not-saved':
      'لم تؤكّد بعد أنك حفظتها. وهي تتيح لك الدخول إذا فقدت جهازك أو تطبيق المصادقة.',
  },
  codesLeft: (count) =>
    plural('ar', count, {
      zero: `المتبقي: ${String(count)}.`,
      one: 'لم يبقَ سوى رمز واحد.',
      two: 'لم يبقَ سوى رمزين.',
      few: `لم يبقَ سوى ${String(count)} رموز.`,
      many: `لم يبقَ سوى ${String(count)} رمزًا.`,
      other: `لم يبقَ سوى ${String(count)} رمز.`,
    }),
  noCodesLeft: 'لم يبقَ أي رمز.',
  setUp: 'الإعداد الآن',
  addPasskey: 'إضافة مفتاح مرور',
  toCodes: 'الانتقال إلى رموز الاسترداد',
  later: 'لاحقًا',
  notNow: 'ليس الآن',
  close: 'إغلاق',
  done: 'اكتمل الإعداد',
  doneCodes: 'تم حفظ رموز الاسترداد',
  unblocked: 'ما كان محظورًا متاح من جديد.',
  met: 'لا شيء آخر مطلوب منك هنا.',
};
