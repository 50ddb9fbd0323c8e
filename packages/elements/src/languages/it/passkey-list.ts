import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Passkey',
  description:
    'Una passkey permette di accedere con l’impronta digitale, il volto o il blocco schermo. Non c’è nulla da digitare e nulla che una pagina falsa possa rubare.',
  empty: 'Non ha ancora nessuna passkey.',
  added: 'Aggiunta:',
  lastUsed: 'Ultimo utilizzo:',
  neverUsed: 'Non ancora usata',
  current: 'In uso adesso',
  synced: (provider) =>
    provider
      ? `Sincronizzata: su tutti i Suoi dispositivi con ${provider}.`
      : 'Sincronizzata: su tutti i Suoi dispositivi con lo stesso gestore di password.',
  bound: 'Solo su un dispositivo. Se perde quel dispositivo, perde questa passkey.',
  boundKey: 'Solo su questa chiave di sicurezza. Se perde la chiave, perde questa passkey.',
  second:
    'È la Sua unica passkey. Ne aggiunga un’altra su un altro dispositivo o su una chiave di sicurezza, per poter entrare anche se la perde.',
  add: 'Aggiungi una passkey',
  limit: 'Ha venti passkey e non sono possibili altre. Ne rimuova una per aggiungerne un’altra.',
  rename: 'Rinomina',
  remove: 'Rimuovi',
};
