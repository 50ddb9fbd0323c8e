import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Salvare i codici di recupero',
  showDescription:
    'Se non ha più il metodo di autenticazione, ognuno di questi codici Le permette di accedere una volta. Vengono mostrati solo adesso: li conservi in un luogo sicuro, e non soltanto sullo stesso dispositivo.',
  copy: 'Copia',
  copied: 'Copiato',
  copyFailed: 'Qui non è possibile copiare. Scaricare o stampare i codici.',
  download: 'Scarica',
  print: 'Stampa',
  iHaveSaved: 'Ho salvato i miei codici di recupero',
  continue: 'Continua',
  working: 'Un momento…',
  codesFor: (service) => `Codici di recupero per ${service}`,
};
