import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Passkeys',
  description:
    'Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder Bildschirmsperre an. Es gibt nichts einzutippen und nichts, was eine gefälschte Seite stehlen könnte.',
  empty: 'Sie haben noch keinen Passkey.',
  added: 'Hinzugefügt am',
  lastUsed: 'Zuletzt verwendet',
  neverUsed: 'Noch nicht verwendet',
  current: 'Jetzt in Gebrauch',
  synced: (provider) =>
    provider
      ? `Synchronisiert: auf all Ihren Geräten mit ${provider}.`
      : 'Synchronisiert: auf all Ihren Geräten mit demselben Passwort-Manager.',
  bound: 'Nur auf einem Gerät. Geht es verloren, ist auch dieser Passkey verloren.',
  boundKey: 'Nur auf diesem Sicherheitsschlüssel. Geht er verloren, ist auch dieser Passkey verloren.',
  second:
    'Das ist Ihr einziger Passkey. Fügen Sie auf einem anderen Gerät oder einem Sicherheitsschlüssel einen zweiten hinzu, damit Sie auch nach einem Verlust hineinkommen.',
  add: 'Passkey hinzufügen',
  limit:
    'Sie haben zwanzig Passkeys, mehr sind nicht möglich. Entfernen Sie einen, um einen neuen hinzuzufügen.',
  rename: 'Umbenennen',
  remove: 'Entfernen',
};
