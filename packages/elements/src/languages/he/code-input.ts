import type { CodeInputStrings } from '../en/code-input.js';

export const codeInput: CodeInputStrings = {
  label: 'קוד אימות',
};
