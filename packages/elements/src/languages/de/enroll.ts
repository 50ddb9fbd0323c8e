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
  choose: 'Anderen Weg wählen',
  prompting: 'Folgen Sie den Schritten, die Ihr Browser zeigt …',
  because: {
    'recovery-code':
      'Sie haben sich mit einem Wiederherstellungscode angemeldet. Richten Sie wieder einen Authenticator ein, bevor Sie weitermachen, damit Sie sich auch nächstes Mal anmelden können.',
    'account-recovery':
      'Sie sind wieder in Ihrem Konto. Richten Sie wieder einen Authenticator ein, bevor Sie weitermachen, damit Sie sich auch nächstes Mal anmelden können.',
    other: 'Richten Sie einen Authenticator für Ihr Konto ein, bevor Sie weitermachen.',
  },
  sharedComputer:
    'Bewahren Sie auf einem gemeinsam genutzten Computer weder einen Passkey noch Ihre Wiederherstellungscodes auf, und achten Sie darauf, dass niemand mitliest.',
  start: 'Einrichten',
  working: 'Einen Moment …',
  noMethods: 'Hier gibt es nichts einzurichten.',
  scanHeading: 'Verbinden Sie Ihre App',
  scan: 'Scannen Sie diesen QR-Code mit Ihrer Authenticator-App.',
  qr: 'QR-Code für Ihre Authenticator-App',
  cannotScan: 'Scannen geht nicht? Geben Sie diesen Schlüssel in der App ein:',
  copyKey: 'Schlüssel kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren ist hier nicht möglich. Markieren und kopieren Sie den Schlüssel von Hand.',
  openApp: 'In Authenticator-App öffnen',
  name: 'Geben Sie der App einen Namen, wenn Sie möchten',
  code: 'Geben Sie den Code ein, den die App zeigt',
  missing: 'Geben Sie alle sechs Ziffern ein.',
  wrong:
    'Dieser Code stimmt nicht. Warten Sie auf einen neuen Code in Ihrer App und versuchen Sie es noch einmal.',
  clock:
    'Noch immer abgelehnt? Prüfen Sie, ob die Uhrzeit Ihres Telefons automatisch eingestellt wird: Die Codes hängen davon ab.',
  verify: 'Bestätigen',
  verifying: 'Wird geprüft …',
  resumeHeading: 'Einrichtung abschließen',
  resume: 'Die App wurde schon gescannt. Es fehlt nur noch der Code.',
  newQr: 'Neuen QR-Code zeigen',
  startAgain: 'Von vorn beginnen',
  waited: 'Sie können es jetzt noch einmal versuchen.',
  oldHeading: 'Alte Authenticatoren entfernen?',
  old: 'Ihr neuer Authenticator funktioniert. Entfernen Sie, was Sie verloren haben oder nicht mehr verwenden.',
  remove: 'Entfernen',
  removed: (name) => `${name} wurde entfernt.`,
  finish: 'Fertig',
  doneHeading: {
    passkey: 'Ihr Passkey ist eingerichtet',
    totp: 'Ihre Authenticator-App ist eingerichtet',
  },
  done: {
    passkey: 'Ab jetzt können Sie sich allein damit anmelden.',
    totp: 'Ab jetzt bestätigen Sie Anmeldungen mit einem Code aus dieser App.',
  },
};
