import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Wpisz kod',
  headingPasskey: 'Potwierdź kluczem dostępu',
  headingStepUp: 'Potwierdź swoją tożsamość',
  describe: {
    passkey: 'Użyj odcisku palca, twarzy, blokady ekranu lub klucza bezpieczeństwa.',
    totp: 'Otwórz aplikację uwierzytelniającą i wpisz wyświetlany w niej kod.',
    'recovery-code': 'Wpisz jeden z zapisanych kodów odzyskiwania. Każdy działa tylko raz.',
    password: 'Aby kontynuować, wpisz hasło.',
  },
  label: {
    totp: 'Kod z aplikacji uwierzytelniającej',
    'recovery-code': 'Kod odzyskiwania',
    password: 'Hasło',
  },
  use: {
    passkey: 'Użyj klucza dostępu',
    totp: 'Użyj aplikacji uwierzytelniającej',
    'recovery-code': 'Użyj kodu odzyskiwania',
    password: 'Użyj hasła',
  },
  verify: 'Potwierdź',
  verifying: 'Sprawdzanie…',
  verified: 'Potwierdzono',
  rememberDevice: 'Pomijaj ten krok na tym urządzeniu przez 30 dni',
  lostDevice: 'Nie masz już urządzenia?',
  lostDeviceHelp:
    'Użyj kodu odzyskiwania, jeśli masz zapisane kody. W przeciwnym razie poproś o pomoc w odzyskaniu dostępu osoby, które prowadzą tę usługę.',
  noMethods:
    'Nie ma tu jeszcze sposobu na potwierdzenie Twojej tożsamości. Najpierw skonfiguruj logowanie dwuetapowe.',
  startAgain: 'Zacznij od nowa',
};
