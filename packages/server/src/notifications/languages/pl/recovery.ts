import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

/** What the person does when it was not them; nobody has to sign in for it. */
const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Anuluj to tym linkiem. Nie trzeba się w tym celu logować:',
  button: 'Anuluj',
};
const PASSWORDS = 'Ktoś może czytać Twoją pocztę lub znać Twoje hasło: zmień także oba hasła.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Odzyskiwanie dostępu do konta',
    happened:
      'Ktoś poprosił o dostęp do Twojego konta bez drugiego etapu, ponieważ wszystkie urządzenia i kody odzyskiwania zostały utracone.',
    next: 'Na razie nic się nie zmieniło. Po otwarciu prośby zacznie się czas oczekiwania, w którym codziennie dostaniesz wiadomość i możesz anulować. Na końcu potrzebny będzie nowy link z wiadomości i hasło.',
    links: [
      {
        purpose: 'open',
        label: 'Jeśli to Ty, otwórz prośbę tym linkiem. Działa godzinę:',
        button: 'Otwórz prośbę',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'Odzyskiwanie konta zostało rozpoczęte',
    happened: `Prośba o dostęp do Twojego konta została otwarta. Czas oczekiwania trwa do: ${readyAtOf(facts, format)}.`,
    next: 'Do tego czasu codziennie dostaniesz wiadomość. Jeśli znajdziesz urządzenie lub kod odzyskiwania, po prostu się zaloguj: to anuluje prośbę.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'Odzyskiwanie konta czeka',
    happened: `Prośba o dostęp do Twojego konta bez drugiego etapu jest otwarta. Dokończyć ją można od: ${readyAtOf(facts, format)}, linkiem, który wtedy wyślemy.`,
    next: 'Jeśli urządzenie lub kod odzyskiwania się znalazły, po prostu się zaloguj: to anuluje prośbę.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Dokończ odzyskiwanie konta',
    happened: 'Czas oczekiwania minął. Poniższym linkiem i hasłem odzyskasz dostęp do konta.',
    next: 'Twoje urządzenia i kody odzyskiwania zostaną wtedy usunięte, wszystkie sesje zakończone, a najpierw skonfigurujesz nowy drugi etap.',
    links: [
      {
        purpose: 'finish',
        label: 'Dokończ tym linkiem. Działa 24 godziny:',
        button: 'Dokończ odzyskiwanie',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'Odzyskiwanie konta zostało anulowane',
    happened: 'Prośba o dostęp do Twojego konta została anulowana. Nikt nie uzyskał przez nią dostępu.',
    next: 'Anuluje ją link w naszych wiadomościach, zalogowanie się z drugim etapem, zmiana hasła lub adresu e-mail, a także przywrócenie naszej usługi z kopii zapasowej. Jeśli nadal jest potrzebna, poproś ponownie.',
  }),
  'recovery-expired': () => ({
    subject: 'Odzyskiwanie konta wygasło',
    happened:
      'Prośba o dostęp do Twojego konta nie była kontynuowana na czas. Twoje urządzenia i kody odzyskiwania pozostały bez zmian.',
    next: 'Jeśli nadal jest potrzebne, poproś ponownie.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Twoje konto zostało odzyskane',
    happened:
      'Ktoś uzyskał dostęp do Twojego konta linkiem z naszej wiadomości i Twoim hasłem. Wszystkie urządzenia i kody odzyskiwania zostały usunięte, a wszystkie inne sesje zakończone.',
    next: 'Teraz trzeba skonfigurować nowy drugi etap.',
    notYou: 'Zmień teraz hasło i od razu daj nam znać.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Poproszono naszą pomoc techniczną o przywrócenie Ci dostępu',
    happened: `Nasza pomoc techniczna założyła sprawę, aby przywrócić Ci dostęp do konta bez drugiego etapu. Musi ją zatwierdzić druga osoba. Dokończyć ją można od: ${readyAtOf(facts, format)}.`,
    next: 'Na razie nic się nie zmieniło.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Twoja sprawa została zatwierdzona',
    happened: `Nasza pomoc techniczna zatwierdziła sprawę przywrócenia Ci dostępu do konta. Dokończyć ją można od: ${readyAtOf(facts, format)}, linkiem, który wtedy wyślemy.`,
    next: 'Jeśli znajdziesz urządzenie lub kod odzyskiwania, po prostu się zaloguj: to anuluje sprawę.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Twoja sprawa nie została zatwierdzona',
    happened:
      'Nasza pomoc techniczna nie zatwierdziła sprawy przywrócenia Ci dostępu do konta. Twoje urządzenia i kody odzyskiwania pozostały bez zmian.',
    next: 'Jeśli nadal potrzebujesz pomocy, zwróć się do naszej pomocy technicznej.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Ktoś w Twoim obszarze roboczym odzyskał konto',
    happened:
      'Osoba z Twojego obszaru roboczego odzyskała dostęp do konta po utracie wszystkich urządzeń i kodów odzyskiwania. Jej urządzenia usunięto, a sesje zakończono.',
    next: 'Ta osoba konfiguruje teraz nowy drugi etap. Kto to był, mówi dziennik audytu obszaru roboczego. Zapytaj tę osobę inną drogą niż e-mail, czy to naprawdę ona.',
  }),
};
