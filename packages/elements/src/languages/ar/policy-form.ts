import type { PolicyFormStrings } from '../en/policy-form.js';
import { isolated, plural } from '../format.js';

const days = (count: number): string =>
  plural('ar', count, {
    zero: `${String(count)} يوم`,
    one: 'يوم واحد',
    two: 'يومان',
    few: `${String(count)} أيام`,
    many: `${String(count)} يومًا`,
    other: `${String(count)} يوم`,
  });

const grace = (count: number): string =>
  count
    ? `المهلة لمن ليس لديه ذلك: ${days(count)}، تُحسب من أول مطالبة به. وبعدها يُحظر عليه ما يتطلب ذلك إلى حين إعداده.`
    : 'من ليس لديه ذلك يُحظر عليه فورًا ما يتطلبه إلى حين إعداده.';

const roles = 'يتكوّن الدور من 64 حرفًا على الأكثر، وعدد الأدوار 100 على الأكثر. تحقّق من الفواصل.';

export const policyForm: PolicyFormStrings = {
  required: 'إلزامي لكل من في مساحة العمل هذه',
  requiredHint: 'عند الإيقاف: الأدوار أدناه فقط، ومن تُلزمه باقتكم.',
  roles: 'أدوار إلزامي لها في كل الأحوال',
  rolesHint: `بتسميات تطبيقكم، تفصل بينها فواصل لاتينية. مثال: ${isolated('admin, owner')}`,
  phishingResistantRoles: 'أدوار لا يُقبل لها إلا مفتاح المرور',
  phishingResistantRolesHint:
    'بخلاف الرمز، لا يمكن إفشاء مفتاح المرور في صفحة مزيفة. تفصل بينها فواصل لاتينية أيضًا.',
  graceDays: 'عدد أيام مهلة الإعداد',
  graceDaysHint: 'من 0 إلى 365، تُحسب من أول مطالبة للشخص.',
  rememberDevice: 'السماح بحفظ الأجهزة',
  rememberDeviceHint: 'على الأجهزة المحفوظة لا تُطلب الخطوة الثانية عند كل تسجيل دخول.',
  wrong: { graceDays: 'أدخل عددًا صحيحًا من 0 إلى 365.', roles, phishingResistantRoles: roles },
  consequences: 'ما سيتغيّر عند الحفظ',
  nothing: 'لم تغيّر شيئًا.',
  unclear: 'صحّح ما هو محدد أعلاه، فيظهر هنا.',
  requiredOn: (count) => `التحقق بخطوتين إلزامي لكل من في مساحة العمل. ${grace(count)}`,
  requiredOff:
    'لم تعد مساحة العمل تُلزم أحدًا بالتحقق بخطوتين. تبقى المهل التي بدأت محفوظة إلى اليوم الذي تطلبه فيه من جديد.',
  rolesAdded: (list, count) =>
    `التحقق بخطوتين إلزامي من الآن لهذه الأدوار: ${isolated(list)}. ${grace(count)}`,
  rolesRemoved: (list) => `لم يعد إلزاميًا لهذه الأدوار: ${isolated(list)}.`,
  passkeyAdded: (list, count) =>
    `تحتاج هذه الأدوار إلى مفتاح مرور ولا تؤكّد بغيره: ${isolated(list)}. ${count ? `المهلة لمن ليس لديه مفتاح: ${days(count)}؛ وحتى ذلك الحين يبقى كل شيء كما كان.` : 'من ليس لديه مفتاح عليه إنشاؤه فورًا.'}`,
  passkeyRemoved: (list) => `يُقبل تطبيق المصادقة من جديد لهذه الأدوار: ${isolated(list)}.`,
  graceChanged: (count) =>
    `المهلة لمن يُطالَب لأول مرة من الآن: ${count ? days(count) : 'لا مهلة'}. وتبقى المهل التي بدأت كما هي.`,
  rememberOn: 'يُسمح بحفظ الأجهزة.',
  rememberOff: 'تُطلب الخطوة الثانية من الجميع عند كل تسجيل دخول.',
  save: 'حفظ',
  saving: 'جارٍ الحفظ…',
  discard: 'تجاهل التغييرات',
  saved: 'تم الحفظ. يسري هذا من الآن.',
  notYours: 'لا يرى هذا ولا يغيّره إلا من يدير مساحة العمل.',
};
