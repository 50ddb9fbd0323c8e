import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'جارٍ التحميل…',
  tryAgain: 'إعادة المحاولة',
  cancel: 'إلغاء',
  device: (name) => name.replace(' on ', ' على '),
};
