import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'サインイン中の場所',
  description: '心当たりのないものはありませんか？終了してから、パスワードを変更してください。',
  current: 'このデバイス',
  unknown: '不明なブラウザー',
  lastSeen: '最終利用：',
  since: 'サインイン日：',
  proven: (methods) => `確認方法：${methods}`,
  method: {
    password: 'パスワード',
    passkey: 'パスキー',
    totp: '認証アプリ',
    'recovery-code': 'リカバリーコード',
    'remembered-device': '記憶されたデバイス',
    'account-recovery': 'アカウントの復旧',
  },
  empty: '他の場所ではサインインしていません。',
  revoke: (current) => (current ? 'サインアウト' : '終了'),
  ask: (name, current) =>
    current
      ? 'このブラウザーでサインアウトしますか？'
      : `「${name}」のセッションを終了しますか？すぐにサインアウトされます。`,
  revoked: (name) => `「${name}」のセッションを終了しました。`,
  revokeAll: '他をすべて終了',
  askAll:
    '他のセッションをすべて終了しますか？ここではサインインしたままになります。記憶されたデバイスは、このデバイスも含めてすべて解除され、次回のサインインでは再び 2 段階目の確認が必要になります。',
  revokedAll: '他のセッションをすべて終了し、記憶されたデバイスをすべて解除しました。',
  working: 'しばらくお待ちください…',
};
