import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Dzień dobry,',
  when: 'Kiedy',
  address: 'Z adresu',
  place: 'W pobliżu',
  device: 'Urządzenie',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(', '),
  ifNotYou: 'Jeśli to nie Ty',
  linkAddress: 'Albo otwórz ten adres:',
  signature: (serviceName) => `Zespół ${serviceName}`,
  why: (serviceName) =>
    `Otrzymujesz tę wiadomość, ponieważ ten adres należy do Twojego konta w usłudze ${serviceName}. Wiadomości o bezpieczeństwie konta nie można wyłączyć.`,
  contact: (contact) => `Jeśli potrzebujesz pomocy: ${contact}`,
};
