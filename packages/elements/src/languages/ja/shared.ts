import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: '読み込んでいます…',
  tryAgain: '再試行',
  cancel: 'キャンセル',
  device: (name) => name.replace(/^(.+) on (.+)$/, '$2 の $1'),
  factor: (name) => name.replace(/^Authenticator app$/, '認証アプリ').replace(/^Passkey$/, 'パスキー'),
};
