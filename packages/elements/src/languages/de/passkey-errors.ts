import type { PasskeyErrorStrings } from '../en/passkey-errors.js';

export const passkeyErrors: PasskeyErrorStrings = {
  cancelled: 'Der Passkey wurde nicht bestätigt. Sie können es noch einmal versuchen.',
  'timed-out': 'Das hat zu lange gedauert. Sie können es noch einmal versuchen.',
  'already-registered': 'Auf diesem Gerät oder Schlüssel gibt es schon einen Passkey für Ihr Konto.',
  already_registered: 'Dieser Passkey gehört schon zu einem Konto.',
  'not-supported': 'Dieser Browser, dieses Gerät oder dieser Schlüssel unterstützt keine Passkeys.',
  'wrong-origin': 'Ihr Passkey gehört nicht zu dieser Adresse. Prüfen Sie die Adresse der Seite.',
  insecure: 'Passkeys brauchen eine sichere Adresse, die mit https beginnt.',
  framed:
    'Innerhalb einer anderen Seite lassen sich Passkeys nicht verwenden. Öffnen Sie diese Seite in einem eigenen Tab.',
  unknown:
    'Das Gerät konnte den Passkey nicht verwenden. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  passkey_rejected:
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  forgotten:
    'Dieser Passkey gilt hier nicht mehr; wahrscheinlich wurde er entfernt. Melden Sie sich anders an und löschen Sie ihn aus Ihrem Passwort-Manager.',
};
