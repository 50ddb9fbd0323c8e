import type { CodesViewStrings } from '../en/codes-view.js';
import { isolated } from '../format.js';

export const codesView: CodesViewStrings = {
  showHeading: 'احفظ رموز الاسترداد',
  showDescription:
    'إذا فقدت جهازك أو تطبيق المصادقة، فسيتيح لك كل رمز من هذه الرموز تسجيل الدخول مرة واحدة. تظهر الرموز الآن فقط: احفظها في مكان آمن، وليس على الجهاز نفسه وحده.',
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyFailed: 'يتعذّر النسخ هنا. نزّل الرموز أو اطبعها.',
  download: 'تنزيل',
  print: 'طباعة',
  iHaveSaved: 'لقد حفظت رموز الاسترداد',
  continue: 'متابعة',
  working: 'لحظة من فضلك…',
  codesFor: (service) => `رموز الاسترداد لخدمة ${isolated(service)}`,
};
