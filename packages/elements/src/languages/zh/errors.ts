import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: '出了点问题，请重试。',
  offline: '无法连接到服务器。请检查网络连接后重试。',
};
