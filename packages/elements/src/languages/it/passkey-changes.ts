import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'Dove conservarla?',
  kind: {
    'this-device': 'Su questo dispositivo',
    phone: 'Su un telefono o tablet',
    'security-key': 'Su una chiave di sicurezza',
  },
  kindHelp: {
    'this-device': 'Con il lettore di impronte, la fotocamera o il blocco schermo.',
    phone: 'Inquadrare un codice con l’altro dispositivo, che deve essere vicino.',
    'security-key': 'Una piccola chiave da inserire o da avvicinare al dispositivo.',
  },
  noPlatform: 'Questo dispositivo non ha un blocco schermo utilizzabile. Scegliere un altro posto.',
  shared:
    'È un computer condiviso o pubblico? Allora non vi conservi una passkey: usi il telefono o una chiave di sicurezza.',
  waiting: 'Seguire i passaggi mostrati dal browser…',
  addedNow: 'La passkey è stata aggiunta.',
  remove: 'Rimuovi',
  removeAsk: (name) => `Rimuovere ${name}? Non potrà più accedere con questa passkey.`,
  removeCurrentAsk: (name) =>
    `Rimuovere ${name}? È la passkey in uso adesso. La sessione resta aperta, ma non potrà più usarla.`,
  removeLastAsk: (name) =>
    `Rimuovere ${name}? È il Suo ultimo metodo di autenticazione: l’autenticazione a più fattori verrà disattivata e i codici di recupero non saranno più validi.`,
  removeLast: 'Rimuovi e disattiva',
  instead: 'Anche un’app di autenticazione protegge l’account e funziona ovunque.',
  useApp: 'Configura un’app di autenticazione',
};
