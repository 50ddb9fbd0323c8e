import type { ErrorStrings } from '../en/errors.js';

export const errors: ErrorStrings = {
  unexpected: 'Algo deu errado. Tente novamente.',
  offline: 'Não foi possível acessar o servidor. Verifique sua conexão e tente novamente.',
};
