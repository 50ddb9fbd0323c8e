import type { FactorErrorStrings } from '../en/factor-errors.js';

export const factorErrors: FactorErrorStrings = {
  step_up_required:
    'Dafür müssen Sie sich noch einmal ausweisen. Bitte versuchen Sie es erneut und bestätigen Sie.',
  mfa_required: 'Dafür brauchen Sie die Anmeldung in zwei Schritten. Bitte richten Sie sie zuerst ein.',
  enrolment_required: 'Richten Sie zuerst einen neuen Anmeldeweg ein.',
  last_factor:
    'Das ist Ihr letzter zweiter Schritt, und er ist vorgeschrieben. Fügen Sie zuerst einen weiteren hinzu.',
  conflict: 'Zur selben Zeit hat sich etwas anderes geändert. Bitte versuchen Sie es noch einmal.',
  factor_limit:
    'Die Höchstzahl ist erreicht. Entfernen Sie etwas, das Sie nicht mehr verwenden, und versuchen Sie es noch einmal.',
  expired: 'Das hat zu lange gedauert und ist abgelaufen. Bitte beginnen Sie von vorn.',
  not_found: 'Das gibt es nicht mehr. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  validation_failed: 'Etwas in diesem Formular stimmt nicht. Bitte prüfen Sie Ihre Eingabe.',
};
