import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Bonjour,',
  when: 'Date\u202f',
  address: 'Adresse IP\u202f',
  place: 'Près de\u202f',
  device: 'Appareil\u202f',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' sous '),
  ifNotYou: 'Si ce n’était pas vous\u202f',
  linkAddress: 'Ou ouvrez cette adresse\u202f:',
  signature: (serviceName) => `L’équipe ${serviceName}`,
  why: (serviceName) =>
    `Vous recevez cet e-mail parce que cette adresse est associée à votre compte ${serviceName}. Les e-mails relatifs à la sécurité de votre compte ne peuvent pas être désactivés.`,
  contact: (contact) => `Si vous avez besoin d’aide\u202f: ${contact}`,
};
