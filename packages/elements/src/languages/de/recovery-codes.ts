import type { RecoveryCodesStrings } from '../en/recovery-codes.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Wiederherstellungscodes',
  description: 'Damit melden Sie sich an, wenn Ihr Authenticator nicht mehr da ist. Jeder gilt einmal.',
  none: 'Sie haben noch keine Wiederherstellungscodes. Sie bekommen zehn, wenn Sie Ihren ersten Authenticator einrichten.',
  left: (count, total) => `Noch ${String(count)} von ${String(total)}`,
  made: (date) => `Erstellt am ${date}.`,
  saved: 'Sie haben bestätigt, dass Sie sie gespeichert haben.',
  notSaved:
    'Sie haben nicht bestätigt, dass Sie sie gespeichert haben. Wenn Sie sie nicht haben, erstellen Sie neue.',
  few: 'Es sind nur noch wenige Codes übrig. Erstellen Sie rechtzeitig neue.',
  used: 'Alle Codes sind verbraucht. Erstellen Sie neue: Ohne sie sperrt der Verlust Ihres Authenticators Sie aus.',
  regenerate: 'Neue Codes erstellen',
  ask: 'Zehn neue Codes erstellen? Die alten gelten ab sofort nicht mehr, wo auch immer Sie sie aufbewahren.',
  confirmRegenerate: 'Alte Codes ersetzen',
  working: 'Einen Moment …',
  confirmed: 'Ihre Wiederherstellungscodes sind gespeichert.',
};
