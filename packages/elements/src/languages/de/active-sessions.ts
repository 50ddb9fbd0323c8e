import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Wo Sie angemeldet sind',
  description: 'Erkennen Sie etwas davon nicht wieder? Beenden Sie es, und ändern Sie danach Ihr Passwort.',
  current: 'Dieses Gerät',
  unknown: 'Unbekannter Browser',
  lastSeen: 'Zuletzt gesehen',
  since: 'Angemeldet seit',
  proven: (methods) => `Bestätigt durch ${methods}`,
  method: {
    password: 'Passwort',
    passkey: 'Passkey',
    totp: 'Authenticator-App',
    'recovery-code': 'Wiederherstellungscode',
    'remembered-device': 'gemerktes Gerät',
    'account-recovery': 'Kontowiederherstellung',
  },
  empty: 'Sie sind sonst nirgends angemeldet.',
  revoke: (current) => (current ? 'Abmelden' : 'Beenden'),
  ask: (name, current) =>
    current ? 'In diesem Browser abmelden?' : `Sitzung in ${name} beenden? Sie ist dann sofort abgemeldet.`,
  revoked: (name) => `Die Sitzung in ${name} wurde beendet.`,
  revokeAll: 'Alle anderen beenden',
  askAll:
    'Alle anderen Sitzungen beenden? Hier bleiben Sie angemeldet. Auch alle gemerkten Geräte werden vergessen, dieses ebenfalls: Bei der nächsten Anmeldung ist der zweite Schritt wieder nötig.',
  revokedAll: 'Alle anderen Sitzungen wurden beendet und alle gemerkten Geräte vergessen.',
  working: 'Einen Moment …',
};
