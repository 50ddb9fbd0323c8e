import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: '来自新设备或新地点的登录',
    happened: '有人使用此前未用于您账户的设备或网络登录了您的账户。',
    next: '如果是您本人，则无需任何操作。',
    notYou: '请在安全设置中结束该会话，立即更改密码，并移除所有您不认识的设备。',
  }),
  'passkey-counter-anomaly': () => ({
    subject: '通行密钥出现异常',
    happened: '您的一个通行密钥的使用方式，与被复制的安全密钥相似。',
    next: '如果密钥在您手中且无人复制过，请将其移除后重新添加。',
    notYou: '请立即在安全设置中将其移除，并更改密码。',
  }),
  'code-replayed': () => ({
    subject: '登录验证码被使用了两次',
    happened: '一个已使用过的验证码或通行密钥响应被再次提交，并被拒绝。连按两次按钮也可能导致这种情况。',
    notYou: '可能有人知道您的密码：请立即更改。',
  }),
  'wrong-codes': () => ({
    subject: '多次输入错误的登录验证码',
    happened: '在密码正确之后，有人连续多次输入了错误的验证码。',
    notYou: '有人知道您的密码：请立即更改。',
  }),
  'too-many-attempts': () => ({
    subject: '错误的登录验证码过多',
    happened:
      '有人知道您的密码，或持有我们邮件中的链接，并多次输入了错误的验证码或密码。一段时间内将拒绝其输入。',
    notYou: '请立即更改密码。',
  }),
  'factor-locked': () => ({
    subject: '身份验证器应用已锁定',
    happened: '由于连续多次输入错误的验证码，您账户的一个身份验证器应用已被锁定，不会自动解锁。',
    next: '请使用恢复代码或通行密钥登录，并重新设置该应用。',
    notYou: '有人知道您的密码：请立即更改。',
  }),
  'recovery-codes-locked': () => ({
    subject: '您的恢复代码已锁定',
    happened: '由于连续多次输入错误的代码，您账户的恢复代码已被锁定，全部失效。',
    next: '请使用身份验证器应用或通行密钥登录，并创建新的恢复代码。',
    notYou: '有人知道您的密码：请立即更改。',
  }),
  'activity-reported': () => ({
    subject: '您报告了非本人的活动',
    happened: '在您账户的安全活动中，有内容被标记为非本人操作。',
    next: '请结束所有其他会话，更改密码，并移除所有您不认识的设备。如果不是您标记的，更应如此：有人进入了您的账户。',
  }),
};
