import type { RecoveryCodesStrings } from '../en/recovery-codes.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'リカバリーコード',
  description: '認証に使うデバイスやアプリを失ったときにサインインできます。各コードは 1 回だけ使えます。',
  none: 'リカバリーコードはまだありません。最初のパスキーまたは認証アプリを設定すると 10 個発行されます。',
  left: (count, total) => `残り ${String(count)} / ${String(total)} 個`,
  made: (date) => `作成日：${date}。`,
  saved: '保存済みであることが確認されています。',
  notSaved:
    '保存済みであることがまだ確認されていません。お手元にない場合は、新しいコードを作成してください。',
  few: '残りのコードが少なくなっています。なくなる前に新しいコードを作成してください。',
  used: 'すべてのコードを使い切りました。新しいコードを作成してください。コードがないと、デバイスやアプリを失ったときにサインインできなくなります。',
  regenerate: '新しいコードを作成',
  ask: '新しいコードを 10 個作成しますか？以前のコードは、どこに保管していてもすぐに使えなくなります。',
  confirmRegenerate: '以前のコードを置き換える',
  working: 'しばらくお待ちください…',
  confirmed: 'リカバリーコードを保存しました。',
};
