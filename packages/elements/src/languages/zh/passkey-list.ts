import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: '通行密钥',
  description: '通行密钥让您使用指纹、面容或屏幕锁定登录。无需输入任何内容，也没有可被虚假网页窃取的内容。',
  empty: '您还没有通行密钥。',
  added: '添加于',
  lastUsed: '上次使用：',
  neverUsed: '尚未使用',
  current: '正在使用',
  synced: (provider) =>
    provider
      ? `已同步：可在您使用“${provider}”的所有设备上使用。`
      : '已同步：可在您使用同一密码管理器的所有设备上使用。',
  bound: '仅保存在一台设备上。丢失该设备就会失去此通行密钥。',
  boundKey: '仅保存在此安全密钥中。丢失该安全密钥就会失去此通行密钥。',
  second: '这是您唯一的通行密钥。请在另一台设备或安全密钥上再添加一个，这样即使丢失也能登录。',
  add: '添加通行密钥',
  limit: '您已有二十个通行密钥，无法再添加。如需添加，请先移除一个。',
  rename: '重命名',
  remove: '移除',
};
