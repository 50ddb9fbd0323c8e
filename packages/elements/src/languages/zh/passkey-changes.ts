import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: '要保存在哪里？',
  kind: { 'this-device': '此设备', phone: '手机或平板电脑', 'security-key': '安全密钥' },
  kindHelp: {
    'this-device': '使用此设备的指纹识别器、摄像头或屏幕锁定。',
    phone: '用手机或平板电脑扫描二维码，设备需在您身边。',
    'security-key': '插入设备或贴近设备使用的小型密钥。',
  },
  noPlatform: '此设备没有可用的屏幕锁定。请选择其他位置。',
  shared: '这是共用或公共电脑吗？那就不要在其中保存通行密钥：请使用手机或安全密钥。',
  waiting: '请按照浏览器显示的步骤操作…',
  addedNow: '通行密钥已添加。',
  remove: '移除',
  removeAsk: (name) => `要移除“${name}”吗？您将无法再用它登录。`,
  removeCurrentAsk: (name) => `要移除“${name}”吗？它正在使用中。您会保持登录状态，但之后无法再使用它。`,
  removeLastAsk: (name) =>
    `要移除“${name}”吗？这是您最后一种验证方式：多重身份验证将关闭，恢复代码也将失效。`,
  removeLast: '移除并关闭',
  instead: '身份验证器应用同样可以保护您的账户，并且到处可用。',
  useApp: '设置身份验证器应用',
};
