import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Gemerkte Geräte',
  description:
    'Auf einem gemerkten Gerät genügt zur Anmeldung höchstens 30 Tage lang Ihr Passwort; gefährliche Schritte verlangen weiterhin mehr.',
  current: 'Dieses Gerät',
  unknown: 'Unbekannter Browser',
  lastUsed: 'Zuletzt verwendet',
  neverUsed: 'Noch nicht verwendet',
  since: 'Gemerkt seit',
  until: 'bis',
  empty: 'Es ist kein Gerät gemerkt.',
  revoke: () => 'Vergessen',
  ask: (name, current) =>
    current
      ? 'Diesen Browser vergessen? Bei der nächsten Anmeldung darin ist der zweite Schritt nötig.'
      : `${name} vergessen? Bei der nächsten Anmeldung dort ist der zweite Schritt nötig.`,
  revoked: (name) => `${name} wurde vergessen.`,
  revokeAll: 'Alle vergessen',
  askAll:
    'Alle gemerkten Geräte vergessen? Bei der nächsten Anmeldung auf jedem davon ist der zweite Schritt nötig.',
  revokedAll: 'Alle gemerkten Geräte wurden vergessen.',
  working: 'Einen Moment …',
};
