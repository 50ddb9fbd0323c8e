import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Brechen Sie es mit diesem Link ab. Anmelden müssen Sie sich dafür nicht:',
  button: 'Abbrechen',
};
const PASSWORDS =
  'Vielleicht liest jemand Ihre E-Mails oder kennt Ihr Passwort: Ändern Sie auch die Passwörter Ihres Kontos und Ihres Postfachs.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Zurück in Ihr Konto',
    happened:
      'Jemand möchte ohne den zweiten Schritt zurück in Ihr Konto, weil alle Geräte und alle Wiederherstellungscodes verloren sind.',
    next: 'Bisher hat sich nichts geändert. Sobald Sie die Kontowiederherstellung beginnen, läuft eine Wartezeit, in der wir Ihnen jeden Tag schreiben und Sie abbrechen können. Danach brauchen Sie einen neuen Link aus einer E-Mail und Ihr Passwort.',
    links: [
      {
        purpose: 'open',
        label: 'Wenn Sie das waren, beginnen Sie mit diesem Link. Er gilt eine Stunde:',
        button: 'Wiederherstellung beginnen',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'Ihre Kontowiederherstellung hat begonnen',
    happened: `Die Wiederherstellung Ihres Kontos wurde begonnen. Die Wartezeit dauert bis ${readyAtOf(facts, format)}.`,
    next: 'Bis dahin schreiben wir Ihnen jeden Tag. Finden Sie ein Gerät oder einen Wiederherstellungscode, melden Sie sich einfach an: Das bricht die Wiederherstellung ab.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'Ihre Kontowiederherstellung wartet',
    happened: `Es läuft eine Wiederherstellung Ihres Kontos ohne den zweiten Schritt. Sie kann ab ${readyAtOf(facts, format)} abgeschlossen werden, mit einem Link, den wir Ihnen dann senden.`,
    next: 'Haben Sie ein Gerät oder einen Wiederherstellungscode gefunden, melden Sie sich einfach an: Das bricht die Wiederherstellung ab.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Schließen Sie Ihre Kontowiederherstellung ab',
    happened:
      'Die Wartezeit ist vorbei. Mit dem Link unten und Ihrem Passwort kommen Sie zurück in Ihr Konto.',
    next: 'Ihre Geräte und Wiederherstellungscodes werden dann entfernt, Sie werden überall abgemeldet, und zuerst richten Sie einen neuen zweiten Schritt ein.',
    links: [
      {
        purpose: 'finish',
        label: 'Schließen Sie sie mit diesem Link ab. Er gilt 24 Stunden:',
        button: 'Wiederherstellung abschließen',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'Die Kontowiederherstellung wurde abgebrochen',
    happened:
      'Die Wiederherstellung Ihres Kontos wurde abgebrochen. Niemand ist dadurch in Ihr Konto gelangt.',
    next: 'Abgebrochen wird sie durch den Link in unseren E-Mails, durch eine Anmeldung mit zweitem Schritt, dadurch, dass sich Ihr Passwort oder Ihre E-Mail-Adresse ändert, und wenn wir unseren Dienst aus einer Sicherung wiederherstellen müssen. Brauchen Sie sie noch, fordern Sie sie noch einmal an.',
  }),
  'recovery-expired': () => ({
    subject: 'Die Kontowiederherstellung ist abgelaufen',
    happened:
      'Die Wiederherstellung Ihres Kontos wurde nicht rechtzeitig fortgesetzt. Ihre Geräte und Wiederherstellungscodes sind, wie sie waren.',
    next: 'Brauchen Sie sie noch, fordern Sie sie noch einmal an.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Ihr Konto wurde wiederhergestellt',
    happened:
      'Jemand ist mit einem Link aus unserer E-Mail und Ihrem Passwort zurück in Ihr Konto gelangt. Alle Geräte und Wiederherstellungscodes wurden entfernt, und alle anderen wurden abgemeldet.',
    next: 'Jetzt muss ein neuer zweiter Schritt eingerichtet werden.',
    notYou: 'Ändern Sie jetzt Ihr Passwort und sagen Sie es uns sofort.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Unser Support wurde gebeten, Sie wieder hereinzulassen',
    happened: `Unser Support hat einen Vorgang eröffnet, der Sie ohne den zweiten Schritt zurück in Ihr Konto bringt. Eine zweite Person muss ihn genehmigen. Abgeschlossen werden kann er ab ${readyAtOf(facts, format)}.`,
    next: 'Bisher hat sich nichts geändert.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Ihr Vorgang wurde genehmigt',
    happened: `Unser Support hat den Vorgang genehmigt, der Sie zurück in Ihr Konto bringt. Er kann ab ${readyAtOf(facts, format)} abgeschlossen werden, mit einem Link, den wir Ihnen dann senden.`,
    next: 'Finden Sie ein Gerät oder einen Wiederherstellungscode, melden Sie sich einfach an: Das bricht den Vorgang ab.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Ihr Vorgang wurde nicht genehmigt',
    happened:
      'Unser Support hat den Vorgang nicht genehmigt, der Sie zurück in Ihr Konto bringen sollte. Ihre Geräte und Wiederherstellungscodes sind, wie sie waren.',
    next: 'Brauchen Sie weiter Hilfe, fragen Sie unseren Support.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Jemand in Ihrer Organisation hat sein Konto wiederhergestellt',
    happened:
      'Ein Mitglied Ihrer Organisation ist zurück in sein Konto gelangt, nachdem alle Geräte und alle Wiederherstellungscodes verloren waren. Die Geräte wurden entfernt, die Sitzungen beendet.',
    next: 'Jetzt wird dort ein neuer zweiter Schritt eingerichtet. Wer es war, steht im Protokoll Ihrer Organisation. Fragen Sie auf einem anderen Weg als per E-Mail nach, ob es wirklich diese Person war.',
  }),
};
