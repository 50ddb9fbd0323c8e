import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Passkeys',
  description:
    'Met een passkey logt u in met uw vingerafdruk, gezicht of schermvergrendeling. U hoeft niets te typen, en er is niets dat een valse pagina kan stelen.',
  empty: 'U hebt nog geen passkey.',
  added: 'Toegevoegd op',
  lastUsed: 'Laatst gebruikt:',
  neverUsed: 'Nog niet gebruikt',
  current: 'Nu in gebruik',
  synced: (provider) =>
    provider
      ? `Gesynchroniseerd: op al uw apparaten met ${provider}.`
      : 'Gesynchroniseerd: op al uw apparaten met dezelfde wachtwoordbeheerder.',
  bound: 'Alleen op één apparaat. Als u dat apparaat kwijtraakt, raakt u deze passkey kwijt.',
  boundKey: 'Alleen op deze beveiligingssleutel. Als u die kwijtraakt, raakt u deze passkey kwijt.',
  second:
    'Dit is uw enige passkey. Voeg een tweede toe op een ander apparaat of een beveiligingssleutel, zodat u nog steeds kunt inloggen als u deze kwijtraakt.',
  add: 'Een passkey toevoegen',
  limit: 'U hebt twintig passkeys en meer is niet mogelijk. Verwijder er een om een andere toe te voegen.',
  rename: 'Naam wijzigen',
  remove: 'Verwijderen',
};
