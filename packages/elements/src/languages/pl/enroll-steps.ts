import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'To logowanie odbyło się kodem odzyskiwania. Zanim przejdziesz dalej, skonfiguruj nowy klucz dostępu lub aplikację, aby móc zalogować się następnym razem. Masz na to godzinę.',
    'account-recovery':
      'Dostęp do konta został odzyskany. Zanim przejdziesz dalej, skonfiguruj nowy klucz dostępu lub aplikację, aby móc zalogować się następnym razem. Masz na to godzinę.',
    other: 'Zanim przejdziesz dalej, skonfiguruj klucz dostępu lub aplikację uwierzytelniającą.',
  },
  scanHeading: 'Połącz aplikację',
  scan: 'Zeskanuj ten kod QR aplikacją uwierzytelniającą.',
  qr: 'Kod QR dla aplikacji uwierzytelniającej',
  cannotScan: 'Nie możesz go zeskanować? Wpisz w aplikacji ten klucz:',
  copyKey: 'Kopiuj klucz',
  copied: 'Skopiowano',
  copyFailed: 'Kopiowanie nie jest tu możliwe. Zaznacz klucz i skopiuj go ręcznie.',
  openApp: 'Otwórz w aplikacji uwierzytelniającej',
  name: 'Nazwij aplikację, jeśli chcesz',
  code: 'Wpisz kod wyświetlany w aplikacji',
  missing: 'Wpisz wszystkie sześć cyfr.',
  wrong: 'Ten kod jest nieprawidłowy. Poczekaj na nowy kod w aplikacji i spróbuj ponownie.',
  clock:
    'Kod nadal nie działa? Sprawdź, czy czas w telefonie jest ustawiany automatycznie: kody od niego zależą.',
  verify: 'Potwierdź',
  verifying: 'Sprawdzanie…',
  resumeHeading: 'Dokończ konfigurację aplikacji',
  resume: 'Kod QR jest już zeskanowany. Brakuje tylko kodu z aplikacji.',
  newQr: 'Pokaż nowy kod QR',
  ending: 'To wygaśnie za minutę. Jeśli potrzebujesz więcej czasu, pokaż nowy kod QR.',
  startAgain: 'Zacznij od nowa',
  waited: 'Możesz teraz spróbować ponownie.',
  choose: 'Wybierz inny sposób',
  oldHeading: 'Usunąć dawne metody logowania?',
  old: 'Nowa metoda działa. Usuń te, do których nie masz już dostępu lub których nie używasz.',
  remove: 'Usuń',
  removed: (name) => `Usunięto: ${name}.`,
  finish: 'Gotowe',
};
