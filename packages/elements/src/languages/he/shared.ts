import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'בטעינה…',
  tryAgain: 'ניסיון נוסף',
  cancel: 'ביטול',
  device: (name) => name.replace(' on ', ' ב־'),
};
