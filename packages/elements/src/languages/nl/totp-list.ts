import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'Authenticator-apps',
  description: 'Apps die codes tonen voor de tweede stap van het inloggen.',
  empty: 'U hebt nog geen authenticator-app.',
  added: 'Toegevoegd op',
  lastUsed: 'Laatst gebruikt:',
  neverUsed: 'Nog niet gebruikt',
  locked: 'Vergrendeld',
  lockedHelp:
    'Er zijn te veel onjuiste codes ingevoerd. Vervang de app om die opnieuw in te stellen, of verwijder de app.',
  add: 'Een authenticator-app toevoegen',
  limit:
    'U hebt tien authenticator-apps en meer is niet mogelijk. Verwijder er een om een andere toe te voegen.',
  pending: 'Niet afgerond',
  pendingHelp: 'U bent begonnen met het instellen van een authenticator-app.',
  resume: 'Afronden',
  discard: 'Verwerpen',
  discarded: 'Verworpen.',
  rename: 'Naam wijzigen',
  replace: 'Vervangen',
  remove: 'Verwijderen',
};
