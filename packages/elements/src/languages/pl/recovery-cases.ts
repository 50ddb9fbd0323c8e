import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Sprawy odzyskiwania',
  description:
    'Dla osób, które utraciły każdy sposób logowania. Jedna osoba z zespołu sprawdza ich tożsamość i zakłada sprawę; decyduje ktoś inny.',
};
