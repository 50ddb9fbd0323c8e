import type { SharedStrings } from '../en/shared.js';
import { isolated } from '../format.js';

export const shared: SharedStrings = {
  loading: 'جارٍ التحميل…',
  tryAgain: 'إعادة المحاولة',
  cancel: 'إلغاء',
  // The mark at the beginning lets the whole be read from right to left, though it begins with a Latin name.
  device: (name) =>
    name.replace(
      /^(.+) on (.+)$/,
      (_, browser: string, system: string) => `\u200f${isolated(browser)} على ${isolated(system)}`,
    ),
  factor: (name) =>
    name.replace(/^Authenticator app$/, 'تطبيق المصادقة').replace(/^Passkey$/, 'مفتاح المرور'),
};
