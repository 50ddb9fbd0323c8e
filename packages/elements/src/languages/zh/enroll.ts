import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: { choice: '保护您的账户', passkey: '设置通行密钥', totp: '设置身份验证器应用' },
  description: {
    choice: '请选择如何确认是您本人。此后，仅凭密码无法登录。',
    passkey: '使用指纹、面容或屏幕锁定登录，无需输入任何内容。',
    totp: '手机上的应用每 30 秒显示一个新的验证码。此后，仅凭密码无法登录。',
  },
  use: { passkey: '使用通行密钥', totp: '使用身份验证器应用' },
  useHelp: {
    passkey: '指纹、面容、屏幕锁定或安全密钥，无需输入。',
    totp: '手机应用中的验证码，任何身份验证器应用都可以。',
  },
  prompting: '请按照浏览器显示的步骤操作…',
  sharedComputer: '在共用的电脑上，请勿让他人看到您的屏幕，也不要在其中保存通行密钥或恢复代码。',
  start: '设置',
  working: '请稍候…',
  noMethods: '这里没有可设置的内容。',
  doneHeading: { passkey: '通行密钥已设置', totp: '身份验证器应用已设置' },
  done: {
    passkey: '从现在起，您只需通行密钥即可登录。',
    totp: '从现在起，您在登录时使用其中的验证码确认身份。',
  },
};
