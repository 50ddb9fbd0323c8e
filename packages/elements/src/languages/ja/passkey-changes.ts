import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'どこに保存しますか？',
  kind: {
    'this-device': 'このデバイス',
    phone: 'スマートフォンまたはタブレット',
    'security-key': 'セキュリティキー',
  },
  kindHelp: {
    'this-device': '指紋センサー、カメラ、または画面ロックを使います。',
    phone: 'スマートフォンなどでコードを読み取ります。近くにあるデバイスで使えます。',
    'security-key': 'デバイスに差し込むか、かざして使う小さなキーです。',
  },
  noPlatform: 'このデバイスには利用できる画面ロックがありません。別の保存先を選んでください。',
  shared:
    '共用または公共のパソコンですか？その場合はパスキーを保存せず、スマートフォンまたはセキュリティキーをお使いください。',
  waiting: 'ブラウザーに表示される手順に従ってください…',
  addedNow: 'パスキーを追加しました。',
  remove: '削除',
  removeAsk: (name) => `「${name}」を削除しますか？このパスキーではサインインできなくなります。`,
  removeCurrentAsk: (name) =>
    `「${name}」を削除しますか？現在使用中のパスキーです。サインインしたままになりますが、今後このパスキーは使えません。`,
  removeLastAsk: (name) =>
    `「${name}」を削除しますか？最後の認証方法です。多要素認証がオフになり、リカバリーコードも使えなくなります。`,
  removeLast: '削除してオフにする',
  instead: '認証アプリでもアカウントを保護でき、どこでも使えます。',
  useApp: '認証アプリを設定',
};
