import type { PolicyFormStrings } from '../en/policy-form.js';

const days = (count: number): string => (count === 1 ? '1 Tag' : `${String(count)} Tage`);

const grace = (count: number): string =>
  count
    ? `Wer sie noch nicht hat, bekommt ${days(count)} Zeit, gerechnet ab dem ersten Hinweis. Danach ist gesperrt, was sie voraussetzt, bis sie eingerichtet ist.`
    : 'Wer sie noch nicht hat, für den ist sofort gesperrt, was sie voraussetzt, bis sie eingerichtet ist.';

const roles = 'Eine Rolle hat höchstens 64 Zeichen, und es sind höchstens 100. Prüfen Sie die Kommas.';

export const policyForm: PolicyFormStrings = {
  required: 'Alle in diesem Arbeitsbereich müssen sie haben',
  requiredHint: 'Aus: nur die Rollen unten, und wer nach Ihrem Tarif dazu verpflichtet ist.',
  roles: 'Rollen, die sie auf jeden Fall haben müssen',
  rolesHint: 'In den Worten Ihrer Anwendung, durch Kommas getrennt. Beispiel: admin, owner',
  phishingResistantRoles: 'Rollen, für die nur ein Passkey zählt',
  phishingResistantRolesHint:
    'Anders als ein Code lässt sich ein Passkey auf einer gefälschten Seite nicht preisgeben. Ebenfalls durch Kommas getrennt.',
  graceDays: 'Tage, die zum Einrichten bleiben',
  graceDaysHint: 'Von 0 bis 365, gerechnet ab dem ersten Hinweis.',
  rememberDevice: 'Geräte dürfen gemerkt werden',
  rememberDeviceHint: 'Auf diesen wird nicht bei jeder Anmeldung nach dem zweiten Schritt gefragt.',
  wrong: { graceDays: 'Geben Sie eine ganze Zahl von 0 bis 365 ein.', roles, phishingResistantRoles: roles },
  consequences: 'Was sich mit dem Speichern ändert',
  nothing: 'Sie haben nichts geändert.',
  unclear: 'Berichtigen Sie, was oben markiert ist; dann steht es hier.',
  requiredOn: (count) =>
    `Alle im Arbeitsbereich müssen die Anmeldung in zwei Schritten haben. ${grace(count)}`,
  requiredOff:
    'Der Arbeitsbereich verlangt die Anmeldung in zwei Schritten nicht mehr. Begonnene Fristen bleiben für den Tag stehen, an dem Sie sie wieder verlangen.',
  rolesAdded: (list, count) =>
    `Diese Rollen müssen ab jetzt die Anmeldung in zwei Schritten haben: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Diese Rollen müssen sie nicht mehr haben: ${list}.`,
  passkeyAdded: (list, count) =>
    `Diese Rollen brauchen einen Passkey und weisen sich nur noch damit aus: ${list}. ${
      count
        ? `Wer noch keinen hat, bekommt ${days(count)} Zeit; bis dahin geht alles wie bisher.`
        : 'Wer noch keinen hat, muss sofort einen erstellen.'
    }`,
  passkeyRemoved: (list) => `Für diese Rollen zählt eine Authenticator-App wieder: ${list}.`,
  graceChanged: (count) =>
    `Wer ab jetzt zum ersten Mal darum gebeten wird, bekommt ${count ? `${days(count)} Zeit` : 'keine Zeit'}. Begonnene Fristen bleiben, wie sie sind.`,
  rememberOn: 'Geräte dürfen gemerkt werden.',
  rememberOff: 'Alle werden bei jeder Anmeldung nach dem zweiten Schritt gefragt.',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  discard: 'Änderungen verwerfen',
  saved: 'Gespeichert. Das gilt ab jetzt.',
  notYours: 'Das sehen und ändern nur die Admins des Arbeitsbereichs.',
};
