import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: '身份验证器应用',
  description: '显示登录第二步所需验证码的应用。',
  empty: '您还没有身份验证器应用。',
  added: '添加于',
  lastUsed: '上次使用：',
  neverUsed: '尚未使用',
  locked: '已锁定',
  lockedHelp: '输入错误验证码的次数过多。请替换以重新设置该应用，或将其移除。',
  add: '添加身份验证器应用',
  limit: '您已有十个身份验证器应用，无法再添加。如需添加，请先移除一个。',
  pending: '未完成',
  pendingHelp: '您已开始设置一个身份验证器应用。',
  resume: '完成设置',
  discard: '放弃',
  discarded: '已放弃。',
  rename: '重命名',
  replace: '替换',
  remove: '移除',
};
