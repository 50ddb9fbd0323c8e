import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';
import { before } from './dates.js';

export const requirement: RequirementStrings = {
  enforced: 'La verifica in due passaggi è obbligatoria',
  grace: (date) => `Configurare la verifica in due passaggi entro ${before('il', date)}`,
  recommended: 'Protegga l’account con la verifica in due passaggi',
  passkeyEnforced: 'Una passkey è obbligatoria',
  passkeyGrace: (date) => `Aggiungere una passkey entro ${before('il', date)}`,
  reasons: { role: 'il Suo ruolo', workspace: 'la Sua area di lavoro', tier: 'il Suo piano' },
  why: (list) => `Motivo della richiesta: ${list}.`,
  whyPasskey: 'A differenza di un codice, una passkey non può essere rivelata su una pagina falsa.',
  left: (left) => `Tempo rimanente: ${left}. Fino ad allora tutto funziona come prima.`,
  blocked:
    'Le azioni che la richiedono sono bloccate finché non viene configurata. Tutto il resto funziona come prima.',
  blockedSince: (date) =>
    `Le azioni che la richiedono sono bloccate ${before('dal', date)} e tornano disponibili appena viene configurata. Tutto il resto funziona come prima.`,
  recommendedWhy: 'Nessuno potrà più accedere con la sola password. Bastano circa due minuti.',
  nudge: {
    'set-up-after-incident': 'Protegga subito il Suo account',
    'add-second-passkey': 'Aggiungere una seconda passkey',
    'few-recovery-codes': 'Creare nuovi codici di recupero',
    'recovery-codes-not-saved': 'Salvare i codici di recupero',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'È successo qualcosa di insolito nel Suo account. Con la verifica in due passaggi nessuno entra con la sola password.',
    'add-second-passkey':
      'Con un’altra su un altro dispositivo o su una chiave di sicurezza, può entrare anche se perde la prima.',
    'few-recovery-codes': 'Permettono di entrare quando non ha più il metodo di autenticazione.',
    'recovery-codes-not-saved':
      'Non ha confermato di averli salvati. Permettono di entrare quando non ha più il metodo di autenticazione.',
  },
  codesLeft: (count) =>
    plural('it', count, {
      one: `Ne resta solo ${String(count)}.`,
      other: `Ne restano solo ${String(count)}.`,
    }),
  noCodesLeft: 'Non ne resta nessuno.',
  setUp: 'Configura ora',
  addPasskey: 'Aggiungi una passkey',
  toCodes: 'Vai ai codici di recupero',
  later: 'Più tardi',
  notNow: 'Non ora',
  close: 'Chiudi',
  done: 'Tutto è configurato',
  doneCodes: 'I codici di recupero sono salvati',
  unblocked: 'Ciò che era bloccato è di nuovo disponibile.',
  met: 'Qui non Le viene chiesto altro.',
};
