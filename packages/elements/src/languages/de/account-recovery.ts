import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Zurück in Ihr Konto',
  ask: 'Wenn Ihre Geräte und Ihre Wiederherstellungscodes fort sind. Es beginnt mit einer E-Mail, und es gibt eine Wartezeit, damit niemand sonst unbemerkt hineinkommt.',
  login: 'E-Mail-Adresse',
  missingLogin: 'Geben Sie Ihre E-Mail-Adresse ein.',
  send: 'E-Mail senden',
  sending: 'Wird gesendet …',

  requestedHeading: 'Sehen Sie in Ihr Postfach',
  requested: (login) =>
    `Wenn es ein Konto für ${login} gibt, ist eine E-Mail mit einem Link unterwegs. Folgen Sie dem Link innerhalb einer Stunde.`,
  requestedHelp:
    'Nach einigen Minuten noch nichts da? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob es die Adresse ist, mit der Sie sich anmelden.',
  askAgain: 'Noch einmal anfordern',

  inviteHeading: 'Kontowiederherstellung beginnen?',
  invite: 'Bisher hat sich nichts geändert. Wenn Sie beginnen, geschieht Folgendes:',
  steps: [
    'Eine Wartezeit beginnt. Sie erhalten jeden Tag eine E-Mail und können jederzeit abbrechen.',
    'Ist sie vorbei, erhalten Sie eine E-Mail mit einem zweiten Link. Er gilt 24 Stunden.',
    'Mit diesem Link und Ihrem Passwort sind Sie wieder in Ihrem Konto und richten einen neuen zweiten Schritt ein.',
  ],
  inviteHelp:
    'Finden Sie inzwischen ein Gerät oder einen Wiederherstellungscode, melden Sie sich einfach an: Das bricht die Wiederherstellung ab. Haben Sie das nicht angefordert, beginnen Sie nicht und ändern Sie Ihr Passwort.',
  begin: 'Beginnen',

  waitingHeading: 'Ihre Kontowiederherstellung wartet',
  waiting: (at) =>
    `Ab ${at} können Sie sie abschließen. Sie erhalten dann eine E-Mail mit einem Link und brauchen auch Ihr Passwort.`,
  remaining: (span) => `Noch ${span}`,
  remainingNothing: 'Jeden Moment',
  waitingHelp:
    'Sie können diese Seite schließen: Wir schreiben Ihnen jeden Tag, und der Link der ersten E-Mail führt wieder hierher. Finden Sie ein Gerät oder einen Wiederherstellungscode, melden Sie sich einfach an: Das bricht die Wiederherstellung ab.',
  cancel: 'Wiederherstellung abbrechen',

  mailedHeading: 'Die Wartezeit ist vorbei',
  mailed: (at) =>
    `Sie haben eine neue E-Mail mit dem Link, der Ihre Kontowiederherstellung abschließt. Folgen Sie ihm vor ${at}.`,

  readyHeading: 'Kontowiederherstellung abschließen',
  ready: 'Die Wartezeit ist vorbei. Zuletzt ist nur noch Ihr Passwort nötig.',
  readyHelp:
    'Ihre alten Geräte und Wiederherstellungscodes werden dann entfernt, und Sie werden überall abgemeldet. Danach richten Sie einen neuen zweiten Schritt ein.',
  password: 'Passwort',
  missingPassword: 'Geben Sie Ihr Passwort ein.',
  wrongPassword: 'Dieses Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.',
  tooEarly:
    'Dafür ist es zu früh. Verwenden Sie den Link in der E-Mail, die Ihnen sagt, dass die Wartezeit vorbei ist.',
  finish: 'Abschließen',

  cancelHeading: 'Kontowiederherstellung abbrechen?',
  cancelling:
    'Jemand möchte ohne den zweiten Schritt zurück in Ihr Konto. Waren Sie das nicht, oder brauchen Sie es nicht mehr, brechen Sie es ab.',

  cancelledHeading: 'Die Kontowiederherstellung ist abgebrochen',
  cancelled:
    'Sie kann nicht mehr abgeschlossen werden. Ihre Geräte und Wiederherstellungscodes sind, wie sie waren.',
  cancelledHelp:
    'Wenn nicht Sie darum gebeten haben: Ändern Sie Ihr Passwort und das Ihres Postfachs. Haben wir Ihnen geschrieben, dass sie schon abgeschlossen war, sagen Sie es sofort denen, die diesen Dienst betreiben.',

  completedHeading: 'Diese Kontowiederherstellung ist abgeschlossen',
  completed: 'Melden Sie sich mit Ihrem Passwort und dem zweiten Schritt an, den Sie eingerichtet haben.',
  completedHelp:
    'Wenn Sie das nicht waren: Ändern Sie jetzt Ihr Passwort und sagen Sie es sofort denen, die diesen Dienst betreiben.',

  expiredHeading: 'Dieser Link gilt nicht mehr',
  expired:
    'Sie sind ihm zu spät gefolgt, oder die Kontowiederherstellung ist vorbei. Brauchen Sie sie noch, fordern Sie sie noch einmal an.',

  doneHeading: 'Sie sind zurück in Ihrem Konto',
  done: 'Melden Sie sich das nächste Mal mit Ihrem Passwort an und mit dem, was Sie gerade eingerichtet haben.',
  working: 'Einen Moment …',
};
