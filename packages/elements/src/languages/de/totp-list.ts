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
  replace: 'Ersetzen',
  remove: 'Entfernen',
};
