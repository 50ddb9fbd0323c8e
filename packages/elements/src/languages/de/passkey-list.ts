import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Passkeys',
  description:
    'Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder Bildschirmsperre an. Es gibt nichts einzutippen und nichts, was eine gefälschte Seite stehlen könnte.',
  empty: 'Sie haben noch keinen Passkey.',
  added: 'Hinzugefügt am',
  lastUsed: 'Zuletzt verwendet',
  neverUsed: 'Noch nicht verwendet',
  current: 'Damit sind Sie angemeldet',
  synced: (provider) =>
    provider
      ? `Synchronisiert: auf all Ihren Geräten mit ${provider}.`
      : 'Synchronisiert: auf all Ihren Geräten mit demselben Passwort-Manager.',
  bound: 'Nur auf einem Gerät. Geht es verloren, ist auch dieser Passkey verloren.',
  boundKey: 'Nur auf diesem Sicherheitsschlüssel. Geht er verloren, ist auch dieser Passkey verloren.',
  second:
    'Das ist Ihr einziger Passkey. Fügen Sie auf einem anderen Gerät oder einem Sicherheitsschlüssel einen zweiten hinzu, damit Sie auch nach einem Verlust hineinkommen.',
  add: 'Passkey hinzufügen',
  where: 'Wo soll er aufbewahrt werden?',
  kind: {
    'this-device': 'Auf diesem Gerät',
    phone: 'Auf einem Smartphone oder Tablet',
    'security-key': 'Auf einem Sicherheitsschlüssel',
  },
  kindHelp: {
    'this-device': 'Mit Fingerabdruck, Kamera oder Bildschirmsperre.',
    phone: 'Scannen Sie damit einen Code. Das Gerät muss in Ihrer Nähe sein.',
    'security-key': 'Ein kleiner Schlüssel zum Einstecken oder Anhalten.',
  },
  noPlatform: 'Dieses Gerät hat keine Bildschirmsperre dafür. Wählen Sie einen anderen Ort.',
  shared:
    'Ist das ein gemeinsam genutzter oder öffentlicher Computer? Dann bewahren Sie hier keinen Passkey auf: Nehmen Sie Ihr Smartphone oder einen Schlüssel.',
  waiting: 'Folgen Sie den Schritten, die Ihr Browser zeigt …',
  addedNow: 'Der Passkey wurde hinzugefügt.',
  limit:
    'Sie haben zwanzig Passkeys, mehr sind nicht möglich. Entfernen Sie einen, um einen neuen hinzuzufügen.',
  rename: 'Umbenennen',
  name: 'Name',
  save: 'Speichern',
  nameMissing: 'Geben Sie einen Namen ein.',
  renamed: (name) => `Umbenannt in ${name}.`,
  remove: 'Entfernen',
  removeAsk: (name) => `${name} entfernen? Sie können sich dann nicht mehr damit anmelden.`,
  removeCurrentAsk: (name) =>
    `${name} entfernen? Damit haben Sie sich gerade angemeldet. Sie bleiben angemeldet, können ihn aber nicht mehr verwenden.`,
  removeLastAsk: (name) =>
    `${name} entfernen? Das ist Ihr letzter Authenticator: Die Multi-Faktor-Authentifizierung wird ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr.`,
  removeLast: 'Entfernen und ausschalten',
  removed: (name) => `${name} wurde entfernt.`,
  working: 'Einen Moment …',
  instead: 'Eine Authenticator-App schützt Ihr Konto ebenso und funktioniert überall.',
  useApp: 'Authenticator-App einrichten',
};
