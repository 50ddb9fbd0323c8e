import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: '記憶されたデバイス',
  description:
    '記憶されたデバイスでは、最長 30 日間、パスワードだけでサインインできます。重要な操作には、引き続き追加の確認が必要です。',
  current: 'このデバイス',
  unknown: '不明なブラウザー',
  lastUsed: '最終使用：',
  neverUsed: '未使用',
  since: '記憶した日：',
  until: '期限：',
  empty: '記憶されたデバイスはありません。',
  revoke: () => '解除',
  ask: (name, current) =>
    current
      ? 'このブラウザーの記憶を解除しますか？次回ここでサインインするときに 2 段階目の確認が必要になります。'
      : `「${name}」の記憶を解除しますか？次回そこでサインインするときに 2 段階目の確認が必要になります。`,
  revoked: (name) => `「${name}」の記憶を解除しました。`,
  revokeAll: 'すべて解除',
  askAll:
    '記憶されたデバイスをすべて解除しますか？次回それぞれのデバイスでサインインするときに 2 段階目の確認が必要になります。',
  revokedAll: '記憶されたデバイスをすべて解除しました。',
  working: 'しばらくお待ちください…',
};
