export const codeInput = {
  label: 'Verification code',
};

export type CodeInputStrings = typeof codeInput;
