import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Hello,',
  when: 'When',
  address: 'From the address',
  place: 'Near',
  device: 'With',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' on '),
  ifNotYou: 'If this was not you',
  linkAddress: 'Or open this address:',
  signature: (serviceName) => `Your ${serviceName} team`,
  why: (serviceName) =>
    `You get this mail because this address belongs to your ${serviceName} account. Mails about the security of your account cannot be switched off.`,
  contact: (contact) => `If you need help: ${contact}`,
};
