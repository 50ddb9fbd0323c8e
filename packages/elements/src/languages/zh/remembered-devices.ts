import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: '记住的设备',
  description: '在记住的设备上，最长 30 天内只需密码即可登录；高风险操作仍需进一步确认。',
  current: '此设备',
  unknown: '未知浏览器',
  lastUsed: '上次使用：',
  neverUsed: '尚未使用',
  since: '记住于',
  until: '有效期至',
  empty: '没有记住的设备。',
  revoke: () => '忘记',
  ask: (name, current) =>
    current
      ? '要忘记此浏览器吗？下次在此登录时会要求第二步验证。'
      : `要忘记“${name}”吗？下次在那里登录时会要求第二步验证。`,
  revoked: (name) => `已忘记“${name}”。`,
  revokeAll: '全部忘记',
  askAll: '要忘记所有记住的设备吗？下次在其中每台设备上登录时都会要求第二步验证。',
  revokedAll: '所有记住的设备已忘记。',
  working: '请稍候…',
};
