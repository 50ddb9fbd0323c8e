import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Schützen Sie Ihr Konto',
    passkey: 'Passkey einrichten',
    totp: 'Authenticator-App einrichten',
  },
  description: {
    choice:
      'Wählen Sie, wie Sie sich ausweisen. Mit Ihrem Passwort allein kann sich dann niemand mehr anmelden.',
    passkey:
      'Melden Sie sich per Fingerabdruck, Gesicht oder Bildschirmsperre an. Es gibt nichts einzutippen.',
    totp: 'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code. Mit Ihrem Passwort allein kann sich dann niemand mehr anmelden. Jede Authenticator-App ist geeignet.',
  },
  use: { passkey: 'Passkey verwenden', totp: 'Authenticator-App verwenden' },
  useHelp: {
    passkey: 'Fingerabdruck, Gesicht, Bildschirmsperre oder Sicherheitsschlüssel. Nichts einzutippen.',
    totp: 'Ein Code aus einer App auf Ihrem Telefon. Funktioniert überall.',
  },
  prompting: 'Folgen Sie den Schritten, die Ihr Browser zeigt …',
  sharedComputer:
    'Bewahren Sie auf einem gemeinsam genutzten Computer weder einen Passkey noch Ihre Wiederherstellungscodes auf, und achten Sie darauf, dass niemand mitliest.',
  start: 'Einrichten',
  working: 'Einen Moment …',
  noMethods: 'Hier gibt es nichts einzurichten.',
  doneHeading: {
    passkey: 'Ihr Passkey ist eingerichtet',
    totp: 'Ihre Authenticator-App ist eingerichtet',
  },
  done: {
    passkey: 'Ab jetzt können Sie sich allein damit anmelden.',
    totp: 'Ab jetzt bestätigen Sie Anmeldungen mit einem Code aus dieser App.',
  },
};
