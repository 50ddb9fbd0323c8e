import type { RecoveryCodesStrings } from '../en/recovery-codes.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Kody odzyskiwania',
  description: 'Pozwalają zalogować się po utracie urządzenia lub aplikacji. Każdy działa tylko raz.',
  none: 'Nie masz jeszcze kodów odzyskiwania. Dostaniesz dziesięć po skonfigurowaniu pierwszego klucza dostępu lub pierwszej aplikacji.',
  left: (count, total) => `Pozostało ${String(count)} z ${String(total)}`,
  made: (date) => `Utworzono ${date}.`,
  saved: 'Zapisanie kodów zostało potwierdzone.',
  notSaved: 'Zapisanie kodów nie zostało potwierdzone. Jeśli ich nie masz, utwórz nowe.',
  few: 'Zostało niewiele kodów. Utwórz nowe, zanim się skończą.',
  used: 'Wszystkie kody są zużyte. Utwórz nowe: bez nich utrata urządzenia odetnie Cię od konta.',
  regenerate: 'Utwórz nowe kody',
  ask: 'Utworzyć dziesięć nowych kodów? Dawne od razu przestaną działać, niezależnie od tego, gdzie je przechowujesz.',
  confirmRegenerate: 'Zastąp dawne kody',
  working: 'Chwileczkę…',
  confirmed: 'Kody odzyskiwania są zapisane.',
};
