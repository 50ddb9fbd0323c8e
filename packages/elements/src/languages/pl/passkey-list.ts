import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Klucze dostępu',
  description:
    'Klucz dostępu loguje Cię odciskiem palca, twarzą lub blokadą ekranu. Nie trzeba nic wpisywać i nie ma niczego, co mogłaby wyłudzić fałszywa strona.',
  empty: 'Nie masz jeszcze klucza dostępu.',
  added: 'Dodano',
  lastUsed: 'Ostatnie użycie:',
  neverUsed: 'Jeszcze nieużywany',
  current: 'Teraz w użyciu',
  synced: (provider) =>
    provider
      ? `Synchronizowany: na wszystkich Twoich urządzeniach, na których działa ${provider}.`
      : 'Synchronizowany: na wszystkich Twoich urządzeniach z tym samym menedżerem haseł.',
  bound: 'Tylko na jednym urządzeniu. Utrata urządzenia oznacza utratę tego klucza dostępu.',
  boundKey: 'Tylko na tym kluczu bezpieczeństwa. Jego utrata oznacza utratę tego klucza dostępu.',
  second:
    'To Twój jedyny klucz dostępu. Dodaj drugi na innym urządzeniu lub kluczu bezpieczeństwa, aby móc się zalogować także po utracie pierwszego.',
  add: 'Dodaj klucz dostępu',
  limit: 'Masz dwadzieścia kluczy dostępu i więcej dodać nie można. Usuń jeden, aby dodać inny.',
  rename: 'Zmień nazwę',
  remove: 'Usuń',
};
