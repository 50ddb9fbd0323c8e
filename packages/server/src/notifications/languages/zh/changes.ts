import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = '请立即更改密码，并检查您的安全设置。';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: '两步验证已开启',
    happened: '从现在起，登录您的账户需要第二步验证。',
    next: '请将恢复代码保存在安全的地方：设备丢失时，可以用它们登录。',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: '两步验证已关闭',
    happened: '您的账户现在仅由密码保护，恢复代码已失效。',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: '已添加身份验证器应用',
    happened: '您的账户添加了一个身份验证器应用。其验证码用于登录的第二步。',
    notYou: '请在安全设置中将其移除，并立即更改密码。',
  }),
  'totp-removed': () => ({
    subject: '已移除身份验证器应用',
    happened: '您的账户移除了一个身份验证器应用。其验证码已失效。',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: '已添加通行密钥',
    happened: '您的账户添加了一个通行密钥。持有者可以用它登录。',
    notYou: '请在安全设置中将其移除，并立即更改密码。',
  }),
  'passkey-revoked': () => ({
    subject: '已移除通行密钥',
    happened: '您的账户移除了一个通行密钥。它已无法用于登录。',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: '已使用恢复代码',
    happened: `有人使用您的一个恢复代码登录了您的账户。剩余 ${remaining} 个。`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: '已创建新的恢复代码',
    happened: '您的账户创建了新的恢复代码。旧代码已失效。',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: '您的第二步已被重置',
    happened: '您工作区的管理员移除了您账户的所有设备和恢复代码。您已在所有位置退出登录。',
    next: '请使用密码登录，并首先设置新的第二步。如果您没有提出此请求，请立即告知管理员，并更改密码。',
  }),
};
