import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'מקרי שחזור',
  description: 'עבור מי שאיבדו כל דרך להיכנס. אחד מכם בודק את הזהות ופותח מקרה; מישהו אחר מחליט.',
};
