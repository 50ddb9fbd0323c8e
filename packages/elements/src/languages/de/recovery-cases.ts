import type { RecoveryCasesStrings } from '../en/recovery-cases.js';

export const recoveryCases: RecoveryCasesStrings = {
  heading: 'Wiederherstellungsfälle',
  description:
    'Für Personen, die jeden Weg in ihr Konto verloren haben. Jemand von Ihnen prüft, wer sie sind, und eröffnet einen Fall; jemand anderes entscheidet.',
};
