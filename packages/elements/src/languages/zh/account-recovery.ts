import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: '恢复账户访问',
  ask: '如果您的设备和恢复代码都已丢失，请使用此功能。首先会发送一封电子邮件，随后有一段等待时间，以防他人在您不知情时进入。',
  login: '电子邮件地址',
  missingLogin: '请输入您的电子邮件地址。',
  send: '发送邮件',
  sending: '正在发送…',

  requestedHeading: '请查看您的邮箱',
  requested: (login) => `如果存在 ${login} 的账户，一封带有链接的邮件已发出。请在一小时内打开链接。`,
  requestedHelp: '几分钟后仍未收到？请查看垃圾邮件，并确认这是您用来登录的地址。',
  askAgain: '重新申请',

  inviteHeading: '要开始恢复账户吗？',
  invite: '目前尚未发生任何变化。开始后会发生以下事情：',
  steps: [
    '等待期开始。您每天都会收到一封邮件，并可随时取消。',
    '等待期结束后，您会收到带有第二个链接的邮件。链接在 24 小时内有效。',
    '凭该链接和密码，您可以重新进入账户，并设置新的第二步。',
  ],
  inviteHelp:
    '如果在此期间找到设备或恢复代码，直接登录即可：恢复会随之取消。如果这不是您申请的，请不要开始，并更改密码。',
  begin: '开始',

  waitingHeading: '账户恢复正在等待中',
  waiting: (at) => `您可以从 ${at}起完成恢复。届时您会收到带有链接的邮件；您还需要密码。`,
  remaining: (span) => `还剩 ${span}`,
  remainingNothing: '马上就好',
  waitingHelp:
    '您可以关闭此页面：我们每天都会给您发邮件，第一封邮件中的链接可返回此处。如果找到设备或恢复代码，直接登录即可：恢复会随之取消。',
  cancel: '取消恢复',

  mailedHeading: '等待期已结束',
  mailed: (at) => `您收到了一封新邮件，其中的链接可完成账户恢复。请在 ${at}之前打开。`,

  readyHeading: '完成账户恢复',
  ready: '等待期已结束。最后只需要您的密码。',
  readyHelp: '届时，您的旧设备和恢复代码将被移除，您将在所有位置退出登录。之后您需要设置新的第二步。',
  password: '密码',
  missingPassword: '请输入密码。',
  wrongPassword: '密码不正确，请重试。',
  tooEarly: '现在还太早。请使用通知等待期结束的那封邮件中的链接。',
  finish: '完成',

  cancelHeading: '要取消账户恢复吗？',
  cancelling: '有人申请在没有第二步的情况下进入您的账户。如果不是您本人，或您不再需要，请取消。',

  cancelledHeading: '账户恢复已取消',
  cancelled: '它已无法完成。您的设备和恢复代码保持不变。',
  cancelledHelp:
    '如果不是您申请的：请更改您的密码以及邮箱密码。如果我们此前曾发信说恢复已完成，请立即告知此服务的运营方。',

  completedHeading: '此次账户恢复已完成',
  completed: '请使用密码和您设置的第二步登录。',
  completedHelp: '如果不是您本人：请立即更改密码，并告知此服务的运营方。',

  expiredHeading: '此链接已失效',
  expired: '链接打开得太晚，或账户恢复已结束。如果仍有需要，请重新申请。',

  doneHeading: '您已重新进入账户',
  done: '下次请使用密码和刚刚设置的方式登录。',
  working: '请稍候…',
};
