import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Cargando…',
  tryAgain: 'Reintentar',
  cancel: 'Cancelar',
  device: (name) => name.replace(' on ', ' en '),
  factor: (name) =>
    name
      .replace(/^Authenticator app$/, 'Aplicación de autenticación')
      .replace(/^Passkey$/, 'Llave de acceso'),
};
