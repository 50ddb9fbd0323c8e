import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string => (passkey ? 'パスキー' : '2 段階認証');
const HOW =
  'いつもどおりサインインして、セキュリティ設定を開いてください。スマートフォンまたはこのデバイスで 2 分ほどで設定できます。';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `${what(facts)}を設定してください`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `アカウントには${what(facts)}が必要です。設定するまで、一部の操作はできません。`
        : `アカウントには${what(facts)}が必要です。期限は ${time(facts.deadline)} です。それ以降は、設定するまで一部の操作ができなくなります。`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `${what(facts)}の設定をお忘れなく`,
    happened: `アカウントには${what(facts)}が必要ですが、まだ設定されていません。${time(facts.deadline ?? facts.at)} 以降は、設定するまで一部の操作ができなくなります。`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `操作が拒否されました：${what(facts)}を設定してください`,
    happened: `アカウントには ${time(facts.deadline ?? facts.at)} から${what(facts)}が必要ですが、まだ設定されていません。そのため、操作が拒否されました。`,
    next: HOW,
    notYou: '今すぐパスワードを変更してください。',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: '2 段階認証の設定期限が延長されました',
    happened: `ワークスペースの管理者により、${time(facts.until ?? facts.at)} まで 2 段階認証なしで利用できます。`,
    next: `${HOW}延長を依頼していない場合は、管理者に知らせてください。`,
  }),
  'policy-changed': () => ({
    subject: 'ワークスペースのサインインポリシーが変更されました',
    happened: 'サインインの際にワークスペースで求められる内容を、管理者が変更しました。',
    next: '変更の内容と変更した人は、ワークスペースの監査ログで確認できます。',
    notYou:
      '管理者による変更であるはずがない場合は、元に戻し、監査ログを確認して、変更した人のセッションを終了してください。',
  }),
};
