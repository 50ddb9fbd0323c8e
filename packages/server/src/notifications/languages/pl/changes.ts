import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Zmień teraz hasło i sprawdź ustawienia zabezpieczeń.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'Logowanie dwuetapowe jest włączone',
    happened: 'Od teraz logowanie do Twojego konta wymaga drugiego etapu.',
    next: 'Przechowuj kody odzyskiwania w bezpiecznym miejscu: dzięki nim zalogujesz się po utracie urządzenia.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'Logowanie dwuetapowe zostało wyłączone',
    happened: 'Twoje konto jest teraz chronione tylko hasłem, a kody odzyskiwania już nie działają.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'Dodano aplikację uwierzytelniającą',
    happened:
      'Do Twojego konta dodano aplikację uwierzytelniającą. Jej kody służą jako drugi etap logowania.',
    notYou: 'Usuń ją w ustawieniach zabezpieczeń i zmień teraz hasło.',
  }),
  'totp-removed': () => ({
    subject: 'Usunięto aplikację uwierzytelniającą',
    happened: 'Z Twojego konta usunięto aplikację uwierzytelniającą. Jej kody już nie działają.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'Dodano klucz dostępu',
    happened: 'Do Twojego konta dodano klucz dostępu. Kto go ma, może się zalogować.',
    notYou: 'Usuń go w ustawieniach zabezpieczeń i zmień teraz hasło.',
  }),
  'passkey-revoked': () => ({
    subject: 'Usunięto klucz dostępu',
    happened: 'Z Twojego konta usunięto klucz dostępu. Nie można się już nim zalogować.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'Użyto kodu odzyskiwania',
    happened: `Ktoś zalogował się do Twojego konta jednym z kodów odzyskiwania. Pozostało: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'Utworzono nowe kody odzyskiwania',
    happened: 'Dla Twojego konta utworzono nowe kody odzyskiwania. Dawne już nie działają.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Twój drugi etap logowania został zresetowany',
    happened:
      'Administrator Twojego obszaru roboczego usunął wszystkie urządzenia i kody odzyskiwania Twojego konta. Nastąpiło wylogowanie wszędzie.',
    next: 'Zaloguj się hasłem; najpierw skonfigurujesz nowy drugi etap. Jeśli to nie Twoja prośba, powiadom teraz administratora i zmień hasło.',
  }),
};
