import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'Die Authenticator-App wurde hinzugefügt.',
  replaceHelp:
    'Neues Telefon? Richten Sie zuerst die neue App ein. Die alte gilt weiter, bis Sie sie entfernen.',
  remove: 'Entfernen',
  removeAsk: (name) =>
    `${name} entfernen? Mit Codes aus dieser App können Sie sich dann nicht mehr anmelden.`,
  removeLastAsk: (name) =>
    `${name} entfernen? Das ist Ihr letzter Authenticator: Die Mehr-Faktor-Authentifizierung wird ausgeschaltet, und Ihre Wiederherstellungscodes gelten nicht mehr.`,
  removeOldAsk: (name) => `Die neue App funktioniert. Die alte, ${name}, entfernen?`,
  removeLast: 'Entfernen und ausschalten',
  keep: 'Beide behalten',
};
