import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'Gdzie go przechowywać?',
  kind: {
    'this-device': 'Na tym urządzeniu',
    phone: 'Na telefonie lub tablecie',
    'security-key': 'Na kluczu bezpieczeństwa',
  },
  kindHelp: {
    'this-device': 'Z użyciem czytnika linii papilarnych, kamery lub blokady ekranu.',
    phone: 'Zeskanuj nim kod. Urządzenie musi być w pobliżu.',
    'security-key': 'Mały klucz, który podłącza się do urządzenia lub do niego zbliża.',
  },
  noPlatform: 'To urządzenie nie ma blokady ekranu, której można by użyć. Wybierz inne miejsce.',
  shared:
    'Czy to komputer wspólny lub publiczny? Nie przechowuj na nim klucza dostępu: użyj telefonu lub klucza bezpieczeństwa.',
  waiting: 'Postępuj zgodnie z instrukcjami przeglądarki…',
  addedNow: 'Klucz dostępu został dodany.',
  remove: 'Usuń',
  removeAsk: (name) => `Usunąć „${name}”? Tym kluczem nie będzie już można się zalogować.`,
  removeCurrentAsk: (name) =>
    `Usunąć „${name}”? Ten klucz jest teraz w użyciu. Obecna sesja pozostanie otwarta, ale nie będzie można użyć go ponownie.`,
  removeLastAsk: (name) =>
    `Usunąć „${name}”? To Twoja ostatnia metoda: uwierzytelnianie wieloskładnikowe zostanie wyłączone, a kody odzyskiwania przestaną działać.`,
  removeLast: 'Usuń i wyłącz',
  instead: 'Aplikacja uwierzytelniająca także chroni konto i działa wszędzie.',
  useApp: 'Skonfiguruj aplikację uwierzytelniającą',
};
