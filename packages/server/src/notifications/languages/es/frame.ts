import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Hola:',
  when: 'Fecha',
  address: 'Dirección IP',
  place: 'Cerca de',
  device: 'Dispositivo',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' en '),
  ifNotYou: 'Si no fue usted',
  linkAddress: 'O abra esta dirección:',
  signature: (serviceName) => `El equipo de ${serviceName}`,
  why: (serviceName) =>
    `Recibe este correo porque esta dirección pertenece a su cuenta de ${serviceName}. Los correos sobre la seguridad de su cuenta no se pueden desactivar.`,
  contact: (contact) => `Si necesita ayuda: ${contact}`,
};
