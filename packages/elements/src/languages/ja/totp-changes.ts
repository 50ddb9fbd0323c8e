import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: '認証アプリを追加しました。',
  replaceHelp:
    '新しいスマートフォンに移行しますか？先に新しいアプリを設定してください。以前のアプリは、削除するまで引き続き使えます。',
  remove: '削除',
  removeAsk: (name) => `「${name}」を削除しますか？このアプリのコードではサインインできなくなります。`,
  removeLastAsk: (name) =>
    `「${name}」を削除しますか？最後の認証方法です。多要素認証がオフになり、リカバリーコードも使えなくなります。`,
  removeOldAsk: (name) => `新しいアプリを使えるようになりました。以前の「${name}」を削除しますか？`,
  removeLast: '削除してオフにする',
  keep: '両方とも残す',
};
