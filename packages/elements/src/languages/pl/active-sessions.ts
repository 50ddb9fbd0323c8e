import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Aktywne sesje',
  description: 'Nie rozpoznajesz którejś z nich? Zakończ ją, a potem zmień hasło.',
  current: 'To urządzenie',
  unknown: 'Nieznana przeglądarka',
  lastSeen: 'Ostatnia aktywność:',
  since: 'Zalogowano:',
  proven: (methods) => `Potwierdzenie: ${methods}`,
  method: {
    password: 'hasło',
    passkey: 'klucz dostępu',
    totp: 'aplikacja uwierzytelniająca',
    'recovery-code': 'kod odzyskiwania',
    'remembered-device': 'zapamiętane urządzenie',
    'account-recovery': 'odzyskiwanie konta',
  },
  empty: 'Nie ma innych aktywnych sesji.',
  revoke: (current) => (current ? 'Wyloguj się' : 'Zakończ'),
  ask: (name, current) =>
    current ? 'Wylogować się w tej przeglądarce?' : `Zakończyć sesję „${name}”? Wylogowanie nastąpi od razu.`,
  revoked: (name) => `Sesja „${name}” została zakończona.`,
  revokeAll: 'Zakończ wszystkie inne',
  askAll:
    'Zakończyć wszystkie inne sesje? Ta pozostanie otwarta. Zapomnimy też wszystkie zapamiętane urządzenia, również to: przy następnym logowaniu drugi etap znów będzie potrzebny.',
  revokedAll: 'Wszystkie inne sesje zostały zakończone, a zapamiętane urządzenia zapomniane.',
  working: 'Chwileczkę…',
};
