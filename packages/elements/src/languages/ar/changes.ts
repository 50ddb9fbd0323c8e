import type { ChangesStrings } from '../en/changes.js';
import { isolated } from '../format.js';

export const changes: ChangesStrings = {
  name: 'الاسم',
  save: 'حفظ',
  nameMissing: 'أدخل اسمًا.',
  renamed: (name) => `تم تغيير الاسم إلى «${isolated(name)}».`,
  removed: (name) => `تمت إزالة «${isolated(name)}».`,
  working: 'لحظة من فضلك…',
};
