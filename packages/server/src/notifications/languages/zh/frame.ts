import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: '您好：',
  when: '时间',
  address: '来自地址',
  place: '地点（附近）',
  device: '设备',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join('，'),
  ifNotYou: '如果不是您本人',
  linkAddress: '或打开此地址：',
  signature: (serviceName) => `${serviceName} 团队`,
  why: (serviceName) =>
    `您收到此邮件，是因为此地址属于您的 ${serviceName} 账户。有关账户安全的邮件无法关闭。`,
  contact: (contact) => `如需帮助：${contact}`,
};
