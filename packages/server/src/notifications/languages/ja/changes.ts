import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = '今すぐパスワードを変更し、セキュリティ設定を確認してください。';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: '2 段階認証がオンになりました',
    happened: '今後、アカウントへのサインインには 2 段階目の確認が必要です。',
    next: 'リカバリーコードを安全な場所に保管してください。デバイスをなくしたときにサインインできます。',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: '2 段階認証がオフになりました',
    happened: 'アカウントは現在パスワードのみで保護されており、リカバリーコードは使えなくなりました。',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: '認証アプリが追加されました',
    happened: 'アカウントに認証アプリが追加されました。アプリのコードがサインインの 2 段階目になります。',
    notYou: 'セキュリティ設定でその認証アプリを削除し、今すぐパスワードを変更してください。',
  }),
  'totp-removed': () => ({
    subject: '認証アプリが削除されました',
    happened: 'アカウントから認証アプリが削除されました。そのアプリのコードは使えなくなりました。',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'パスキーが追加されました',
    happened: 'アカウントにパスキーが追加されました。それを持つ人は誰でもサインインできます。',
    notYou: 'セキュリティ設定でそのパスキーを削除し、今すぐパスワードを変更してください。',
  }),
  'passkey-revoked': () => ({
    subject: 'パスキーが削除されました',
    happened: 'アカウントからパスキーが削除されました。そのパスキーではサインインできなくなりました。',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'リカバリーコードが使用されました',
    happened: `リカバリーコードを使ってアカウントへのサインインが行われました。残りは ${remaining} 個です。`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: '新しいリカバリーコードが作成されました',
    happened: 'アカウントの新しいリカバリーコードが作成されました。以前のコードは使えなくなりました。',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: '2 段階目がリセットされました',
    happened:
      'ワークスペースの管理者が、アカウントのすべてのデバイスとリカバリーコードを削除しました。すべての場所でサインアウトされました。',
    next: 'パスワードでサインインし、最初に新しい 2 段階目を設定してください。ご自身が依頼したものでない場合は、今すぐ管理者に知らせ、パスワードを変更してください。',
  }),
};
