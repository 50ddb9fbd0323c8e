import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'klucz dostępu' : 'logowanie dwuetapowe';
/** In the genitive. */
const ofWhat = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'klucza dostępu' : 'logowania dwuetapowego';
const HOW =
  'Zaloguj się jak zwykle i otwórz ustawienia zabezpieczeń: z telefonem lub na tym urządzeniu zajmie to około dwóch minut.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Skonfiguruj ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Twoje konto wymaga ${ofWhat(facts)}. Do czasu konfiguracji niektóre operacje są niedostępne.`
        : `Twoje konto wymaga ${ofWhat(facts)}. Termin: ${time(facts.deadline)}; potem niektóre operacje będą niedostępne do czasu konfiguracji.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Przypomnienie: skonfiguruj ${what(facts)}`,
    happened: `Twoje konto wymaga ${ofWhat(facts)}, a konfiguracji jeszcze nie ma. Do czasu konfiguracji niektóre operacje będą niedostępne od: ${time(facts.deadline ?? facts.at)}.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Operacja odrzucona: skonfiguruj ${what(facts)}`,
    happened: `Twoje konto wymaga ${ofWhat(facts)} od: ${time(facts.deadline ?? facts.at)}, a konfiguracji jeszcze nie ma. Z tego powodu operacja została odrzucona.`,
    next: HOW,
    notYou: 'Zmień teraz hasło.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'Masz więcej czasu na skonfigurowanie logowania dwuetapowego',
    happened: `Administrator Twojego obszaru roboczego pozwolił Ci działać bez logowania dwuetapowego do: ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} Jeśli to nie Twoja prośba o więcej czasu, powiadom administratora.`,
  }),
  'policy-changed': () => ({
    subject: 'Zmieniono zasady logowania w Twoim obszarze roboczym',
    happened: 'Administrator zmienił to, czego obszar roboczy wymaga przy logowaniu.',
    next: 'Co zmieniono i kto to zrobił, mówi dziennik audytu obszaru roboczego.',
    notYou:
      'Jeśli żaden administrator nie miał tego zrobić, cofnij zmianę, przejrzyj dziennik audytu i zakończ sesje tej osoby.',
  }),
};
