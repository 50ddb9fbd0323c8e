import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'حدث خطأ ما. يُرجى المحاولة مرة أخرى.',
  offline: 'يتعذّر الوصول إلى الخادم. تحقّق من اتصالك ثم أعد المحاولة.',
};
