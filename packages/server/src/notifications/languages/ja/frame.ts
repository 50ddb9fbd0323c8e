import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'いつもご利用いただきありがとうございます。',
  when: '日時',
  address: 'IP アドレス',
  place: '場所（付近）',
  device: 'デバイス',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join('、'),
  ifNotYou: 'お心当たりがない場合',
  linkAddress: 'または、次のアドレスを開いてください：',
  signature: (serviceName) => `${serviceName} チーム`,
  why: (serviceName) =>
    `このメールは、このアドレスが ${serviceName} のアカウントに登録されているためお送りしています。アカウントのセキュリティに関するメールは停止できません。`,
  contact: (contact) => `サポートが必要な場合：${contact}`,
};
