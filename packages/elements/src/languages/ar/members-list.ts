import type { MembersListStrings } from '../en/members-list.js';
import { isolated, plural } from '../format.js';

const members = (count: number): string =>
  plural('ar', count, {
    zero: `${String(count)} عضو`,
    one: 'عضو واحد',
    two: 'عضوان',
    few: `${String(count)} أعضاء`,
    many: `${String(count)} عضوًا`,
    other: `${String(count)} عضو`,
  });

export const membersList: MembersListStrings = {
  status: 'عرض',
  everybody: 'الجميع',
  statuses: {
    none: 'بلا خطوة ثانية',
    totp: 'بتطبيق مصادقة فقط',
    passkey: 'بمفاتيح مرور فقط',
    both: 'بمفاتيح مرور وتطبيق',
    grace: 'مهلتهم ما زالت جارية',
    enforced: 'انتهت مهلتهم',
    exempt: 'معفون مؤقتًا',
  },
  mfa: {
    none: 'لا خطوة ثانية بعد',
    totp: 'تطبيق مصادقة',
    passkey: 'مفتاح مرور',
    both: 'مفتاح مرور وتطبيق مصادقة',
  },
  you: 'أنت',
  hasUntil: (deadline, wait) => `مهلة الإعداد حتى ${deadline} (${wait}).`,
  overdue: (deadline) => `انتهت مهلة الإعداد في ${deadline}: ما يتطلبه محظور.`,
  lastSignIn: (ago) => `آخر تسجيل دخول: ${ago}`,
  neverSignedIn: 'لا تسجيل دخول مدوَّن',
  empty: 'لا أعضاء في مساحة العمل هذه.',
  nothingFound: 'لا أحد بين كل الأعضاء.',
  nobodyYet: 'لا أحد حتى الآن. اختر «عرض المزيد» لمتابعة البحث.',
  found: (count, isAll) => `${isAll ? 'المعروض' : 'المعروض أولًا'}: ${members(count)}.`,
  showMore: 'عرض المزيد',
  moreShown: (count, isAll) => `تم عرض المزيد: ${members(count)}.${isAll ? ' هؤلاء هم الجميع.' : ''}`,
  notYours: 'لا يرى الأعضاء إلا من يدير مساحة العمل هذه.',
  working: 'لحظة من فضلك…',
  reason: 'السبب',
  reasonHint: 'يُحفظ مع اسمك. لا تذكر رموزًا أو كلمات مرور أو أمورًا صحية.',
  missingReason: 'اذكر السبب. سيُحفظ في السجل.',

  reset: 'إعادة تعيين',
  resetHeading: (name) => `هل تريد إعادة تعيين الخطوة الثانية لحساب «${isolated(name)}»؟`,
  resetWhat: [
    'ستُزال مفاتيح المرور وتطبيقات المصادقة ورموز الاسترداد.',
    'سيُسجَّل الخروج من كل مكان، وستُنسى الأجهزة المحفوظة.',
    'في تسجيل الدخول القادم تُستخدم كلمة المرور، ثم تُعدّ خطوة ثانية جديدة قبل أي شيء آخر.',
    'سيُرسَل إشعار بالبريد الإلكتروني إلى صاحب الحساب.',
  ],
  resetCheck: 'تأكّد أولًا من أن صاحب الحساب هو من يطلب ذلك فعلًا: شخصيًا، أو بالاتصال برقم تعرفه.',
  resetConfirm: 'إعادة التعيين الآن',
  wasReset: (name) => `تمت إعادة تعيين الخطوة الثانية لحساب «${isolated(name)}».`,
  resetMark: 'أُعيد تعيينه للتو',
  oneself: 'لحسابك أنت، اطلب ذلك من مسؤول آخر.',

  exempt: 'إعفاء مؤقت',
  exemptHeading: (name) => `هل تريد إعفاء «${isolated(name)}» مؤقتًا؟`,
  exemptWhat:
    'حتى نهاية ذلك اليوم لن يُحظر شيء بسبب عدم وجود خطوة ثانية. تبقى المهلة كما هي، وتسري من جديد بعد ذلك اليوم.',
  until: 'اليوم الأخير',
  missingUntil: 'اختر اليوم الأخير: بعد اليوم، وخلال 90 يومًا على الأكثر.',
  exemptConfirm: 'إعفاء',
  wasExempted: (name, day) => `تم إعفاء «${isolated(name)}» حتى ${day}.`,
  exemptMark: (day) => `معفى حتى ${day}`,
};
