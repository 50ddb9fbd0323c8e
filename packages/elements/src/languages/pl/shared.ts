import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Wczytywanie…',
  tryAgain: 'Spróbuj ponownie',
  cancel: 'Anuluj',
  device: (name) => name.replace(' on ', ' w systemie '),
  factor: (name) =>
    name.replace(/^Authenticator app$/, 'Aplikacja uwierzytelniająca').replace(/^Passkey$/, 'Klucz dostępu'),
};
