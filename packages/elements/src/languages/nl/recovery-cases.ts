import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Herstelaanvragen',
  description:
    'Voor personen die op geen enkele manier meer kunnen inloggen. Een van u controleert wie ze zijn en opent een aanvraag; iemand anders beslist.',
};
