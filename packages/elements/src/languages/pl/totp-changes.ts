import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'Aplikacja uwierzytelniająca została dodana.',
  replaceHelp:
    'Masz nowy telefon? Najpierw skonfiguruj nową aplikację. Dawna będzie działać, dopóki jej nie usuniesz.',
  remove: 'Usuń',
  removeAsk: (name) => `Usunąć „${name}”? Kodami z tej aplikacji nie będzie już można się zalogować.`,
  removeLastAsk: (name) =>
    `Usunąć „${name}”? To Twoja ostatnia metoda: uwierzytelnianie wieloskładnikowe zostanie wyłączone, a kody odzyskiwania przestaną działać.`,
  removeOldAsk: (name) => `Nowa aplikacja działa. Usunąć dawną, „${name}”?`,
  removeLast: 'Usuń i wyłącz',
  keep: 'Zachowaj obie',
};
