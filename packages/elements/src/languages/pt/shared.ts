import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Carregando…',
  tryAgain: 'Tentar novamente',
  cancel: 'Cancelar',
  device: (name) => name.replace(' on ', ' no '),
  factor: (name) =>
    name.replace(/^Authenticator app$/, 'App autenticador').replace(/^Passkey$/, 'Chave de acesso'),
};
