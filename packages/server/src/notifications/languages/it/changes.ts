import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Cambi subito la password e controlli le impostazioni di sicurezza.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'La verifica in due passaggi è attiva',
    happened: 'D’ora in poi, per accedere al Suo account serve un secondo passaggio.',
    next: 'Conservi i codici di recupero in un luogo sicuro: Le permettono di entrare se perde il dispositivo.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'La verifica in due passaggi è stata disattivata',
    happened:
      'Il Suo account è ora protetto soltanto dalla password e i codici di recupero non sono più validi.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'È stata aggiunta un’app di autenticazione',
    happened:
      'Al Suo account è stata aggiunta un’app di autenticazione. I suoi codici sono un secondo passaggio per l’accesso.',
    notYou: 'La rimuova nelle impostazioni di sicurezza e cambi subito la password.',
  }),
  'totp-removed': () => ({
    subject: 'È stata rimossa un’app di autenticazione',
    happened: 'Dal Suo account è stata rimossa un’app di autenticazione. I suoi codici non funzionano più.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'È stata aggiunta una passkey',
    happened: 'Al Suo account è stata aggiunta una passkey. Chi la possiede può accedere.',
    notYou: 'La rimuova nelle impostazioni di sicurezza e cambi subito la password.',
  }),
  'passkey-revoked': () => ({
    subject: 'È stata rimossa una passkey',
    happened: 'Dal Suo account è stata rimossa una passkey. Non permette più di accedere.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'È stato usato un codice di recupero',
    happened: `Qualcuno ha eseguito l’accesso al Suo account con uno dei Suoi codici di recupero. Codici rimanenti: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'Sono stati creati nuovi codici di recupero',
    happened:
      'Per il Suo account sono stati creati nuovi codici di recupero. Quelli vecchi non sono più validi.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Il Suo secondo passaggio è stato reimpostato',
    happened:
      'Un amministratore della Sua area di lavoro ha rimosso tutti i dispositivi e i codici di recupero del Suo account. Tutte le Sue sessioni sono state chiuse.',
    next: 'Acceda con la password; per prima cosa configurerà un nuovo secondo passaggio. Se non l’ha richiesto Lei, avvisi subito l’amministratore e cambi la password.',
  }),
};
