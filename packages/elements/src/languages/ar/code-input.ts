import type { CodeInputStrings } from '../en/code-input.js';

export const codeInput: CodeInputStrings = {
  label: 'رمز التحقق',
};
