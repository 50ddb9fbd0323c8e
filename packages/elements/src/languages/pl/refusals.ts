import type { RefusalStrings } from '../en/refusals.js';

export const refusals: RefusalStrings = {
  unavailable: 'To jest teraz niedostępne i nic nie zostało zmienione. Spróbuj ponownie za chwilę.',
  session_required: 'Sesja jest zakończona. Zaloguj się ponownie.',
  ending: 'To logowanie wygaśnie za minutę. Jeśli potrzebujesz więcej czasu, zacznij od nowa.',
  challenge_expired: 'To logowanie trwało zbyt długo i wygasło. Zacznij od nowa.',
  too_many_attempts: 'Zbyt wiele prób. Poczekaj, zanim spróbujesz ponownie.',
  factor_locked:
    'Ta aplikacja uwierzytelniająca jest zablokowana po zbyt wielu nieprawidłowych kodach. Zaloguj się w inny sposób, a potem skonfiguruj ją na nowo.',
  forbidden: 'Nie masz do tego uprawnień.',
  step_up_required: 'To wymaga ponownego potwierdzenia tożsamości. Spróbuj ponownie i potwierdź.',
  mfa_required: 'To wymaga logowania dwuetapowego. Najpierw je skonfiguruj, a potem spróbuj ponownie.',
  enrolment_required: 'Najpierw skonfiguruj nowy sposób logowania.',
  last_factor:
    'To ostatnia metoda, która się liczy, a Twoja rola, obszar roboczy lub plan wymaga co najmniej jednej. Najpierw dodaj inną, potem usuń tę.',
  conflict: 'W tym samym czasie zmieniło się coś innego. Spróbuj ponownie.',
  factor_limit: 'Limit został osiągnięty. Usuń coś, czego już nie używasz, i spróbuj ponownie.',
  expired: 'To trwało zbyt długo i wygasło. Zacznij od nowa.',
  not_found: 'To już nie istnieje. Odśwież stronę, aby zobaczyć aktualny stan.',
  validation_failed: 'Coś w tym formularzu jest nieprawidłowe. Sprawdź i spróbuj ponownie.',
  insecure: 'Klucze dostępu wymagają bezpiecznego adresu, który zaczyna się od https.',
  'not-supported': 'Ta przeglądarka, to urządzenie lub ten klucz nie obsługuje kluczy dostępu.',
  framed: 'Kluczy dostępu nie można używać wewnątrz innej strony. Otwórz tę stronę w osobnej karcie.',
  cancelled: 'Klucz dostępu nie został potwierdzony. Możesz spróbować ponownie.',
  'timed-out': 'To trwało zbyt długo. Możesz spróbować ponownie.',
  'already-registered': 'Na tym urządzeniu lub kluczu jest już klucz dostępu do Twojego konta.',
  already_registered: 'Ten klucz dostępu należy już do jakiegoś konta.',
  'wrong-origin': 'Twój klucz dostępu nie należy do tego adresu. Sprawdź adres strony.',
  unknown: 'Urządzenie nie mogło użyć klucza dostępu. Spróbuj ponownie albo wybierz inny sposób.',
  passkey_rejected: 'Ten klucz dostępu nie został przyjęty. Spróbuj ponownie albo wybierz inny sposób.',
  forgotten:
    'Ten klucz dostępu już tu nie działa; prawdopodobnie został usunięty. Zaloguj się w inny sposób i usuń go z menedżera haseł.',
  'missing-totp': 'Wpisz wszystkie sześć cyfr.',
  'missing-recovery-code': 'Wpisz kod odzyskiwania.',
  'missing-password': 'Wpisz hasło.',
  'wrong-totp': 'Ten kod jest nieprawidłowy. Poczekaj na nowy kod w aplikacji i spróbuj ponownie.',
  'wrong-recovery-code':
    'Ten kod odzyskiwania jest nieprawidłowy albo został już użyty. Sprawdź go lub weź inny.',
  'wrong-password': 'To hasło jest nieprawidłowe. Spróbuj ponownie.',
  'missing-login': 'Wpisz swój adres e-mail.',
  'wrong-credentials':
    'Nazwa logowania i hasło do siebie nie pasują. Sprawdź jedno i drugie i spróbuj ponownie.',
  'passkey-in-vain': 'Nie działa? Potwierdź w inny sposób:',
  'locked-out':
    'Twoja aplikacja uwierzytelniająca jest zablokowana po zbyt wielu nieprawidłowych kodach, a nie ma skonfigurowanego niczego innego, czym można by potwierdzić tożsamość. Odzyskaj dostęp tak, jak po utracie urządzenia.',
  'locked-codes':
    'Twoje kody odzyskiwania są zablokowane po zbyt wielu nieprawidłowych. Zaloguj się w inny sposób, a potem utwórz nowe.',
  waited: 'Możesz teraz spróbować ponownie.',
  blocked: (date) =>
    `To wymaga logowania dwuetapowego i jest zablokowane od ${date}. Skonfiguruj je, a potem spróbuj ponownie.`,
  blockedForPasskey: (date) =>
    `To wymaga klucza dostępu i jest zablokowane od ${date}. Dodaj go, a potem spróbuj ponownie.`,
  waiting: (wait) => `Zbyt wiele prób. Czas do następnej próby: ${wait}.`,
};
