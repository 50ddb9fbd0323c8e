import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'App di autenticazione',
  description: 'App che mostrano codici per il secondo passaggio dell’accesso.',
  empty: 'Non ha ancora nessuna app di autenticazione.',
  added: 'Aggiunta:',
  lastUsed: 'Ultimo utilizzo:',
  neverUsed: 'Non ancora usata',
  locked: 'Bloccata',
  lockedHelp:
    'Sono stati inseriti troppi codici errati. La sostituisca per configurare di nuovo l’app, oppure la rimuova.',
  add: 'Aggiungi un’app di autenticazione',
  limit:
    'Ha dieci app di autenticazione e non sono possibili altre. Ne rimuova una per aggiungerne un’altra.',
  pending: 'Non completata',
  pendingHelp: 'La configurazione di un’app di autenticazione è iniziata.',
  resume: 'Completa',
  discard: 'Scarta',
  discarded: 'Configurazione scartata.',
  rename: 'Rinomina',
  replace: 'Sostituisci',
  remove: 'Rimuovi',
};
