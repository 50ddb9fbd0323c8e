import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'Ha eseguito l’accesso con un codice di recupero. Prima di continuare, configuri di nuovo un metodo di autenticazione, per poter accedere la prossima volta. Ha un’ora di tempo.',
    'account-recovery':
      'Ha di nuovo accesso al Suo account. Prima di continuare, configuri di nuovo un metodo di autenticazione, per poter accedere la prossima volta. Ha un’ora di tempo.',
    other: 'Prima di continuare, configuri un metodo di autenticazione per il Suo account.',
  },
  scanHeading: 'Collegare l’app',
  scan: 'Inquadrare questo codice QR con l’app di autenticazione.',
  qr: 'Codice QR per l’app di autenticazione',
  cannotScan: 'Non riesce a inquadrarlo? Inserisca questa chiave nell’app:',
  copyKey: 'Copia chiave',
  copied: 'Copiato',
  copyFailed: 'Qui non è possibile copiare. Selezionare la chiave e copiarla a mano.',
  openApp: 'Apri nell’app di autenticazione',
  name: 'Dare un nome all’app, se lo desidera',
  code: 'Inserire il codice mostrato dall’app',
  missing: 'Inserire tutte e sei le cifre.',
  wrong: 'Il codice non è corretto. Attendere un nuovo codice nell’app e riprovare.',
  clock:
    'Viene ancora rifiutato? Verificare che l’ora del telefono sia impostata automaticamente: i codici dipendono da essa.',
  verify: 'Conferma',
  verifying: 'Verifica in corso…',
  resumeHeading: 'Completare la configurazione dell’app',
  resume: 'L’app è già stata collegata. Manca solo il codice.',
  newQr: 'Mostra un nuovo codice QR',
  ending: 'L’operazione scade tra un minuto. Se serve più tempo, mostrare un nuovo codice QR.',
  startAgain: 'Ricomincia',
  waited: 'Ora può riprovare.',
  choose: 'Scegli un altro modo',
  oldHeading: 'Rimuovere i vecchi metodi di autenticazione?',
  old: 'Il nuovo metodo di autenticazione funziona. Rimuova quelli che ha perso o che non usa più.',
  remove: 'Rimuovi',
  removed: (name) => `Rimozione completata: ${name}.`,
  finish: 'Fine',
};
