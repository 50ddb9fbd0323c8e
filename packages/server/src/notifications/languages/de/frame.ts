import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Guten Tag,',
  when: 'Wann',
  address: 'Von der Adresse',
  ifNotYou: 'Wenn Sie das nicht waren',
  signature: (serviceName) => `Ihr Team von ${serviceName}`,
};
