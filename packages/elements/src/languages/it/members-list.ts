import type { MembersListStrings } from '../en/members-list.js';
import { plural } from '../format.js';
import { before } from './dates.js';

export const membersList: MembersListStrings = {
  status: 'Mostra',
  everybody: 'Tutte le persone',
  statuses: {
    none: 'Senza secondo passaggio',
    totp: 'Solo con app di autenticazione',
    passkey: 'Solo con passkey',
    both: 'Con passkey e app',
    grace: 'Ancora in tempo per la configurazione',
    enforced: 'Con il termine scaduto',
    exempt: 'Con esenzione temporanea',
  },
  mfa: {
    none: 'Ancora nessun secondo passaggio',
    totp: 'App di autenticazione',
    passkey: 'Passkey',
    both: 'Passkey e app di autenticazione',
  },
  you: 'Lei',
  hasUntil: (deadline, wait) => `Da configurare entro ${before('il', deadline)} (${wait}).`,
  overdue: (deadline) =>
    `Avrebbe dovuto essere configurato entro ${before('il', deadline)}: ciò che lo richiede è bloccato.`,
  lastSignIn: (ago) => `Ultimo accesso: ${ago}`,
  neverSignedIn: 'Nessun accesso registrato',
  empty: 'Quest’area di lavoro non ha membri.',
  nothingFound: 'Nessuno, tra tutti i membri.',
  nobodyYet: 'Finora nessuno. Mostrarne altri per continuare la ricerca.',
  found: (count, isAll) =>
    isAll
      ? plural('it', count, {
          one: `Viene mostrato ${String(count)} membro.`,
          other: `Vengono mostrati ${String(count)} membri.`,
        })
      : plural('it', count, {
          one: `Viene mostrato il primo membro (${String(count)}).`,
          other: `Vengono mostrati i primi ${String(count)} membri.`,
        }),
  showMore: 'Mostra altri',
  moreShown: (count, isAll) =>
    `${plural('it', count, {
      one: `Viene mostrato ${String(count)} altro membro.`,
      other: `Vengono mostrati altri ${String(count)} membri.`,
    })}${isAll ? ' Ora sono tutti visibili.' : ''}`,
  notYours: 'Solo chi amministra quest’area di lavoro ne vede i membri.',
  working: 'Un momento…',
  reason: 'Motivo',
  reasonHint: 'Viene conservato con il Suo nome. Niente codici, password o dati sulla salute.',
  missingReason: 'Indicare il motivo. Viene conservato.',

  reset: 'Reimposta',
  resetHeading: (name) => `Reimpostare il secondo passaggio di ${name}?`,
  resetWhat: [
    'Le passkey, le app di autenticazione e i codici di recupero della persona vengono rimossi.',
    'Tutte le sue sessioni vengono chiuse e i suoi dispositivi memorizzati vengono dimenticati.',
    'Al prossimo accesso usa la password e, prima di ogni altra cosa, configura un nuovo secondo passaggio.',
    'Viene avvisata per email.',
  ],
  resetCheck:
    'Si assicuri prima che la richiesta venga davvero da questa persona: di persona o chiamando un numero che conosce.',
  resetConfirm: 'Reimposta ora',
  wasReset: (name) => `Il secondo passaggio di ${name} è stato reimpostato.`,
  resetMark: 'Appena reimpostato',
  oneself: 'Per il proprio account, rivolgersi a un altro amministratore.',

  exempt: 'Esenta temporaneamente',
  exemptHeading: (name) => `Esentare temporaneamente ${name}?`,
  exemptWhat:
    'Fino alla fine di quel giorno, la mancanza di un secondo passaggio non blocca nulla per questa persona. Il suo termine resta invariato e dopo quel giorno torna a valere.',
  until: 'Ultimo giorno',
  missingUntil: 'Scegliere l’ultimo giorno: dopo oggi ed entro 90 giorni al massimo.',
  exemptConfirm: 'Esenta',
  wasExempted: (name, day) => `Esenzione di ${name} fino ${before('al', day)}.`,
  exemptMark: (day) => `Esenzione fino ${before('al', day)}`,
};
