import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Annuleer de aanvraag met deze link. U hoeft daarvoor niet in te loggen:',
  button: 'Aanvraag annuleren',
};
const PASSWORDS =
  'Mogelijk leest iemand uw e-mail of kent iemand uw wachtwoord: wijzig ook het wachtwoord van uw account en dat van uw mailbox.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Weer toegang krijgen tot uw account',
    happened:
      'Iemand heeft gevraagd om zonder de tweede stap weer toegang tot uw account te krijgen, omdat alle apparaten en alle herstelcodes kwijt zijn.',
    next: 'Tot nu toe is er niets veranderd. Als u de aanvraag opent, begint een wachttijd waarin wij u elke dag schrijven en u kunt annuleren. Aan het einde hebt u een nieuwe link uit een e-mail en uw wachtwoord nodig.',
    links: [
      {
        purpose: 'open',
        label: 'Als u dit was, open dan de aanvraag met deze link. Die is één uur geldig:',
        button: 'Aanvraag openen',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'Uw accountherstel is begonnen',
    happened: `De aanvraag om weer toegang tot uw account te krijgen, is geopend. De wachttijd duurt tot ${readyAtOf(facts, format)}.`,
    next: 'Tot dan schrijven wij u elke dag. Vindt u een apparaat of een herstelcode terug, log dan gewoon in: daarmee wordt de aanvraag geannuleerd.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'Uw accountherstel is in afwachting',
    happened: `Er staat een aanvraag open om zonder de tweede stap weer toegang tot uw account te krijgen. Die kan vanaf ${readyAtOf(facts, format)} worden afgerond, met een link die u dan per e-mail ontvangt.`,
    next: 'Hebt u een apparaat of een herstelcode teruggevonden, log dan gewoon in: daarmee wordt de aanvraag geannuleerd.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Rond uw accountherstel af',
    happened:
      'De wachttijd is voorbij. Met de onderstaande link en uw wachtwoord krijgt u weer toegang tot uw account.',
    next: 'Uw apparaten en herstelcodes worden dan verwijderd, u wordt overal uitgelogd en u stelt eerst een nieuwe tweede stap in.',
    links: [
      {
        purpose: 'finish',
        label: 'Rond het herstel af met deze link. Die is 24 uur geldig:',
        button: 'Herstel afronden',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'Het accountherstel is geannuleerd',
    happened:
      'De aanvraag om weer toegang tot uw account te krijgen, is geannuleerd. Niemand heeft daarmee toegang tot uw account gekregen.',
    next: 'De aanvraag wordt geannuleerd door de link in onze e-mails, door in te loggen met een tweede stap, door een wijziging van het wachtwoord of van uw e-mailadres, en als wij onze dienst vanaf een back-up moeten herstellen. Hebt u het nog nodig, vraag het dan opnieuw aan.',
  }),
  'recovery-expired': () => ({
    subject: 'Het accountherstel is verlopen',
    happened:
      'De aanvraag om weer toegang tot uw account te krijgen, is niet op tijd voortgezet. Uw apparaten en herstelcodes zijn zoals ze waren.',
    next: 'Hebt u het nog nodig, vraag het dan opnieuw aan.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Uw account is hersteld',
    happened:
      'Iemand heeft met een link uit onze e-mail en uw wachtwoord weer toegang tot uw account gekregen. Alle apparaten en herstelcodes zijn verwijderd en alle andere sessies zijn beëindigd.',
    next: 'Er moet nu een nieuwe tweede stap worden ingesteld.',
    notYou: 'Wijzig nu uw wachtwoord en laat het ons meteen weten.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Onze support is gevraagd u weer toegang te geven',
    happened: `Onze support heeft een aanvraag geopend om u zonder de tweede stap weer toegang tot uw account te geven. Een tweede persoon moet die goedkeuren. De aanvraag kan vanaf ${readyAtOf(facts, format)} worden afgerond.`,
    next: 'Tot nu toe is er niets veranderd.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Uw aanvraag is goedgekeurd',
    happened: `Onze support heeft de aanvraag goedgekeurd om u weer toegang tot uw account te geven. Die kan vanaf ${readyAtOf(facts, format)} worden afgerond, met een link die u dan per e-mail ontvangt.`,
    next: 'Vindt u een apparaat of een herstelcode terug, log dan gewoon in: daarmee wordt de aanvraag geannuleerd.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Uw aanvraag is niet goedgekeurd',
    happened:
      'Onze support heeft de aanvraag om u weer toegang tot uw account te geven, niet goedgekeurd. Uw apparaten en herstelcodes zijn zoals ze waren.',
    next: 'Hebt u nog hulp nodig, neem dan contact op met onze support.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Iemand in uw werkruimte heeft een account hersteld',
    happened:
      'Een lid van uw werkruimte heeft weer toegang tot het eigen account gekregen na het verlies van alle apparaten en alle herstelcodes. De apparaten zijn verwijderd en de sessies beëindigd.',
    next: 'Deze persoon stelt nu een nieuwe tweede stap in. In het auditlogboek van uw werkruimte staat wie het was. Vraag op een andere manier dan per e-mail na of het echt deze persoon was.',
  }),
};
