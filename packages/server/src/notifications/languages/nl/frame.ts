import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Beste gebruiker,',
  when: 'Wanneer',
  address: 'IP-adres',
  place: 'Nabij',
  device: 'Apparaat',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' op '),
  ifNotYou: 'Als u dit niet was',
  linkAddress: 'Of open dit adres:',
  signature: (serviceName) => `Het team van ${serviceName}`,
  why: (serviceName) =>
    `U ontvangt deze e-mail omdat dit adres bij uw account van ${serviceName} hoort. E-mails over de beveiliging van uw account kunnen niet worden uitgeschakeld.`,
  contact: (contact) => `Als u hulp nodig hebt: ${contact}`,
};
