import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: '正在加载…',
  tryAgain: '重试',
  cancel: '取消',
  device: (name) => name.replace(/^(.+) on (.+)$/, '$2 上的 $1'),
  factor: (name) => name.replace(/^Authenticator app$/, '身份验证器应用').replace(/^Passkey$/, '通行密钥'),
};
