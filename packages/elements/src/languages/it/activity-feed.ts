import type { ActivityFeedStrings } from '../en/activity-feed.js';
import { plural } from '../format.js';

export const activityFeed: ActivityFeedStrings = {
  empty: 'Non è ancora successo nulla.',
  nothingFound: 'Nessun risultato.',
  current: 'Questa sessione',
  unknownDevice: 'Browser sconosciuto',
  unusual: 'Insolito',
  reportedBefore: 'Segnalato',
  suspicion: {
    'new-device': 'Da un browser mai usato prima con questo account.',
    'new-network': 'Da una rete mai usata prima con questo account.',
    'counter-anomaly': 'Il contatore della passkey non è coerente, come succede con una copia.',
    replay: 'È stato usato di nuovo qualcosa che vale una volta sola.',
    'many-failures': 'Dopo molti tentativi non riusciti in poco tempo.',
    reported: 'Ha segnalato che l’attività non era Sua.',
  },
  method: {
    password: 'Password',
    passkey: 'Passkey',
    totp: 'App di autenticazione',
    'recovery-code': 'Codice di recupero',
    'remembered-device': 'Dispositivo memorizzato',
    'account-recovery': 'Recupero dell’account',
  },
  withFactor: (method, name) => `${method} «${name}»`,
  showOlder: 'Mostra precedenti',
  olderShown: (count, isAll) =>
    `${plural('it', count, {
      one: `Viene mostrato ${String(count)} evento precedente.`,
      other: `Vengono mostrati ${String(count)} eventi precedenti.`,
    })}${isAll ? ' Non ce ne sono altri.' : ''}`,
  found: (count, isAll) =>
    isAll
      ? plural('it', count, {
          one: `${String(count)} evento trovato.`,
          other: `${String(count)} eventi trovati.`,
        })
      : plural('it', count, {
          one: `Viene mostrato l’ultimo evento (${String(count)}).`,
          other: `Vengono mostrati gli ultimi ${String(count)} eventi.`,
        }),

  filter: 'Filtra',
  filterOn: 'Filtra (attivo)',
  apply: 'Applica',
  clear: 'Cancella filtri',
  type: 'Che cosa è successo',
  anything: 'Tutto',
  outcome: 'Esito',
  anyOutcome: 'Qualsiasi',
  outcomes: { success: 'Riuscito', failure: 'Non riuscito', blocked: 'Bloccato' },
  ip: 'Indirizzo IP',
  from: 'Dal',
  to: 'Al',
  refused: {
    ip: 'Non è un indirizzo IP. Copiarne uno dall’elenco, ad esempio 192.0.2.14.',
    dates: 'L’ultimo giorno precede il primo. Modificare uno dei due.',
  },
  group: {
    signIns: 'Accessi',
    factors: 'Fattori',
    recovery: 'Modi per riavere l’accesso',
    sessions: 'Sessioni e dispositivi',
    warnings: 'Avvisi',
    other: 'Altro',
  },
  types: {
    'auth.sign_in': 'Accessi',
    'auth.2fa': 'Secondi fattori',
    'auth.step_up': 'Nuove conferme',
    'auth.passkey': 'Passkey',
    'auth.totp': 'App di autenticazione',
    'auth.password': 'Password',
    'auth.recovery_codes': 'Nuovi codici di recupero',
    'auth.recovery_code': 'Codici di recupero usati',
    'auth.recovery': 'Recupero dell’account',
    'auth.session': 'Sessioni terminate',
    'auth.device': 'Dispositivi memorizzati',
    'auth.2fa.brute_force_blocked': 'Troppi tentativi',
    'auth.2fa.replay_attempt': 'Codici usati due volte',
    'auth.2fa.factor_locked': 'App e codici di recupero bloccati',
    'auth.passkey.counter_anomaly': 'Passkey forse copiate',
    'auth.activity': 'Le Sue segnalazioni',
    'auth.enforcement': 'I requisiti dell’organizzazione',
  },

  download: 'Scarica i risultati:',
  downloadAs: (format) => `Scarica in formato ${format}`,

  notMe: 'Non ero io',
  ask: 'Era qualcun altro? Allora lo segnali. In questo modo non viene ancora chiuso né modificato nulla: subito dopo Le diremo che cosa fare.',
  report: 'Segnala',
  working: 'Un momento…',
  reported: 'La segnalazione è registrata.',
  whatNow: 'La segnalazione è registrata. Ora proceda così:',
  advice: {
    'end-sessions':
      'Chiunque fosse potrebbe avere ancora l’account aperto. Chiudere tutte le altre sessioni.',
    'change-password': 'Cambiare la password.',
    'new-recovery-codes': 'Creare nuovi codici di recupero; quelli vecchi non saranno più validi.',
    'review-factors': 'Rimuovere tutte le passkey e le app di autenticazione che non riconosce.',
  },
  goTo: {
    'end-sessions': 'Vai alle sessioni',
    'new-recovery-codes': 'Vai ai codici di recupero',
    'review-factors': 'Vai alle passkey e alle app',
  },
  done: 'Fine',
};
