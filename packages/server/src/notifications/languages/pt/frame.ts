import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Olá,',
  when: 'Data',
  address: 'Endereço IP',
  place: 'Perto de',
  device: 'Dispositivo',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' no '),
  ifNotYou: 'Se não foi você',
  linkAddress: 'Ou abra este endereço:',
  signature: (serviceName) => `Equipe ${serviceName}`,
  why: (serviceName) =>
    `Você recebe este e-mail porque este endereço pertence à sua conta ${serviceName}. Os e-mails sobre a segurança da sua conta não podem ser desativados.`,
  contact: (contact) => `Se precisar de ajuda: ${contact}`,
};
