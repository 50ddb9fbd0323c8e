import type { CasesListStrings } from '../en/cases-list.js';
import { plural } from '../format.js';
import { before } from './dates.js';

export const casesList: CasesListStrings = {
  empty: 'Non ci sono casi.',
  notYours: 'Solo l’assistenza vede i casi di recupero.',
  working: 'Un momento…',
  showMore: 'Mostra altri',
  moreShown: (count, isAll) =>
    `${plural('it', count, {
      one: `Viene mostrato ${String(count)} altro caso.`,
      other: `Vengono mostrati altri ${String(count)} casi.`,
    })}${isAll ? ' Ora sono tutti visibili.' : ''}`,
  status: {
    pending: 'In attesa di decisione',
    waiting: 'Approvato, in attesa',
    ready: 'Pronto',
    completed: 'Completato',
    cancelled: 'Annullato',
    expired: 'Scaduto',
    rejected: 'Respinto',
  },
  kind: {
    'video-call': 'Videochiamata',
    'in-person': 'Di persona',
    'identity-check': 'Verifica dell’identità tramite un fornitore',
    'call-back': 'Chiamata a un numero registrato',
    other: 'Altro',
  },
  evidence: (kind, reference) => `Prova: ${kind}, ${reference}`,
  because: (reason) => `Motivo: ${reason}`,
  noWait: (reason) => `Senza attesa: ${reason}`,
  startedBy: (name, ago) => `Aperto da ${name} ${ago}`,
  approvedBy: (name, ago) => `Approvato da ${name} ${ago}`,
  rejectedBy: (name, ago) => `Respinto da ${name} ${ago}`,
  you: 'Lei',
  unknown: 'una persona non più presente',

  onceApproved: (span, time) =>
    `Dopo l’approvazione, l’ultimo link partirà ${before('il', time)}. Tempo rimanente: ${span}.`,
  onceApprovedNow: 'Dopo l’approvazione, l’ultimo link parte subito.',
  decideBy: (time) => `Senza una decisione, il caso scade ${before('il', time)}.`,
  goesOut: (span, time) => `L’ultimo link partirà ${before('il', time)}. Tempo rimanente: ${span}.`,
  goesOutNow: 'L’ultimo link parte adesso.',
  goodUntil: (time) => `L’ultimo link è stato inviato. È valido fino ${before('al', time)}.`,
  whatFollowed: {
    completed:
      'La persona è tornata con il link e la password e deve configurare un nuovo secondo passaggio.',
    cancelled:
      'Annullato tramite il link nell’email della persona, il suo accesso oppure una reimpostazione.',
    expired: 'Nessuno ha deciso in tempo oppure l’ultimo link non è stato usato.',
    rejected: 'Non ne consegue nulla.',
  },
  ownCase: 'Questo caso è stato aperto da Lei, quindi deve decidere un’altra persona.',
  aboutYou: 'Questo caso riguarda Lei, quindi decidono altre persone.',

  approve: 'Approva',
  approveHeading: (name) => `Approvare il caso di ${name}?`,
  approveCheck: (evidence) => `Esamini prima la prova di persona. ${evidence}.`,
  approveWhat: {
    told: 'La persona viene avvisata per email subito e ogni giorno dell’attesa, con un link che annulla tutto.',
    link: (span) => `L’ultimo link parte dopo l’attesa. Tempo rimanente: ${span}.`,
    linkNow: 'L’ultimo link parte subito.',
    then: 'Con il link e la password, la persona riottiene l’accesso e può solo configurare un nuovo secondo passaggio. Tutto ciò che era configurato prima viene rimosso e tutte le altre sessioni vengono chiuse.',
  },
  approveConfirm: 'Approva il caso',
  approved: (name) => `Il caso di ${name} è stato approvato.`,
  reject: 'Respingi',
  rejectHeading: (name) => `Respingere il caso di ${name}?`,
  rejectWhat: 'In tal caso non ne consegue nulla e la persona viene avvisata per email.',
  rejectReason: 'Motivo (facoltativo)',
  rejectReasonHint: 'Viene conservato con il Suo nome.',
  rejectConfirm: 'Respingi il caso',
  rejected: (name) => `Il caso di ${name} è stato respinto.`,
  decidedAlready: 'Questo caso non è più aperto: ha deciso un’altra persona oppure è stato annullato.',

  start: 'Apri un caso',
  startHeading: 'Aprire un caso',
  startWhat:
    'Verificare prima chi è la persona. Viene avvisata subito per email e può annullare con un clic. Sul caso decide qualcun altro.',
  account: 'Account della persona',
  accountHint: 'Ciò con cui accede, di solito l’indirizzo email.',
  evidenceKind: 'Come sa che si tratta di questa persona',
  choose: 'Scegliere un’opzione',
  evidenceReference: 'Dove è conservata la prova',
  evidenceReferenceHint:
    'Il numero di un ticket o di una registrazione nel proprio sistema. Non incollare mai documenti, le loro immagini o i loro numeri.',
  reason: 'Che cosa è successo',
  reasonHint: 'Ad esempio «Telefono e codici rubati». Viene conservato.',
  skipWait: 'Salta l’attesa',
  skipWaitHint: 'L’attesa permette alla persona di fermare chi si spaccia per lei.',
  skipWaitReason: 'Perché non si può aspettare',
  startConfirm: 'Apri il caso',
  started: (name) => `È stato aperto un caso per ${name}. Deve decidere un’altra persona.`,
  missing: {
    account: 'Indicare di chi è l’account.',
    'evidence.kind': 'Indicare come sa che si tratta di questa persona.',
    'evidence.reference': 'Indicare dove è conservata la prova: un riferimento, non la prova stessa.',
    reason: 'Indicare che cosa è successo.',
    'skipWait.reason': 'Indicare perché non si può aspettare.',
  },
  nobody: 'Nessuno accede con questi dati. Controllarli e riprovare.',
  notStarted: 'Non può aprire un caso per questo account. Nessuno ne apre uno per sé.',
  openAlready: 'Per questa persona è già in corso un caso o un recupero.',
};
