import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: '問題が発生しました。もう一度お試しください。',
  offline: 'サーバーに接続できません。接続を確認して、もう一度お試しください。',
};
