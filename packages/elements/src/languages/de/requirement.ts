import type { RequirementStrings } from '../en/requirement.js';

export const requirement: RequirementStrings = {
  enforced: 'Die Anmeldung in zwei Schritten ist vorgeschrieben',
  grace: (date) => `Richten Sie bis ${date} die Anmeldung in zwei Schritten ein`,
  recommended: 'Schützen Sie Ihr Konto mit der Anmeldung in zwei Schritten',
  passkeyEnforced: 'Ein Passkey ist vorgeschrieben',
  passkeyGrace: (date) => `Fügen Sie bis ${date} einen Passkey hinzu`,
  reasons: { role: 'Ihre Rolle', workspace: 'Ihren Arbeitsbereich', tier: 'Ihren Tarif' },
  why: (list) => `Vorgeschrieben ist das durch ${list}.`,
  whyPasskey: 'Anders als ein Code lässt sich ein Passkey auf einer gefälschten Seite nicht preisgeben.',
  left: (left) => `Sie haben noch ${left} Zeit. Bis dahin geht alles wie bisher.`,
  blocked: 'Bis das eingerichtet ist, ist gesperrt, was es voraussetzt. Alles andere geht wie bisher.',
  blockedSince: (date) =>
    `Was das voraussetzt, ist seit ${date} gesperrt und wieder offen, sobald es eingerichtet ist. Alles andere geht wie bisher.`,
  recommendedWhy:
    'Mit Ihrem Passwort allein kann sich dann niemand mehr anmelden. Es dauert etwa zwei Minuten.',
  nudge: {
    'set-up-after-incident': 'Schützen Sie jetzt Ihr Konto',
    'add-second-passkey': 'Fügen Sie einen zweiten Passkey hinzu',
    'few-recovery-codes': 'Erstellen Sie neue Wiederherstellungscodes',
    'recovery-codes-not-saved': 'Sichern Sie Ihre Wiederherstellungscodes',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'Mit Ihrem Konto ist etwas Ungewöhnliches geschehen. Mit der Anmeldung in zwei Schritten reicht Ihr Passwort allein niemandem.',
    'add-second-passkey':
      'Mit einem auf einem anderen Gerät oder einem Sicherheitsschlüssel kommen Sie auch dann hinein, wenn Sie den ersten verlieren.',
    'few-recovery-codes': 'Mit ihnen kommen Sie hinein, wenn Ihr Authenticator nicht mehr da ist.',
    'recovery-codes-not-saved':
      'Sie haben nicht bestätigt, dass Sie sie gesichert haben. Mit ihnen kommen Sie hinein, wenn Ihr Authenticator nicht mehr da ist.',
  },
  codesLeft: (count) => (count === 1 ? 'Nur einer ist noch übrig.' : `Nur ${String(count)} sind noch übrig.`),
  noCodesLeft: 'Keiner ist mehr übrig.',
  setUp: 'Jetzt einrichten',
  addPasskey: 'Passkey hinzufügen',
  toCodes: 'Zu Ihren Wiederherstellungscodes',
  later: 'Später',
  notNow: 'Nicht jetzt',
  close: 'Schließen',
  done: 'Alles ist eingerichtet',
  doneCodes: 'Ihre Wiederherstellungscodes sind gesichert',
  unblocked: 'Was gesperrt war, ist wieder offen.',
  met: 'Hier wird nichts mehr von Ihnen verlangt.',
};
