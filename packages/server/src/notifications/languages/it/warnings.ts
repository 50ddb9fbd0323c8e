import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const SOMEBODY_KNOWS = 'Qualcuno conosce la Sua password: la cambi subito.';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Un accesso da un nuovo dispositivo o luogo',
    happened:
      'Qualcuno ha eseguito l’accesso al Suo account con un dispositivo, o da una rete, mai usati prima.',
    next: 'Se è stato un accesso Suo, non deve fare nulla.',
    notYou:
      'Chiuda quella sessione nelle impostazioni di sicurezza, cambi subito la password e rimuova da lì tutti i dispositivi che non riconosce.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Una passkey si è comportata in modo imprevisto',
    happened: 'Una delle Sue passkey è stata usata come lo sarebbe una chiave di sicurezza copiata.',
    next: 'Se la chiave è Sua e nessuno l’ha copiata, la rimuova e la aggiunga di nuovo.',
    notYou: 'La rimuova subito nelle impostazioni di sicurezza e cambi la password.',
  }),
  'code-replayed': () => ({
    subject: 'Un codice di accesso è stato usato due volte',
    happened:
      'Un codice, o la risposta di una passkey, già usato in precedenza è stato inviato di nuovo e rifiutato. La causa può essere un doppio clic su un pulsante.',
    notYou: 'Forse qualcuno conosce la Sua password: la cambi subito.',
  }),
  'wrong-codes': () => ({
    subject: 'Diversi codici di accesso errati',
    happened:
      'Per il Suo account sono stati inseriti diversi codici errati di seguito, dopo la password corretta.',
    notYou: SOMEBODY_KNOWS,
  }),
  'too-many-attempts': () => ({
    subject: 'Troppi codici di accesso errati',
    happened:
      'Qualcuno che conosce la Sua password, o ha un link della nostra email, ha inserito troppi codici o password errati. Per un certo tempo vengono rifiutati.',
    notYou: 'Cambi subito la password.',
  }),
  'factor-locked': () => ({
    subject: 'Un’app di autenticazione è stata bloccata',
    happened:
      'Dopo molti codici errati di seguito, un’app di autenticazione del Suo account è stata bloccata definitivamente.',
    next: 'Acceda con un codice di recupero o una passkey e configuri di nuovo l’app.',
    notYou: SOMEBODY_KNOWS,
  }),
  'recovery-codes-locked': () => ({
    subject: 'I Suoi codici di recupero sono stati bloccati',
    happened:
      'Dopo molti codici errati di seguito, i codici di recupero del Suo account sono stati bloccati definitivamente. Nessuno di essi è più valido.',
    next: 'Acceda con un’app di autenticazione o una passkey e crei nuovi codici di recupero.',
    notYou: SOMEBODY_KNOWS,
  }),
  'activity-reported': () => ({
    subject: 'Ha segnalato un’attività non Sua',
    happened: 'Nell’attività di sicurezza del Suo account, qualcosa è stato segnalato come non Suo.',
    next: 'Chiuda tutte le altre sessioni, cambi la password e rimuova tutti i dispositivi che non riconosce. Se la segnalazione non è Sua, lo faccia a maggior ragione: qualcuno è nel Suo account.',
  }),
};
