import type { SharedStrings } from '../en/shared.js';

export const shared: SharedStrings = {
  loading: 'Cargando…',
  tryAgain: 'Reintentar',
  cancel: 'Cancelar',
  device: (name) => name.replace(' on ', ' en '),
};
