import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: '身份验证器应用已添加。',
  replaceHelp: '要换新手机？请先设置新的应用。旧的应用在您移除之前仍然有效。',
  remove: '移除',
  removeAsk: (name) => `要移除“${name}”吗？您将无法再用此应用的验证码登录。`,
  removeLastAsk: (name) =>
    `要移除“${name}”吗？这是您最后一种验证方式：多重身份验证将关闭，恢复代码也将失效。`,
  removeOldAsk: (name) => `新的应用已可使用。要移除旧的“${name}”吗？`,
  removeLast: '移除并关闭',
  keep: '两个都保留',
};
