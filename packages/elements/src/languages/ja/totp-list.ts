import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: '認証アプリ',
  description: 'サインインの 2 段階目に使うコードを表示するアプリです。',
  empty: '認証アプリはまだありません。',
  added: '追加日：',
  lastUsed: '最終使用：',
  neverUsed: '未使用',
  locked: 'ロック中',
  lockedHelp: '間違ったコードが何度も入力されました。アプリを置き換えて設定し直すか、削除してください。',
  add: '認証アプリを追加',
  limit: '認証アプリは 10 個あり、これ以上は追加できません。別のアプリを追加するには、1 つ削除してください。',
  pending: '未完了',
  pendingHelp: '認証アプリの設定が途中です。',
  resume: '完了する',
  discard: '破棄',
  discarded: '破棄しました。',
  rename: '名前を変更',
  replace: '置き換える',
  remove: '削除',
};
