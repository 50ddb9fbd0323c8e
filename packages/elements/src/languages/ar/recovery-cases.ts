import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'حالات الاستعادة',
  description: 'لمن فقدوا كل طرق الدخول. يتحقق أحدكم من هوية الشخص ويبدأ حالة؛ ويقرر شخص آخر.',
};
