import type { RefusalStrings } from '../en/refusals.js';

export const refusals: RefusalStrings = {
  unavailable:
    'Das ist gerade nicht möglich, und nichts wurde geändert. Bitte versuchen Sie es gleich noch einmal.',
  session_required: 'Sie sind abgemeldet. Bitte melden Sie sich wieder an.',
  ending: 'Diese Anmeldung läuft in einer Minute ab. Wenn Sie länger brauchen, beginnen Sie von vorn.',
  challenge_expired: 'Diese Anmeldung hat zu lange gedauert und ist abgelaufen. Bitte beginnen Sie von vorn.',
  too_many_attempts: 'Zu viele Versuche. Bitte warten Sie, bevor Sie es noch einmal versuchen.',
  factor_locked:
    'Diese Authenticator-App ist nach zu vielen falschen Codes gesperrt. Melden Sie sich auf einem anderen Weg an und richten Sie sie danach neu ein.',
  forbidden: 'Dazu sind Sie nicht berechtigt.',
  step_up_required:
    'Dafür müssen Sie sich noch einmal ausweisen. Bitte versuchen Sie es erneut und bestätigen Sie.',
  mfa_required:
    'Dafür brauchen Sie die Anmeldung in zwei Schritten. Richten Sie sie zuerst ein und versuchen Sie es dann noch einmal.',
  enrolment_required: 'Richten Sie zuerst einen neuen Anmeldeweg ein.',
  last_factor:
    'Davon ist das der letzte, und Ihre Rolle, Ihr Arbeitsbereich oder Ihr Tarif schreibt einen vor. Fügen Sie zuerst einen weiteren hinzu und entfernen Sie diesen danach.',
  conflict: 'Zur selben Zeit hat sich etwas anderes geändert. Bitte versuchen Sie es noch einmal.',
  factor_limit:
    'Die Höchstzahl ist erreicht. Entfernen Sie etwas, das Sie nicht mehr verwenden, und versuchen Sie es noch einmal.',
  expired: 'Das hat zu lange gedauert und ist abgelaufen. Bitte beginnen Sie von vorn.',
  not_found: 'Das gibt es nicht mehr. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.',
  validation_failed: 'Etwas in diesem Formular stimmt nicht. Bitte prüfen Sie Ihre Eingabe.',
  insecure: 'Passkeys brauchen eine sichere Adresse, die mit https beginnt.',
  'not-supported': 'Dieser Browser, dieses Gerät oder dieser Schlüssel unterstützt keine Passkeys.',
  framed:
    'Innerhalb einer anderen Seite lassen sich Passkeys nicht verwenden. Öffnen Sie diese Seite in einem eigenen Tab.',
  cancelled: 'Der Passkey wurde nicht bestätigt. Sie können es noch einmal versuchen.',
  'timed-out': 'Das hat zu lange gedauert. Sie können es noch einmal versuchen.',
  'already-registered': 'Auf diesem Gerät oder Schlüssel gibt es schon einen Passkey für Ihr Konto.',
  already_registered: 'Dieser Passkey gehört schon zu einem Konto.',
  'wrong-origin': 'Ihr Passkey gehört nicht zu dieser Adresse. Prüfen Sie die Adresse der Seite.',
  unknown:
    'Das Gerät konnte den Passkey nicht verwenden. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  passkey_rejected:
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  forgotten:
    'Dieser Passkey gilt hier nicht mehr; wahrscheinlich wurde er entfernt. Melden Sie sich anders an und löschen Sie ihn aus Ihrem Passwort-Manager.',
  'missing-totp': 'Geben Sie alle sechs Ziffern ein.',
  'missing-recovery-code': 'Geben Sie einen Wiederherstellungscode ein.',
  'missing-password': 'Geben Sie Ihr Passwort ein.',
  'wrong-totp':
    'Dieser Code stimmt nicht. Warten Sie auf einen neuen Code in Ihrer App und versuchen Sie es noch einmal.',
  'wrong-recovery-code':
    'Dieser Wiederherstellungscode stimmt nicht oder wurde schon verwendet. Prüfen Sie ihn oder nehmen Sie einen anderen.',
  'wrong-password': 'Dieses Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.',
  'missing-login': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'wrong-credentials': 'Anmeldename und Passwort passen nicht zusammen. Bitte prüfen Sie beides.',
  'passkey-in-vain': 'Klappt es nicht? Bestätigen Sie auf einem anderen Weg:',
  'locked-out':
    'Ihre Authenticator-App ist nach zu vielen falschen Codes gesperrt, und sonst ist nichts eingerichtet, womit Sie sich ausweisen könnten. Gehen Sie vor, als hätten Sie Ihr Gerät verloren.',
  'locked-codes':
    'Ihre Wiederherstellungscodes sind nach zu vielen falschen gesperrt. Melden Sie sich auf einem anderen Weg an und erstellen Sie danach neue.',
  waited: 'Sie können es jetzt noch einmal versuchen.',
  blocked: (date) =>
    `Dafür brauchen Sie die Anmeldung in zwei Schritten; gesperrt ist es seit ${date}. Richten Sie sie ein und versuchen Sie es dann noch einmal.`,
  blockedForPasskey: (date) =>
    `Dafür brauchen Sie einen Passkey; gesperrt ist es seit ${date}. Fügen Sie einen hinzu und versuchen Sie es dann noch einmal.`,
  waiting: (wait) => `Zu viele Versuche. Nächster Versuch in ${wait} möglich.`,
};
