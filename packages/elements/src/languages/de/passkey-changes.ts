import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
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
  remove: 'Entfernen',
  removeAsk: (name) => `${name} entfernen? Sie können sich dann nicht mehr damit anmelden.`,
  removeCurrentAsk: (name) =>
    `${name} entfernen? Er ist jetzt in Gebrauch. Sie bleiben angemeldet, können ihn aber nicht mehr verwenden.`,
  removeLastAsk: (name) =>
    `${name} entfernen? Das ist Ihr letzter Authenticator: Die Multi-Faktor-Authentifizierung wird ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr.`,
  removeLast: 'Entfernen und ausschalten',
  instead: 'Eine Authenticator-App schützt Ihr Konto ebenso und funktioniert überall.',
  useApp: 'Authenticator-App einrichten',
};
