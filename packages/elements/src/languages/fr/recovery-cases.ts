import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Dossiers de récupération',
  description:
    'Pour les personnes qui ont perdu tout moyen d’accès. L’un de vous vérifie leur identité et ouvre un dossier\u202f; quelqu’un d’autre décide.',
};
