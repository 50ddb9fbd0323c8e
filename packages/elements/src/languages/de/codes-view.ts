import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Speichern Sie Ihre Wiederherstellungscodes',
  showDescription:
    'Wenn Ihr Authenticator nicht mehr da ist, können Sie sich mit jedem dieser Codes einmal anmelden. Sie sehen sie nur jetzt: Bewahren Sie sie sicher auf, und nicht nur auf demselben Gerät.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren ist hier nicht möglich. Laden Sie die Codes herunter oder drucken Sie sie.',
  download: 'Herunterladen',
  print: 'Drucken',
  iHaveSaved: 'Ich habe meine Wiederherstellungscodes gespeichert',
  continue: 'Weiter',
  working: 'Einen Moment …',
  codesFor: (service) => `Wiederherstellungscodes für ${service}`,
};
