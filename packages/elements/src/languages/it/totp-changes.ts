import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'L’app di autenticazione è stata aggiunta.',
  replaceHelp:
    'Cambia telefono? Configuri prima la nuova app. Quella vecchia continua a funzionare finché non la rimuove.',
  remove: 'Rimuovi',
  removeAsk: (name) => `Rimuovere ${name}? Non potrà più accedere con i codici di questa app.`,
  removeLastAsk: (name) =>
    `Rimuovere ${name}? È il Suo ultimo metodo di autenticazione: l’autenticazione a più fattori verrà disattivata e i codici di recupero non saranno più validi.`,
  removeOldAsk: (name) => `La nuova app funziona. Rimuovere quella vecchia, ${name}?`,
  removeLast: 'Rimuovi e disattiva',
  keep: 'Mantieni entrambe',
};
