import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Carregando…',
  tryAgain: 'Tentar novamente',
  cancel: 'Cancelar',
  device: (name) => name.replace(' on ', ' no '),
};
