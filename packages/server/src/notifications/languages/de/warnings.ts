import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Eine Anmeldung mit einem neuen Gerät oder von einem neuen Ort',
    happened:
      'Jemand hat sich in Ihrem Konto mit einem Gerät oder aus einem Netz angemeldet, das dafür noch nie verwendet wurde.',
    next: 'Wenn Sie das waren, müssen Sie nichts tun.',
    notYou:
      'Beenden Sie diese Sitzung in Ihren Sicherheitseinstellungen, ändern Sie jetzt Ihr Passwort und entfernen Sie dort jedes Gerät, das Sie nicht kennen.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Ein Passkey hat sich unerwartet verhalten',
    happened:
      'Einer Ihrer Passkeys wurde so verwendet, wie es bei einem kopierten Sicherheitsschlüssel wäre.',
    next: 'Wenn der Schlüssel Ihnen gehört und niemand ihn kopiert hat, entfernen Sie ihn und fügen Sie ihn neu hinzu.',
    notYou: 'Entfernen Sie ihn jetzt in Ihren Sicherheitseinstellungen und ändern Sie Ihr Passwort.',
  }),
  'code-replayed': () => ({
    subject: 'Ein Anmeldecode wurde zweimal verwendet',
    happened:
      'Ein Code oder die Antwort eines Passkeys, schon einmal verwendet, wurde erneut gesendet und abgelehnt. Ein doppelter Klick kann der Grund sein.',
    notYou: 'Vielleicht kennt jemand Ihr Passwort: Ändern Sie es jetzt.',
  }),
  'wrong-codes': () => ({
    subject: 'Mehrere falsche Anmeldecodes',
    happened:
      'Für Ihr Konto wurden nach dem richtigen Passwort mehrere falsche Codes hintereinander eingegeben.',
    notYou: 'Jemand kennt Ihr Passwort: Ändern Sie es jetzt.',
  }),
  'too-many-attempts': () => ({
    subject: 'Zu viele falsche Anmeldecodes',
    happened:
      'Jemand, der Ihr Passwort kennt oder einen Link aus unserer E-Mail hat, hat zu viele falsche Codes oder Passwörter eingegeben. Eine Zeit lang werden keine mehr angenommen.',
    notYou: 'Ändern Sie jetzt Ihr Passwort.',
  }),
  'factor-locked': () => ({
    subject: 'Eine Authenticator-App wurde gesperrt',
    happened:
      'Nach vielen falschen Codes hintereinander wurde eine Authenticator-App Ihres Kontos endgültig gesperrt.',
    next: 'Melden Sie sich mit einem Wiederherstellungscode oder einem Passkey an und richten Sie die App neu ein.',
    notYou: 'Jemand kennt Ihr Passwort: Ändern Sie es jetzt.',
  }),
  'recovery-codes-locked': () => ({
    subject: 'Ihre Wiederherstellungscodes wurden gesperrt',
    happened:
      'Nach vielen falschen Codes hintereinander wurden die Wiederherstellungscodes Ihres Kontos endgültig gesperrt. Keiner davon gilt mehr.',
    next: 'Melden Sie sich mit einer Authenticator-App oder einem Passkey an und erzeugen Sie neue Wiederherstellungscodes.',
    notYou: 'Jemand kennt Ihr Passwort: Ändern Sie es jetzt.',
  }),
  'activity-reported': () => ({
    subject: 'Sie haben etwas gemeldet, das Sie nicht waren',
    happened: 'In den Sicherheitsereignissen Ihres Kontos wurde etwas als nicht von Ihnen stammend gemeldet.',
    next: 'Beenden Sie alle anderen Sitzungen, ändern Sie Ihr Passwort und entfernen Sie jedes Gerät, das Sie nicht kennen. Wenn die Meldung nicht von Ihnen kam, tun Sie es erst recht: Dann ist jemand in Ihrem Konto.',
  }),
};
