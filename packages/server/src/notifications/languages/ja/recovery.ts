import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

/** What the person does when it was not them; nobody has to sign in for it. */
const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'このリンクで取り消せます。サインインは不要です：',
  button: '取り消す',
};
const PASSWORDS =
  'メールを読まれているか、パスワードを知られている可能性があります。両方のパスワードも変更してください。';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'アカウントの復旧について',
    happened:
      'すべてのデバイスとリカバリーコードを失ったため、2 段階目なしでアカウントに戻りたいという申請がありました。',
    next: 'まだ何も変わっていません。申請を開くと待機期間が始まり、その間は毎日お知らせが届き、いつでも取り消せます。最後に、メールでお送りする新しいリンクとパスワードが必要です。',
    links: [
      {
        purpose: 'open',
        label: 'ご自身の申請であれば、このリンクで開いてください。有効期間は 1 時間です：',
        button: '申請を開く',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'アカウントの復旧が始まりました',
    happened: `アカウントに戻るための申請が開かれました。待機期間は ${readyAtOf(facts, format)} までです。`,
    next: 'それまで毎日お知らせが届きます。デバイスやリカバリーコードが見つかったら、通常どおりサインインしてください。申請は取り消されます。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'アカウントの復旧は待機中です',
    happened: `2 段階目なしでアカウントに戻るための申請が進行中です。${readyAtOf(facts, format)} 以降に、そのときお送りするリンクで完了できます。`,
    next: 'デバイスやリカバリーコードが見つかった場合は、通常どおりサインインしてください。申請は取り消されます。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'アカウントの復旧を完了してください',
    happened: '待機期間が終わりました。下のリンクとパスワードでアカウントに戻れます。',
    next: '完了すると、デバイスとリカバリーコードは削除され、すべての場所でサインアウトされます。最初に新しい 2 段階目を設定します。',
    links: [
      {
        purpose: 'finish',
        label: 'このリンクで完了してください。有効期間は 24 時間です：',
        button: '復旧を完了する',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'アカウントの復旧が取り消されました',
    happened: 'アカウントに戻るための申請が取り消されました。この申請でアカウントに入った人はいません。',
    next: '申請は、メール内のリンク、2 段階目を使ったサインイン、パスワードやメールアドレスの変更、またはサービスをバックアップから復元した場合に取り消されます。まだ必要な場合は、もう一度申請してください。',
  }),
  'recovery-expired': () => ({
    subject: 'アカウントの復旧が期限切れになりました',
    happened:
      'アカウントに戻るための手続きが期限内に進められませんでした。デバイスとリカバリーコードは元のままです。',
    next: 'まだ必要な場合は、もう一度申請してください。',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'アカウントが復旧されました',
    happened:
      'メールのリンクとパスワードを使って、アカウントへの復帰が行われました。すべてのデバイスとリカバリーコードが削除され、他のセッションはすべて終了しました。',
    next: '新しい 2 段階目の設定が必要です。',
    notYou: '今すぐパスワードを変更し、すぐに当社へお知らせください。',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'アカウントの復旧がサポートに依頼されました',
    happened: `2 段階目なしでアカウントに戻れるよう、サポートが案件を開始しました。別の担当者の承認が必要です。${readyAtOf(facts, format)} 以降に完了できます。`,
    next: 'まだ何も変わっていません。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: '案件が承認されました',
    happened: `アカウントに戻るための案件をサポートが承認しました。${readyAtOf(facts, format)} 以降に、そのときお送りするリンクで完了できます。`,
    next: 'デバイスやリカバリーコードが見つかったら、通常どおりサインインしてください。案件は取り消されます。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: '案件は承認されませんでした',
    happened:
      'アカウントに戻るための案件は、サポートに承認されませんでした。デバイスとリカバリーコードは元のままです。',
    next: 'まだ支援が必要な場合は、サポートにお問い合わせください。',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'ワークスペースのメンバーがアカウントを復旧しました',
    happened:
      'ワークスペースのメンバーが、すべてのデバイスとリカバリーコードを失った後、アカウントに戻りました。そのデバイスは削除され、セッションは終了しました。',
    next: '現在、新しい 2 段階目を設定しています。誰であるかは、ワークスペースの監査ログで確認できます。本当に本人だったか、メール以外の方法で確認してください。',
  }),
};
