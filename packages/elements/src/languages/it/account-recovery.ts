import type { AccountRecoveryStrings } from '../en/account-recovery.js';
import { before } from './dates.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Recuperare l’accesso all’account',
  ask: 'Per chi non ha più né i dispositivi né i codici di recupero. Si comincia con un’email e c’è un tempo di attesa, affinché nessun altro possa entrare senza essere notato.',
  login: 'Indirizzo email',
  missingLogin: 'Inserire l’indirizzo email.',
  send: 'Invia email',
  sending: 'Invio in corso…',

  requestedHeading: 'Controllare la posta',
  requested: (login) =>
    `Se esiste un account per ${login}, è in arrivo un’email con un link. Aprire il link entro un’ora.`,
  requestedHelp:
    'Ancora nulla dopo qualche minuto? Controllare la posta indesiderata e verificare che questo sia l’indirizzo usato per accedere.',
  askAgain: 'Richiedi di nuovo',

  inviteHeading: 'Iniziare il recupero dell’account?',
  invite: 'Finora non è cambiato nulla. Ecco che cosa succede dopo l’inizio:',
  steps: [
    'Comincia un tempo di attesa. Riceverà un’email ogni giorno e potrà annullare in qualsiasi momento.',
    'Al termine riceverà un’email con un secondo link. Sarà valido per 24 ore.',
    'Con quel link e la password riavrà l’accesso e configurerà un nuovo secondo passaggio.',
  ],
  inviteHelp:
    'Se nel frattempo ritrova un dispositivo o un codice di recupero, basta accedere: il recupero viene annullato. Se non l’ha richiesto Lei, non inizi e cambi la password.',
  begin: 'Inizia',

  waitingHeading: 'Il recupero dell’account è in attesa',
  waiting: (at) =>
    `Potrà completarlo a partire ${before('dal', at)}. Riceverà allora un’email con un link; servirà anche la password.`,
  remaining: (span) => `Tempo rimanente: ${span}`,
  remainingNothing: 'A momenti',
  waitingHelp:
    'Può chiudere questa pagina: Le scriviamo ogni giorno e il link della prima email riporta qui. Se ritrova un dispositivo o un codice di recupero, basta accedere: il recupero viene annullato.',
  cancel: 'Annulla il recupero',

  mailedHeading: 'Il tempo di attesa è terminato',
  mailed: (at) =>
    `Ha ricevuto una nuova email con il link che completa il recupero dell’account. Aprirlo entro ${before('il', at)}.`,

  readyHeading: 'Completare il recupero dell’account',
  ready: 'Il tempo di attesa è terminato. Manca solo la password.',
  readyHelp:
    'I vecchi dispositivi e codici di recupero verranno rimossi e tutte le sessioni verranno chiuse. Dopo configurerà un nuovo secondo passaggio.',
  password: 'Password',
  missingPassword: 'Inserire la password.',
  wrongPassword: 'La password non è corretta. Riprovare.',
  tooEarly: 'È ancora troppo presto. Usare il link dell’email che annuncia la fine del tempo di attesa.',
  finish: 'Completa',

  cancelHeading: 'Annullare il recupero dell’account?',
  cancelling:
    'Qualcuno ha chiesto di riavere l’accesso al Suo account senza il secondo passaggio. Se non è stata una Sua richiesta, o se non serve più, la annulli.',

  cancelledHeading: 'Il recupero dell’account è annullato',
  cancelled: 'Non può più essere completato. I dispositivi e i codici di recupero sono rimasti com’erano.',
  cancelledHelp:
    'Se non l’ha richiesto Lei: cambi la password e quella della casella di posta. Se Le abbiamo scritto che era già stato completato, avvisi subito i responsabili di questo servizio.',

  completedHeading: 'Questo recupero dell’account è completato',
  completed: 'Accedere con la password e il secondo passaggio configurato.',
  completedHelp:
    'Se non è stata un’operazione Sua: cambi subito la password e avvisi immediatamente i responsabili di questo servizio.',

  expiredHeading: 'Questo link non è più valido',
  expired:
    'È stato aperto troppo tardi oppure il recupero dell’account è concluso. Se serve ancora, richiederlo di nuovo.',

  doneHeading: 'Ha di nuovo accesso al Suo account',
  done: 'La prossima volta acceda con la password e con ciò che ha appena configurato.',
  working: 'Un momento…',
};
