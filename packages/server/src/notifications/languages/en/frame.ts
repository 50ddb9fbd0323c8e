import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Hello,',
  when: 'When',
  address: 'From the address',
  ifNotYou: 'If this was not you',
  signature: (serviceName) => `Your ${serviceName} team`,
};
