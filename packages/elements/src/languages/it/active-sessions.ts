import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Dove è aperto il Suo account',
  description: 'Non riconosce una di queste sessioni? La chiuda e poi cambi la password.',
  current: 'Questo dispositivo',
  unknown: 'Browser sconosciuto',
  lastSeen: 'Ultima attività:',
  since: 'accesso:',
  proven: (methods) => `Confermata con ${methods}`,
  method: {
    password: 'password',
    passkey: 'passkey',
    totp: 'app di autenticazione',
    'recovery-code': 'codice di recupero',
    'remembered-device': 'dispositivo memorizzato',
    'account-recovery': 'recupero dell’account',
  },
  empty: 'L’account non è aperto in nessun altro posto.',
  revoke: (current) => (current ? 'Esci' : 'Chiudi'),
  ask: (name, current) =>
    current
      ? 'Uscire dall’account in questo browser?'
      : `Chiudere la sessione in ${name}? L’accesso termina subito.`,
  revoked: (name) => `La sessione in ${name} è stata chiusa.`,
  revokeAll: 'Chiudi tutte le altre',
  askAll:
    'Chiudere tutte le altre sessioni? Questa resta aperta. Vengono dimenticati anche tutti i dispositivi memorizzati, compreso questo: al prossimo accesso verrà chiesto di nuovo il secondo passaggio.',
  revokedAll:
    'Tutte le altre sessioni sono state chiuse e tutti i dispositivi memorizzati sono stati dimenticati.',
  working: 'Un momento…',
};
