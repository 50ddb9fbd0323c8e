import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Guten Tag,',
  when: 'Wann',
  address: 'Von der Adresse',
  place: 'In der Nähe von',
  device: 'Mit',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' unter '),
  ifNotYou: 'Wenn Sie das nicht waren',
  linkAddress: 'Oder öffnen Sie diese Adresse:',
  signature: (serviceName) => `Ihr Team von ${serviceName}`,
  why: (serviceName) =>
    `Sie erhalten diese E-Mail, weil diese Adresse zu Ihrem Konto bei ${serviceName} gehört. E-Mails zur Sicherheit Ihres Kontos lassen sich nicht abbestellen.`,
  contact: (contact) => `Wenn Sie Hilfe brauchen: ${contact}`,
};
