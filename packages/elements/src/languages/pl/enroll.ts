import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Zabezpiecz swoje konto',
    passkey: 'Skonfiguruj klucz dostępu',
    totp: 'Skonfiguruj aplikację uwierzytelniającą',
  },
  description: {
    choice:
      'Wybierz, jak chcesz potwierdzać swoją tożsamość. Samo hasło nikomu już nie wystarczy do zalogowania.',
    passkey: 'Loguj się odciskiem palca, twarzą lub blokadą ekranu. Nie trzeba nic wpisywać.',
    totp: 'Aplikacja na telefonie pokazuje nowy kod co 30 sekund. Samo hasło nikomu już nie wystarczy do zalogowania.',
  },
  use: { passkey: 'Użyj klucza dostępu', totp: 'Użyj aplikacji uwierzytelniającej' },
  useHelp: {
    passkey: 'Odcisk palca, twarz, blokada ekranu lub klucz bezpieczeństwa. Bez wpisywania.',
    totp: 'Kod z aplikacji na telefonie. Może to być dowolna taka aplikacja.',
  },
  prompting: 'Postępuj zgodnie z instrukcjami przeglądarki…',
  sharedComputer:
    'Na wspólnym komputerze nie pozwól nikomu patrzeć na ekran i nie zapisuj na nim klucza dostępu ani kodów odzyskiwania.',
  start: 'Skonfiguruj',
  working: 'Chwileczkę…',
  noMethods: 'Nie ma tu nic do skonfigurowania.',
  doneHeading: { passkey: 'Klucz dostępu jest gotowy', totp: 'Aplikacja uwierzytelniająca jest gotowa' },
  done: {
    passkey: 'Od teraz wystarczy on do zalogowania.',
    totp: 'Od teraz przy logowaniu potwierdzasz swoją tożsamość kodem z tej aplikacji.',
  },
};
