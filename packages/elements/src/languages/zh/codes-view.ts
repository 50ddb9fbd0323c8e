import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: '保存恢复代码',
  showDescription:
    '如果您无法再使用验证设备或应用，每个代码都可以让您登录一次。代码只在此时显示：请妥善保存，而且不要只保存在同一台设备上。',
  copy: '复制',
  copied: '已复制',
  copyFailed: '此处无法复制。请下载或打印这些代码。',
  download: '下载',
  print: '打印',
  iHaveSaved: '我已保存恢复代码',
  continue: '继续',
  working: '请稍候…',
  codesFor: (service) => `${service} 的恢复代码`,
};
