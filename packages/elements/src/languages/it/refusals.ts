import type { RefusalStrings } from '../en/refusals.js';
import { before } from './dates.js';

export const refusals: RefusalStrings = {
  unavailable: 'Al momento non è possibile e non è stato modificato nulla. Riprovare tra poco.',
  session_required: 'La sessione è chiusa. Accedere di nuovo.',
  ending: 'Questo accesso scade tra un minuto. Se serve più tempo, ricominciare.',
  challenge_expired: 'Questo accesso ha richiesto troppo tempo ed è scaduto. Ricominciare.',
  too_many_attempts: 'Troppi tentativi. Attendere prima di riprovare.',
  factor_locked:
    'Questa app di autenticazione è bloccata dopo troppi codici errati. Acceda in un altro modo e poi la configuri di nuovo.',
  forbidden: 'Non ha l’autorizzazione per farlo.',
  step_up_required: 'Questa azione richiede una nuova conferma della Sua identità. Riprovare e confermare.',
  mfa_required: 'Questa azione richiede la verifica in due passaggi. Configurarla prima e poi riprovare.',
  enrolment_required: 'Configurare prima un nuovo modo per accedere.',
  last_factor:
    'È l’ultimo elemento che conta, e il Suo ruolo, l’area di lavoro o il piano ne richiede uno. Ne aggiunga prima un altro, poi rimuova questo.',
  conflict: 'Nello stesso momento è cambiato qualcos’altro. Riprovare.',
  factor_limit: 'Ha raggiunto il limite. Rimuova un elemento che non usa più e riprovi.',
  expired: 'L’operazione ha richiesto troppo tempo ed è scaduta. Ricominciare.',
  not_found: 'Questo elemento non esiste più. Ricaricare la pagina per vedere la situazione attuale.',
  validation_failed: 'Qualcosa in questo modulo non è corretto. Controllare e riprovare.',
  insecure: 'Le passkey richiedono un indirizzo sicuro che inizi con https.',
  'not-supported': 'Questo browser, dispositivo o chiave non supporta le passkey.',
  framed:
    'Le passkey non possono essere usate all’interno di un’altra pagina. Aprire questa pagina in una scheda propria.',
  cancelled: 'La passkey non è stata confermata. Può riprovare.',
  'timed-out': 'È passato troppo tempo. Può riprovare.',
  'already-registered': 'Questo dispositivo o chiave ha già una passkey per il Suo account.',
  already_registered: 'Questa passkey fa già parte di un account.',
  'wrong-origin': 'La passkey non appartiene a questo indirizzo. Controllare l’indirizzo della pagina.',
  unknown: 'Il dispositivo non è riuscito a usare la passkey. Riprovare o scegliere un altro modo.',
  passkey_rejected: 'Questa passkey non è stata accettata. Riprovare o scegliere un altro modo.',
  forgotten:
    'Questa passkey qui non funziona più; probabilmente è stata rimossa. Acceda in un altro modo e la elimini dal gestore di password.',
  'missing-totp': 'Inserire tutte e sei le cifre.',
  'missing-recovery-code': 'Inserire un codice di recupero.',
  'missing-password': 'Inserire la password.',
  'wrong-totp': 'Il codice non è corretto. Attendere un nuovo codice nell’app e riprovare.',
  'wrong-recovery-code':
    'Il codice di recupero non è corretto o è già stato usato. Controllarlo o usarne un altro.',
  'wrong-password': 'La password non è corretta. Riprovare.',
  'missing-login': 'Inserire l’indirizzo email.',
  'wrong-credentials': 'Nome utente e password non corrispondono. Controllarli e riprovare.',
  'passkey-in-vain': 'Non funziona? Confermare in un altro modo:',
  'locked-out':
    'L’app di autenticazione è bloccata dopo troppi codici errati e non è configurato nient’altro con cui confermare. Recuperi l’accesso come se avesse perso il dispositivo.',
  'locked-codes':
    'I codici di recupero sono bloccati dopo troppi codici errati. Acceda in un altro modo e poi ne crei di nuovi.',
  waited: 'Ora può riprovare.',
  blocked: (date) =>
    `Questa azione richiede la verifica in due passaggi ed è bloccata ${before('dal', date)}. Configurarla e poi riprovare.`,
  blockedForPasskey: (date) =>
    `Questa azione richiede una passkey ed è bloccata ${before('dal', date)}. Aggiungerne una e poi riprovare.`,
  waiting: (wait) => `Troppi tentativi. Potrà riprovare tra ${wait}.`,
};
