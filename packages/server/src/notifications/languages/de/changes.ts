import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Ändern Sie jetzt Ihr Passwort und prüfen Sie Ihre Sicherheitseinstellungen.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'Anmeldung in zwei Schritten ist eingeschaltet',
    happened: 'Ab jetzt gehört zur Anmeldung in Ihrem Konto ein zweiter Schritt.',
    next: 'Bewahren Sie Ihre Wiederherstellungscodes sicher auf: Mit ihnen kommen Sie hinein, wenn Ihr Gerät verloren ist.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'Anmeldung in zwei Schritten wurde ausgeschaltet',
    happened:
      'Ihr Konto ist jetzt nur noch durch das Passwort geschützt, und Ihre Wiederherstellungscodes gelten nicht mehr.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'Eine Authenticator-App wurde hinzugefügt',
    happened:
      'Ihrem Konto wurde eine Authenticator-App hinzugefügt. Ihre Codes dienen bei der Anmeldung als zweiter Schritt.',
    notYou: 'Entfernen Sie sie in Ihren Sicherheitseinstellungen und ändern Sie jetzt Ihr Passwort.',
  }),
  'totp-removed': () => ({
    subject: 'Eine Authenticator-App wurde entfernt',
    happened: 'Aus Ihrem Konto wurde eine Authenticator-App entfernt. Ihre Codes gelten nicht mehr.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'Ein Passkey wurde hinzugefügt',
    happened: 'Ihrem Konto wurde ein Passkey hinzugefügt. Wer ihn hat, kann sich damit anmelden.',
    notYou: 'Entfernen Sie ihn in Ihren Sicherheitseinstellungen und ändern Sie jetzt Ihr Passwort.',
  }),
  'passkey-revoked': () => ({
    subject: 'Ein Passkey wurde entfernt',
    happened: 'Aus Ihrem Konto wurde ein Passkey entfernt. Mit ihm ist keine Anmeldung mehr möglich.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'Ein Wiederherstellungscode wurde verwendet',
    happened: `Jemand hat sich mit einem Ihrer Wiederherstellungscodes in Ihrem Konto angemeldet. Noch übrig: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'Neue Wiederherstellungscodes wurden erstellt',
    happened: 'Für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Ihr zweiter Schritt wurde zurückgesetzt',
    happened:
      'Die Verwaltung Ihrer Organisation hat alle Geräte und Wiederherstellungscodes Ihres Kontos entfernt. Sie wurden überall abgemeldet.',
    next: 'Melden Sie sich mit Ihrem Passwort an; zuerst richten Sie dann einen neuen zweiten Schritt ein. Wenn Sie nicht darum gebeten haben, sagen Sie es jetzt Ihrer Verwaltung und ändern Sie Ihr Passwort.',
  }),
};
