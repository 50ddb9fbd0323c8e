import type { PolicyFormStrings } from '../en/policy-form.js';
import { plural } from '../format.js';

const days = (count: number): string =>
  plural('it', count, { one: `${String(count)} giorno`, other: `${String(count)} giorni` });

const grace = (count: number): string =>
  count
    ? `Chi non l’ha ancora ha ${days(count)} di tempo dalla prima richiesta. Dopo, ciò che la richiede è bloccato finché non viene configurata.`
    : 'Per chi non l’ha ancora, ciò che la richiede è bloccato subito, finché non viene configurata.';

const roles = 'Un ruolo ha al massimo 64 caratteri e i ruoli sono al massimo 100. Controllare le virgole.';

export const policyForm: PolicyFormStrings = {
  required: 'Obbligatoria per tutte le persone in quest’area di lavoro',
  requiredHint: 'Disattivata: solo i ruoli qui sotto e le persone a cui la richiede il piano.',
  roles: 'Ruoli per cui è obbligatoria in ogni caso',
  rolesHint: 'Con le parole della propria applicazione, separate da virgole. Esempio: admin, owner',
  phishingResistantRoles: 'Ruoli per cui vale solo una passkey',
  phishingResistantRolesHint:
    'A differenza di un codice, una passkey non può essere rivelata su una pagina falsa. Anche questi separati da virgole.',
  graceDays: 'Giorni di tempo per configurarla',
  graceDaysHint: 'Da 0 a 365, a partire dalla prima richiesta alla persona.',
  rememberDevice: 'Ogni persona può far memorizzare un proprio dispositivo',
  rememberDeviceHint: 'Lì il secondo passaggio non viene chiesto a ogni accesso.',
  wrong: {
    graceDays: 'Inserire un numero intero da 0 a 365.',
    roles,
    phishingResistantRoles: roles,
  },
  consequences: 'Che cosa cambia con il salvataggio',
  nothing: 'Non è stata modificata nessuna impostazione.',
  unclear: 'Corregga ciò che è segnalato sopra e potrà leggerlo qui.',
  requiredOn: (count) =>
    `La verifica in due passaggi è obbligatoria per tutte le persone dell’area di lavoro. ${grace(count)}`,
  requiredOff:
    'L’area di lavoro non richiede più a nessuno la verifica in due passaggi. I termini già iniziati vengono conservati per il giorno in cui verrà richiesta di nuovo.',
  rolesAdded: (list, count) =>
    `La verifica in due passaggi è da ora obbligatoria per questi ruoli: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Non è più obbligatoria per questi ruoli: ${list}.`,
  passkeyAdded: (list, count) =>
    `Questi ruoli hanno bisogno di una passkey e non confermano con nient’altro: ${list}. ${
      count
        ? `Chi non ne ha una ha ${days(count)} di tempo; fino ad allora tutto continua come prima.`
        : 'Chi non ne ha una deve crearla subito.'
    }`,
  passkeyRemoved: (list) => `Per questi ruoli torna a valere un’app di autenticazione: ${list}.`,
  graceChanged: (count) =>
    `Chi riceve la prima richiesta da ora in poi ${
      count ? `ha ${days(count)} di tempo` : 'non ha tempo a disposizione'
    }. I termini già iniziati restano invariati.`,
  rememberOn: 'Ogni persona può far memorizzare un proprio dispositivo.',
  rememberOff: 'A tutte le persone viene chiesto il secondo passaggio a ogni accesso.',
  save: 'Salva',
  saving: 'Salvataggio in corso…',
  discard: 'Annulla modifiche',
  saved: 'Salvato. Vale da subito.',
  notYours: 'Solo chi amministra l’area di lavoro può vedere e modificare queste impostazioni.',
};
