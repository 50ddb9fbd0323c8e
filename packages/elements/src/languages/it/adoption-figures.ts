import type { AdoptionFiguresStrings } from '../en/adoption-figures.js';
import { before } from './dates.js';

export const adoptionFigures: AdoptionFiguresStrings = {
  from: 'Dal',
  to: 'Al',
  show: 'Mostra',
  working: 'Un momento…',
  shown: (from, to) => `Vengono mostrati i dati ${before('dal', from)} ${before('al', to)}.`,
  refused: {
    order: 'L’ultimo giorno precede il primo. Modificare uno dei due.',
    days: 'Questi giorni non possono essere mostrati. Sceglierne altri.',
  },
  notYours: 'Solo chi amministra quest’area di lavoro vede a che punto è l’adozione.',
  empty: 'In questi giorni nessuno ha eseguito l’accesso e non c’è nessuno da contare.',

  figures: 'Situazione attuale',
  overall: 'Tutte le persone',
  admins: 'Amministratori',
  newUsers: 'Nuove negli ultimi 30 giorni',
  withSecondStep: (enrolled, people) => `Con un secondo passaggio: ${enrolled} persone su ${people}`,
  nobody: 'Nessuno da contare',
  recoveryCodeUse: 'Accessi con codice di recupero',
  ofSignIns: (count, all) => `${count} su un totale di ${all} accessi`,
  noSignIns: 'Nessun accesso in questi giorni',
  failureRate: 'Tentativi non riusciti',
  ofAttempts: (count, all) => `${count} su un totale di ${all} tentativi`,
  noAttempts: 'Nessun tentativo in questi giorni',
  none: '–',

  byTier: 'Per piano',
  tier: 'Piano',
  noTier: 'Senza piano',
  people: 'Persone',
  enrolled: 'Con un secondo passaggio',
  share: 'Quota',

  methods: 'Con che cosa accedono le persone',
  method: 'Metodo',
  signIns: 'Accessi',
  methodNames: {
    passkey: 'Passkey',
    totp: 'App di autenticazione',
    'recovery-code': 'Codice di recupero',
  },

  chart: 'Persone con un secondo passaggio nel tempo',
  course: (first, from, last, to) => `Valore iniziale: ${first} (${from}). Valore finale: ${last} (${to}).`,
  onlyPoint: (share, day) => `${share} (${day}), l’unico giorno contato.`,
  noCourse: 'In questi giorni non è ancora stato contato nessuno, quindi non c’è una linea da tracciare.',
  numbers: 'Gli stessi dati in cifre',
  day: 'Giorno',
  week: 'Settimana',
  byRecoveryCode: 'Con codice di recupero',
  attempts: 'Tentativi',
  failed: 'Non riusciti',
};
