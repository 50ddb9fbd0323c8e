import type { FrameTexts } from '../mail-language.ts';

export const frame: FrameTexts = {
  greeting: 'Buongiorno,',
  when: 'Data',
  address: 'Indirizzo IP',
  place: 'Vicino a',
  device: 'Dispositivo',
  deviceName: ({ browser, system }) => [browser, system].filter(Boolean).join(' su '),
  ifNotYou: 'Se non è stata un’operazione Sua',
  linkAddress: 'Oppure apra questo indirizzo:',
  signature: (serviceName) => `Il team di ${serviceName}`,
  why: (serviceName) =>
    `Riceve questa email perché questo indirizzo appartiene al Suo account ${serviceName}. Le email sulla sicurezza dell’account non possono essere disattivate.`,
  contact: (contact) => `Se ha bisogno di aiuto: ${contact}`,
};
