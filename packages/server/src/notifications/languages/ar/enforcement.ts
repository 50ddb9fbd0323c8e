import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string => (passkey ? 'مفتاح مرور' : 'التحقق بخطوتين');
const HOW = 'سجّل الدخول كالمعتاد وافتح إعدادات الأمان: يستغرق الأمر نحو دقيقتين، بهاتفك أو بهذا الجهاز.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `يُرجى إعداد ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `يتطلب حسابك ${what(facts)}. بعض الإجراءات غير متاحة لك إلى حين إعداده.`
        : `يتطلب حسابك ${what(facts)}. لديك مهلة حتى ${time(facts.deadline)}؛ وبعدها لن تتاح لك بعض الإجراءات إلى حين إعداده.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `تذكير: إعداد ${what(facts)}`,
    happened: `يتطلب حسابك ${what(facts)}، ولم يُعدّ بعد. بدءًا من ${time(facts.deadline ?? facts.at)} لن تتاح لك بعض الإجراءات إلى حين إعداده.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `رُفض إجراء: يلزم إعداد ${what(facts)}`,
    happened: `يتطلب حسابك ${what(facts)} منذ ${time(facts.deadline ?? facts.at)}، ولم يُعدّ بعد. ولهذا السبب رُفض إجراء.`,
    next: HOW,
    notYou: 'غيّر كلمة مرورك الآن.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'لديك مزيد من الوقت لإعداد التحقق بخطوتين',
    happened: `سمح لك أحد مسؤولي مساحة عملك بالمتابعة من دون التحقق بخطوتين حتى ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} إذا لم تطلب مزيدًا من الوقت، فأبلغ المسؤول.`,
  }),
  'policy-changed': () => ({
    subject: 'تغيّرت سياسة تسجيل الدخول في مساحة عملك',
    happened: 'غيّر أحد المسؤولين ما تشترطه مساحة عملك عند تسجيل الدخول.',
    next: 'يذكر سجل التدقيق في مساحة عملك ما تغيّر ومن غيّره.',
    notYou:
      'إذا لم يكن يُفترض أن يفعل أي مسؤول ذلك، فأعِد السياسة كما كانت، وراجع سجل التدقيق، وأنهِ جلسات من فعل ذلك.',
  }),
};
