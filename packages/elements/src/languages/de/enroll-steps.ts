import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'Sie haben sich mit einem Wiederherstellungscode angemeldet. Richten Sie wieder einen Authenticator ein, bevor Sie weitermachen, damit Sie sich auch nächstes Mal anmelden können. Sie haben dafür eine Stunde Zeit.',
    'account-recovery':
      'Sie sind wieder in Ihrem Konto. Richten Sie wieder einen Authenticator ein, bevor Sie weitermachen, damit Sie sich auch nächstes Mal anmelden können. Sie haben dafür eine Stunde Zeit.',
    other: 'Richten Sie einen Authenticator für Ihr Konto ein, bevor Sie weitermachen.',
  },
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
  ending:
    'Das läuft in einer Minute ab. Wenn Sie länger brauchen, lassen Sie sich einen neuen QR-Code zeigen.',
  startAgain: 'Von vorn beginnen',
  waited: 'Sie können es jetzt noch einmal versuchen.',
  choose: 'Anderen Weg wählen',
  oldHeading: 'Alte Authenticatoren entfernen?',
  old: 'Ihr neuer Authenticator funktioniert. Entfernen Sie, was Sie verloren haben oder nicht mehr verwenden.',
  remove: 'Entfernen',
  removed: (name) => `${name} wurde entfernt.`,
  finish: 'Fertig',
};
