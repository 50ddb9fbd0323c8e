import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Odzyskaj dostęp do konta',
  ask: 'Skorzystaj z tego, jeśli nie masz już swoich urządzeń ani kodów odzyskiwania. Zaczyna się od e-maila, a potem trwa czas oczekiwania, żeby nikt inny nie dostał się do konta niezauważony.',
  login: 'Adres e-mail',
  missingLogin: 'Wpisz swój adres e-mail.',
  send: 'Wyślij e-mail',
  sending: 'Wysyłanie…',

  requestedHeading: 'Sprawdź skrzynkę pocztową',
  requested: (login) =>
    `Jeśli istnieje konto dla ${login}, e-mail z linkiem jest już w drodze. Otwórz link w ciągu godziny.`,
  requestedHelp:
    'Po kilku minutach nadal nic? Zajrzyj do spamu i sprawdź, czy to adres, którym się logujesz.',
  askAgain: 'Poproś ponownie',

  inviteHeading: 'Rozpocząć odzyskiwanie konta?',
  invite: 'Na razie nic się nie zmieniło. Gdy rozpoczniesz, stanie się to:',
  steps: [
    'Zacznie się czas oczekiwania. Codziennie dostaniesz e-mail i w każdej chwili możesz anulować.',
    'Gdy się skończy, dostaniesz e-mail z drugim linkiem. Działa on 24 godziny.',
    'Z tym linkiem i hasłem odzyskasz dostęp i skonfigurujesz nowy drugi etap.',
  ],
  inviteHelp:
    'Jeśli w tym czasie znajdziesz urządzenie lub kod odzyskiwania, po prostu się zaloguj: to anuluje odzyskiwanie. Jeśli to nie Twoja prośba, nie rozpoczynaj i zmień hasło.',
  begin: 'Rozpocznij',

  waitingHeading: 'Odzyskiwanie konta czeka',
  waiting: (at) =>
    `Dokończyć je można od: ${at}. Dostaniesz wtedy e-mail z linkiem; potrzebne będzie także hasło.`,
  remaining: (span) => `Pozostało: ${span}`,
  remainingNothing: 'Już za chwilę',
  waitingHelp:
    'Możesz zamknąć tę stronę: piszemy do Ciebie codziennie, a link z pierwszego e-maila prowadzi tu z powrotem. Jeśli znajdziesz urządzenie lub kod odzyskiwania, po prostu się zaloguj: to anuluje odzyskiwanie.',
  cancel: 'Anuluj odzyskiwanie',

  mailedHeading: 'Czas oczekiwania minął',
  mailed: (at) => `Masz nowy e-mail z linkiem, który kończy odzyskiwanie konta. Otwórz go przed: ${at}.`,

  readyHeading: 'Dokończ odzyskiwanie konta',
  ready: 'Czas oczekiwania minął. Na koniec potrzebne jest już tylko hasło.',
  readyHelp:
    'Twoje dawne urządzenia i kody odzyskiwania zostaną wtedy usunięte, a wszystkie sesje zakończone. Potem skonfigurujesz nowy drugi etap.',
  password: 'Hasło',
  missingPassword: 'Wpisz hasło.',
  wrongPassword: 'To hasło jest nieprawidłowe. Spróbuj ponownie.',
  tooEarly: 'Na to jest jeszcze za wcześnie. Użyj linku z e-maila, który mówi, że czas oczekiwania minął.',
  finish: 'Dokończ',

  cancelHeading: 'Anulować odzyskiwanie konta?',
  cancelling:
    'Ktoś poprosił o dostęp do Twojego konta bez drugiego etapu. Jeśli to nie Ty albo nie jest to już potrzebne, anuluj tę prośbę.',

  cancelledHeading: 'Odzyskiwanie konta zostało anulowane',
  cancelled: 'Nie można go już dokończyć. Twoje urządzenia i kody odzyskiwania pozostały bez zmian.',
  cancelledHelp:
    'Jeśli to nie Twoja prośba: zmień swoje hasło i hasło do poczty. Jeśli wcześniej pisaliśmy, że odzyskiwanie zakończono, od razu powiadom osoby, które prowadzą tę usługę.',

  completedHeading: 'To odzyskiwanie konta jest zakończone',
  completed: 'Zaloguj się hasłem i skonfigurowanym drugim etapem.',
  completedHelp: 'Jeśli to nie Ty: zmień teraz hasło i od razu powiadom osoby, które prowadzą tę usługę.',

  expiredHeading: 'Ten link już nie działa',
  expired:
    'Został otwarty zbyt późno albo odzyskiwanie konta jest już zakończone. Jeśli nadal jest potrzebne, poproś ponownie.',

  doneHeading: 'Dostęp do konta odzyskany',
  done: 'Następnym razem zaloguj się hasłem i tym, co właśnie zostało skonfigurowane.',
  working: 'Chwileczkę…',
};
