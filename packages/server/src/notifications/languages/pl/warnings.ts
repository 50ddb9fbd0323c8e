import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Logowanie z nowego urządzenia lub miejsca',
    happened: 'Ktoś zalogował się do Twojego konta z urządzenia lub sieci, których dotąd z nim nie używano.',
    next: 'Jeśli to Ty, nie musisz nic robić.',
    notYou:
      'Zakończ tę sesję w ustawieniach zabezpieczeń, zmień teraz hasło i usuń tam każde urządzenie, którego nie znasz.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Klucz dostępu zachował się nietypowo',
    happened: 'Jednego z Twoich kluczy dostępu użyto tak, jak użyto by skopiowanego klucza bezpieczeństwa.',
    next: 'Jeśli to Twój klucz i nikt go nie skopiował, usuń go i dodaj ponownie.',
    notYou: 'Usuń go teraz w ustawieniach zabezpieczeń i zmień hasło.',
  }),
  'code-replayed': () => ({
    subject: 'Kod logowania został użyty dwa razy',
    happened:
      'Kod albo odpowiedź klucza dostępu, użyte już wcześniej, zostały wysłane ponownie i odrzucone. Przyczyną może być dwukrotne naciśnięcie przycisku.',
    notYou: 'Ktoś może znać Twoje hasło: zmień je teraz.',
  }),
  'wrong-codes': () => ({
    subject: 'Kilka nieprawidłowych kodów logowania',
    happened: 'Po prawidłowym haśle wpisano do Twojego konta kilka nieprawidłowych kodów z rzędu.',
    notYou: 'Ktoś zna Twoje hasło: zmień je teraz.',
  }),
  'too-many-attempts': () => ({
    subject: 'Zbyt wiele nieprawidłowych kodów logowania',
    happened:
      'Ktoś, kto zna Twoje hasło lub ma link z naszej wiadomości, wpisał zbyt wiele nieprawidłowych kodów lub haseł. Przez pewien czas są one odrzucane.',
    notYou: 'Zmień teraz hasło.',
  }),
  'factor-locked': () => ({
    subject: 'Aplikacja uwierzytelniająca została zablokowana',
    happened:
      'Po wielu nieprawidłowych kodach z rzędu aplikacja uwierzytelniająca Twojego konta została zablokowana na stałe.',
    next: 'Zaloguj się kodem odzyskiwania lub kluczem dostępu i skonfiguruj aplikację na nowo.',
    notYou: 'Ktoś zna Twoje hasło: zmień je teraz.',
  }),
  'recovery-codes-locked': () => ({
    subject: 'Twoje kody odzyskiwania zostały zablokowane',
    happened:
      'Po wielu nieprawidłowych kodach z rzędu kody odzyskiwania Twojego konta zostały zablokowane na stałe. Żaden z nich już nie działa.',
    next: 'Zaloguj się aplikacją uwierzytelniającą lub kluczem dostępu i utwórz nowe kody odzyskiwania.',
    notYou: 'Ktoś zna Twoje hasło: zmień je teraz.',
  }),
  'activity-reported': () => ({
    subject: 'Zgłoszono coś, czego autorem był ktoś inny',
    happened: 'Na liście aktywności Twojego konta zaznaczono coś, czego autorem był ktoś inny.',
    next: 'Zakończ wszystkie inne sesje, zmień hasło i usuń każde urządzenie, którego nie znasz. Jeśli to nie Twoje zgłoszenie, zrób to tym bardziej: ktoś ma dostęp do Twojego konta.',
  }),
};
