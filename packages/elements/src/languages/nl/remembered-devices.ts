import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Onthouden apparaten',
  description:
    'Op een onthouden apparaat is uw wachtwoord genoeg om in te loggen, hoogstens 30 dagen lang; voor gevoelige handelingen blijft meer nodig.',
  current: 'Dit apparaat',
  unknown: 'Onbekende browser',
  lastUsed: 'Laatst gebruikt:',
  neverUsed: 'Nog niet gebruikt',
  since: 'Onthouden sinds',
  until: 'tot',
  empty: 'Er worden geen apparaten onthouden.',
  revoke: () => 'Vergeten',
  ask: (name, current) =>
    current
      ? 'Deze browser vergeten? Als u hier de volgende keer inlogt, wordt de tweede stap gevraagd.'
      : `${name} vergeten? Als u daar de volgende keer inlogt, wordt de tweede stap gevraagd.`,
  revoked: (name) => `${name} is vergeten.`,
  revokeAll: 'Alle vergeten',
  askAll:
    'Alle onthouden apparaten vergeten? Als u daar de volgende keer inlogt, wordt op elk apparaat de tweede stap gevraagd.',
  revokedAll: 'Alle onthouden apparaten zijn vergeten.',
  working: 'Een moment…',
};
