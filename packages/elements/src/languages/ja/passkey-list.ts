import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'パスキー',
  description:
    'パスキーを使うと、指紋、顔、または画面ロックでサインインできます。入力するものも、偽のサイトに盗まれるものもありません。',
  empty: 'パスキーはまだありません。',
  added: '追加日：',
  lastUsed: '最終使用：',
  neverUsed: '未使用',
  current: '現在使用中',
  synced: (provider) =>
    provider
      ? `同期済み：${provider} を使うすべてのデバイスで利用できます。`
      : '同期済み：同じパスワードマネージャーを使うすべてのデバイスで利用できます。',
  bound: '1 台のデバイスにのみ保存されています。そのデバイスをなくすと、このパスキーも失われます。',
  boundKey: 'このセキュリティキーにのみ保存されています。キーをなくすと、このパスキーも失われます。',
  second:
    'パスキーはこれ 1 つだけです。なくしてもサインインできるように、別のデバイスまたはセキュリティキーに 2 つ目を追加してください。',
  add: 'パスキーを追加',
  limit: 'パスキーは 20 個あり、これ以上は追加できません。別のパスキーを追加するには、1 つ削除してください。',
  rename: '名前を変更',
  remove: '削除',
};
