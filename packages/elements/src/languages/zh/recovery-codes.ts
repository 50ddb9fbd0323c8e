import type { RecoveryCodesStrings } from '../en/recovery-codes.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: '恢复代码',
  description: '当您无法再使用验证设备或应用时，可以用恢复代码登录。每个代码只能使用一次。',
  none: '您还没有恢复代码。设置第一个通行密钥或身份验证器应用时，您会得到十个。',
  left: (count, total) => `剩余 ${String(count)} 个，共 ${String(total)} 个`,
  made: (date) => `创建于 ${date}。`,
  saved: '您已确认保存。',
  notSaved: '您尚未确认已保存。如果手中没有，请创建新的代码。',
  few: '剩余代码不多了。请在用完之前创建新的代码。',
  used: '所有代码都已用完。请创建新的代码：没有代码，一旦丢失验证设备或应用，您将无法登录。',
  regenerate: '创建新代码',
  ask: '要创建十个新代码吗？旧代码会立即失效，无论您保存在哪里。',
  confirmRegenerate: '替换旧代码',
  working: '请稍候…',
  confirmed: '恢复代码已保存。',
};
