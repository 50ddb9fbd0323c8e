import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

/** What the person does when it was not them; nobody has to sign in for it. */
const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: '使用此链接取消，无需登录：',
  button: '取消',
};
const PASSWORDS = '可能有人能读取您的邮件，或知道您的密码：请同时更改这两个密码。';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: '恢复您的账户访问',
    happened: '有人以所有设备和恢复代码都已丢失为由，申请在没有第二步的情况下进入您的账户。',
    next: '目前尚未发生任何变化。打开申请后，等待期开始，期间您每天都会收到通知，并可取消。最后，您需要邮件中的新链接和您的密码。',
    links: [
      {
        purpose: 'open',
        label: '如果是您本人，请用此链接打开申请，一小时内有效：',
        button: '打开申请',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: '您的账户恢复已开始',
    happened: `恢复您账户访问的申请已打开。等待期至 ${readyAtOf(facts, format)}。`,
    next: '在此之前，您每天都会收到通知。如果找到设备或恢复代码，直接登录即可：申请会随之取消。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: '您的账户恢复正在等待中',
    happened: `在没有第二步的情况下进入您账户的申请正在进行。自 ${readyAtOf(facts, format)} 起，可用届时发送给您的链接完成。`,
    next: '如果您找到了设备或恢复代码，直接登录即可：申请会随之取消。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: '请完成账户恢复',
    happened: '等待期已结束。使用下面的链接和密码，您可以重新进入账户。',
    next: '届时，您的设备和恢复代码将被移除，您将在所有位置退出登录，并首先设置新的第二步。',
    links: [
      {
        purpose: 'finish',
        label: '使用此链接完成，24 小时内有效：',
        button: '完成恢复',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: '账户恢复已取消',
    happened: '恢复您账户访问的申请已取消。没有人通过它进入您的账户。',
    next: '以下情况会取消申请：使用我们邮件中的链接、通过第二步登录、更改密码或邮箱地址，以及我们不得不从备份恢复服务。如果仍有需要，请重新申请。',
  }),
  'recovery-expired': () => ({
    subject: '账户恢复已过期',
    happened: '恢复您账户访问的申请未能及时继续。您的设备和恢复代码保持不变。',
    next: '如果仍有需要，请重新申请。',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: '您的账户已恢复',
    happened:
      '有人使用我们邮件中的链接和您的密码重新进入了您的账户。所有设备和恢复代码已被移除，所有其他会话已退出。',
    next: '现在必须设置新的第二步。',
    notYou: '请立即更改密码，并马上告知我们。',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: '支持人员收到恢复您访问的请求',
    happened: `我们的支持人员发起了个案，以便您在没有第二步的情况下重新进入账户。该个案须由另一人批准。自 ${readyAtOf(facts, format)} 起可以完成。`,
    next: '目前尚未发生任何变化。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: '您的个案已批准',
    happened: `我们的支持人员批准了恢复您账户访问的个案。自 ${readyAtOf(facts, format)} 起，可用届时发送给您的链接完成。`,
    next: '如果找到设备或恢复代码，直接登录即可：个案会随之取消。',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: '您的个案未获批准',
    happened: '我们的支持人员未批准恢复您账户访问的个案。您的设备和恢复代码保持不变。',
    next: '如果仍需帮助，请联系我们的支持人员。',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: '您工作区中有人恢复了账户',
    happened: '您工作区的一名成员在失去所有设备和恢复代码后，重新进入了账户。其设备已移除，会话已结束。',
    next: '其现在正在设置新的第二步。工作区的审计记录会显示是谁。请通过邮件以外的方式，向其确认是否确为本人。',
  }),
};
