import type { CodeInputStrings } from '../en/code-input.js';

export const codeInput: CodeInputStrings = {
  label: '验证码',
};
