import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Dispositivi memorizzati',
  description:
    'Su un dispositivo memorizzato basta la password per accedere, per 30 giorni al massimo; le azioni delicate richiedono comunque altro.',
  current: 'Questo dispositivo',
  unknown: 'Browser sconosciuto',
  lastUsed: 'Ultimo utilizzo:',
  neverUsed: 'Non ancora usato',
  since: 'Memorizzato:',
  until: 'scadenza:',
  empty: 'Nessun dispositivo è memorizzato.',
  revoke: () => 'Dimentica',
  ask: (name, current) =>
    current
      ? 'Dimenticare questo browser? Al prossimo accesso qui verrà chiesto il secondo passaggio.'
      : `Dimenticare ${name}? Al prossimo accesso da lì verrà chiesto il secondo passaggio.`,
  revoked: (name) => `Dispositivo dimenticato: ${name}.`,
  revokeAll: 'Dimentica tutti',
  askAll:
    'Dimenticare tutti i dispositivi memorizzati? Al prossimo accesso da ognuno di essi verrà chiesto il secondo passaggio.',
  revokedAll: 'Tutti i dispositivi memorizzati sono stati dimenticati.',
  working: 'Un momento…',
};
