import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'Authenticator-Apps',
  description: 'Apps, die Ihnen Codes für den zweiten Schritt der Anmeldung zeigen.',
  empty: 'Sie haben noch keine Authenticator-App.',
  added: 'Hinzugefügt am',
  lastUsed: 'Zuletzt verwendet',
  neverUsed: 'Noch nicht verwendet',
  locked: 'Gesperrt',
  lockedHelp:
    'Es wurden zu viele falsche Codes eingegeben. Ersetzen Sie die App, um sie neu einzurichten, oder entfernen Sie sie.',
  add: 'Authenticator-App hinzufügen',
  limit:
    'Sie haben zehn Authenticator-Apps, mehr sind nicht möglich. Entfernen Sie eine, um eine andere hinzuzufügen.',
  pending: 'Nicht abgeschlossen',
  pendingHelp: 'Sie haben begonnen, eine Authenticator-App einzurichten.',
  resume: 'Abschließen',
  discard: 'Verwerfen',
  discarded: 'Verworfen.',
  rename: 'Umbenennen',
  name: 'Name',
  save: 'Speichern',
  nameMissing: 'Geben Sie einen Namen ein.',
  renamed: (name) => `Umbenannt in ${name}.`,
  replace: 'Ersetzen',
  replaceHelp:
    'Neues Telefon? Richten Sie zuerst die neue App ein. Die alte gilt weiter, bis Sie sie entfernen.',
  remove: 'Entfernen',
  removeAsk: (name) =>
    `${name} entfernen? Mit Codes aus dieser App können Sie sich dann nicht mehr anmelden.`,
  removeLastAsk: (name) =>
    `${name} entfernen? Das ist Ihr letzter Authenticator: Die Mehr-Faktor-Authentifizierung wird ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr.`,
  removeOldAsk: (name) => `Die neue App funktioniert. Die alte, ${name}, entfernen?`,
  removeLast: 'Entfernen und ausschalten',
  removed: (name) => `${name} wurde entfernt.`,
  addedNow: 'Die Authenticator-App wurde hinzugefügt.',
  keep: 'Beide behalten',
  working: 'Einen Moment …',
};
