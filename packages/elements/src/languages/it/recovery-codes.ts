import type { RecoveryCodesStrings } from '../en/recovery-codes.js';
import { plural } from '../format.js';
import { before } from './dates.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Codici di recupero',
  description:
    'Permettono di accedere quando non ha più il metodo di autenticazione. Ognuno vale una volta sola.',
  none: 'Non ha ancora codici di recupero. Ne riceverà dieci quando configurerà il primo metodo di autenticazione.',
  left: (count, total) =>
    plural('it', count, {
      one: `Ne resta ${String(count)} su ${String(total)}`,
      other: `Ne restano ${String(count)} su ${String(total)}`,
    }),
  made: (date) => `Creati ${before('il', date)}.`,
  saved: 'Ha confermato di averli salvati.',
  notSaved: 'Non ha confermato di averli salvati. Se non li ha, ne crei di nuovi.',
  few: 'Restano pochi codici. Ne crei di nuovi prima che finiscano.',
  used: 'Tutti i codici sono stati usati. Ne crei di nuovi: senza di essi, la perdita del metodo di autenticazione Le impedisce di accedere.',
  regenerate: 'Crea nuovi codici',
  ask: 'Creare dieci nuovi codici? Quelli vecchi smettono subito di essere validi, ovunque li conservi.',
  confirmRegenerate: 'Sostituisci i vecchi codici',
  working: 'Un momento…',
  confirmed: 'I codici di recupero sono salvati.',
};
