import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Annulli la richiesta con questo link. Non è necessario accedere:',
  button: 'Annulla la richiesta',
};
const PASSWORDS =
  'Forse qualcuno legge la Sua posta o conosce la Sua password: cambi anche la password dell’account e quella della casella di posta.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Recuperare l’accesso al Suo account',
    happened:
      'Qualcuno ha chiesto di riavere l’accesso al Suo account senza il secondo passaggio, perché tutti i dispositivi e tutti i codici di recupero sono andati persi.',
    next: 'Finora non è cambiato nulla. Dopo l’apertura della richiesta comincia un tempo di attesa, durante il quale Le scriviamo ogni giorno e può annullare. Alla fine serviranno un nuovo link ricevuto per email e la password.',
    links: [
      {
        purpose: 'open',
        label: 'Se la richiesta è Sua, la apra con questo link. È valido per un’ora:',
        button: 'Apri la richiesta',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'Il recupero del Suo account è iniziato',
    happened: `La richiesta di riavere l’accesso al Suo account è stata aperta. Fine del tempo di attesa: ${readyAtOf(facts, format)}.`,
    next: 'Fino ad allora Le scriveremo ogni giorno. Se ritrova un dispositivo o un codice di recupero, basta accedere: la richiesta viene annullata.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'Il recupero del Suo account è in attesa',
    happened: `È aperta una richiesta di riavere l’accesso al Suo account senza il secondo passaggio. Fine del tempo di attesa: ${readyAtOf(facts, format)}. Potrà essere completata da quel momento, con un link che Le verrà inviato per email.`,
    next: 'Se ha ritrovato un dispositivo o un codice di recupero, basta accedere: la richiesta viene annullata.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Completi il recupero del Suo account',
    happened:
      'Il tempo di attesa è terminato. Con il link qui sotto e la password riavrà l’accesso al Suo account.',
    next: 'I dispositivi e i codici di recupero verranno rimossi, tutte le sessioni verranno chiuse e per prima cosa configurerà un nuovo secondo passaggio.',
    links: [
      {
        purpose: 'finish',
        label: 'Completi il recupero con questo link. È valido per 24 ore:',
        button: 'Completa il recupero',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'Il recupero dell’account è stato annullato',
    happened:
      'La richiesta di riavere l’accesso al Suo account è stata annullata. Nessuno è entrato nel Suo account per suo tramite.',
    next: 'Viene annullata dal link delle nostre email, da un accesso con il secondo passaggio, da un cambio della password o dell’indirizzo email e quando dobbiamo ripristinare il nostro servizio da un backup. Se serve ancora, la richieda di nuovo.',
  }),
  'recovery-expired': () => ({
    subject: 'Il recupero dell’account è scaduto',
    happened:
      'La richiesta di riavere l’accesso al Suo account non è stata proseguita in tempo. I dispositivi e i codici di recupero sono rimasti com’erano.',
    next: 'Se serve ancora, la richieda di nuovo.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Il Suo account è stato recuperato',
    happened:
      'Qualcuno ha riottenuto l’accesso al Suo account con un link della nostra email e la Sua password. Tutti i dispositivi e i codici di recupero sono stati rimossi e tutte le altre sessioni sono state chiuse.',
    next: 'Ora è necessario configurare un nuovo secondo passaggio.',
    notYou: 'Cambi subito la password e ci avvisi immediatamente.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Alla nostra assistenza è stato chiesto di ridarLe l’accesso',
    happened: `La nostra assistenza ha aperto un caso per ridarLe l’accesso al Suo account senza il secondo passaggio. Una seconda persona deve approvarlo. Fine del tempo di attesa: ${readyAtOf(facts, format)}.`,
    next: 'Finora non è cambiato nulla.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Il Suo caso è stato approvato',
    happened: `La nostra assistenza ha approvato il caso per ridarLe l’accesso al Suo account. Fine del tempo di attesa: ${readyAtOf(facts, format)}. Potrà essere completato da quel momento, con un link che Le verrà inviato per email.`,
    next: 'Se ritrova un dispositivo o un codice di recupero, basta accedere: il caso viene annullato.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Il Suo caso non è stato approvato',
    happened:
      'La nostra assistenza non ha approvato il caso per ridarLe l’accesso al Suo account. I dispositivi e i codici di recupero sono rimasti com’erano.',
    next: 'Se ha ancora bisogno di aiuto, si rivolga alla nostra assistenza.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Una persona della Sua area di lavoro ha recuperato il proprio account',
    happened:
      'Un membro della Sua area di lavoro ha riottenuto l’accesso al proprio account dopo aver perso tutti i dispositivi e tutti i codici di recupero. I suoi dispositivi sono stati rimossi e le sue sessioni chiuse.',
    next: 'Ora questa persona configura un nuovo secondo passaggio. Il registro di controllo dell’area di lavoro indica di chi si tratta. Le chieda, con un mezzo diverso dall’email, se l’operazione era davvero sua.',
  }),
};
