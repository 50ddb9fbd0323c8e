import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Proteggere l’account',
    passkey: 'Configurare una passkey',
    totp: 'Configurare un’app di autenticazione',
  },
  description: {
    choice: 'Scelga come confermare la Sua identità. Nessuno potrà più accedere con la sola password.',
    passkey: 'Accesso con l’impronta digitale, il volto o il blocco schermo. Non c’è nulla da digitare.',
    totp: 'Un’app sul telefono mostra un nuovo codice ogni 30 secondi. Nessuno potrà più accedere con la sola password.',
  },
  use: { passkey: 'Usa una passkey', totp: 'Usa un’app di autenticazione' },
  useHelp: {
    passkey: 'L’impronta digitale, il volto, il blocco schermo o una chiave di sicurezza. Nulla da digitare.',
    totp: 'Un codice di un’app sul telefono. Va bene qualsiasi app di autenticazione.',
  },
  prompting: 'Seguire i passaggi mostrati dal browser…',
  sharedComputer:
    'Su un computer condiviso, non lasci vedere lo schermo a nessuno e non vi conservi passkey né codici di recupero.',
  start: 'Configura',
  working: 'Un momento…',
  noMethods: 'Qui non c’è nulla da configurare.',
  doneHeading: {
    passkey: 'La passkey è configurata',
    totp: 'L’app di autenticazione è configurata',
  },
  done: {
    passkey: 'D’ora in poi, per accedere basta la passkey.',
    totp: 'D’ora in poi, confermerà gli accessi con un codice di questa app.',
  },
};
