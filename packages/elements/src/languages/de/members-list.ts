import type { MembersListStrings } from '../en/members-list.js';

export const membersList: MembersListStrings = {
  status: 'Anzeigen',
  everybody: 'Alle',
  statuses: {
    none: 'Ohne zweiten Schritt',
    totp: 'Nur mit Authenticator-App',
    passkey: 'Nur mit Passkeys',
    both: 'Mit Passkeys und App',
    grace: 'Mit laufender Frist',
    enforced: 'Mit abgelaufener Frist',
    exempt: 'Vorübergehend ausgenommen',
  },
  mfa: {
    none: 'Noch kein zweiter Schritt',
    totp: 'Authenticator-App',
    passkey: 'Passkey',
    both: 'Passkey und Authenticator-App',
  },
  you: 'Sie',
  hasUntil: (deadline, wait) => `Hat bis ${deadline} Zeit, ihn einzurichten (${wait}).`,
  overdue: (deadline) => `Hätte ihn bis ${deadline} einrichten müssen: Was ihn verlangt, ist gesperrt.`,
  lastSignIn: (ago) => `Letzte Anmeldung: ${ago}`,
  neverSignedIn: 'Keine Anmeldung verzeichnet',
  empty: 'Dieser Arbeitsbereich hat keine Mitglieder.',
  nothingFound: 'Niemand unter allen Mitgliedern.',
  nobodyYet: 'Bisher niemand. Mit „Mehr anzeigen“ wird weitergesucht.',
  found: (count, isAll) =>
    count === 1
      ? '1 Mitglied wird angezeigt.'
      : `${isAll ? '' : 'Die ersten '}${String(count)} Mitglieder werden angezeigt.`,
  showMore: 'Mehr anzeigen',
  moreShown: (count, isAll) =>
    `${count === 1 ? '1 weiteres Mitglied wird' : `${String(count)} weitere Mitglieder werden`} angezeigt.${isAll ? ' Das sind alle.' : ''}`,
  notYours: 'Die Mitglieder sieht nur, wer diesen Arbeitsbereich verwaltet.',
  working: 'Einen Moment…',
  reason: 'Grund',
  reasonHint:
    'Er wird mit Ihrem Namen aufbewahrt. Bitte keine Codes, keine Passwörter und nichts über die Gesundheit.',
  missingReason: 'Sagen Sie, warum. Der Grund wird aufbewahrt.',

  reset: 'Zurücksetzen',
  resetHeading: (name) => `Den zweiten Schritt von ${name} zurücksetzen?`,
  resetWhat: [
    'Passkeys, Authenticator-Apps und Wiederherstellungscodes werden entfernt.',
    'Alle Sitzungen enden, und gemerkte Geräte werden vergessen.',
    'Bei der nächsten Anmeldung gilt das Passwort; vor allem anderen ist dann ein neuer zweiter Schritt einzurichten.',
    'Die Person erfährt es per E-Mail.',
  ],
  resetCheck:
    'Vergewissern Sie sich zuerst, dass wirklich diese Person darum bittet: persönlich oder unter einer Nummer, die Sie kennen.',
  resetConfirm: 'Jetzt zurücksetzen',
  wasReset: (name) => `Der zweite Schritt von ${name} wurde zurückgesetzt.`,
  resetMark: 'Soeben zurückgesetzt',
  oneself: 'Für sich selbst wenden Sie sich an jemand anderen aus der Verwaltung.',

  exempt: 'Vorübergehend ausnehmen',
  exemptHeading: (name) => `${name} vorübergehend ausnehmen?`,
  exemptWhat:
    'Bis zum Ende dieses Tages wird der Person nichts gesperrt, weil der zweite Schritt fehlt. Ihre Frist bleibt bestehen; danach gilt sie wieder.',
  until: 'Letzter Tag',
  missingUntil: 'Wählen Sie den letzten Tag: nach dem heutigen und höchstens 90 Tage voraus.',
  exemptConfirm: 'Ausnehmen',
  wasExempted: (name, day) => `${name} ist bis ${day} ausgenommen.`,
  exemptMark: (day) => `Ausgenommen bis ${day}`,
};
