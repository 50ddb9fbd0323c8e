import type { PolicyFormStrings } from '../en/policy-form.js';
import { plural } from '../format.js';

const days = (count: number): string =>
  plural('nl', count, { one: `${String(count)} dag`, other: `${String(count)} dagen` });

const grace = (count: number): string =>
  count
    ? `Wie die nog niet heeft, krijgt ${days(count)} de tijd, gerekend vanaf het eerste verzoek. Daarna is wat die vereist geblokkeerd, totdat die is ingesteld.`
    : 'Voor wie die nog niet heeft, is wat die vereist meteen geblokkeerd, totdat die is ingesteld.';

const roles = 'Een rol heeft hoogstens 64 tekens en er zijn er hoogstens 100. Controleer de komma’s.';

export const policyForm: PolicyFormStrings = {
  required: 'Verplicht voor iedereen in deze werkruimte',
  requiredHint: 'Uit: alleen de rollen hieronder, en wie het volgens uw abonnement moet hebben.',
  roles: 'Rollen waarvoor die altijd verplicht is',
  rolesHint: 'In de woorden van uw applicatie, gescheiden door komma’s. Voorbeeld: admin, owner',
  phishingResistantRoles: 'Rollen waarvoor alleen een passkey telt',
  phishingResistantRolesHint:
    'Anders dan een code kan een passkey niet op een valse pagina worden weggegeven. Ook gescheiden door komma’s.',
  graceDays: 'Aantal dagen om die in te stellen',
  graceDaysHint: 'Van 0 tot 365, gerekend vanaf het eerste verzoek aan iemand.',
  rememberDevice: 'Personen mogen een eigen apparaat laten onthouden',
  rememberDeviceHint: 'Daar wordt de tweede stap niet elke keer bij het inloggen gevraagd.',
  wrong: {
    graceDays: 'Voer een geheel getal van 0 tot 365 in.',
    roles,
    phishingResistantRoles: roles,
  },
  consequences: 'Wat er verandert als u opslaat',
  nothing: 'U hebt niets gewijzigd.',
  unclear: 'Corrigeer wat hierboven is gemarkeerd; dan kunt u het hier lezen.',
  requiredOn: (count) => `Tweestapsverificatie is verplicht voor iedereen in de werkruimte. ${grace(count)}`,
  requiredOff:
    'De werkruimte verplicht niemand meer tot tweestapsverificatie. Termijnen die al lopen, blijven bewaard voor de dag waarop u die weer verplicht.',
  rolesAdded: (list, count) =>
    `Tweestapsverificatie is vanaf nu verplicht voor deze rollen: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Die is niet meer verplicht voor deze rollen: ${list}.`,
  passkeyAdded: (list, count) =>
    `Deze rollen hebben een passkey nodig en bevestigen met niets anders: ${list}. ${
      count
        ? `Wie er geen heeft, krijgt ${days(count)} de tijd; tot dan blijft alles zoals het was.`
        : 'Wie er geen heeft, moet er meteen een maken.'
    }`,
  passkeyRemoved: (list) => `Voor deze rollen telt een authenticator-app weer: ${list}.`,
  graceChanged: (count) =>
    `Wie vanaf nu voor het eerst het verzoek krijgt, krijgt ${
      count ? `${days(count)} de tijd` : 'geen extra tijd'
    }. Termijnen die al lopen, blijven zoals ze zijn.`,
  rememberOn: 'Personen mogen een eigen apparaat laten onthouden.',
  rememberOff: 'Iedereen moet bij elke keer inloggen de tweede stap doen.',
  save: 'Opslaan',
  saving: 'Opslaan…',
  discard: 'Wijzigingen verwerpen',
  saved: 'Opgeslagen. Dit geldt vanaf nu.',
  notYours: 'Alleen wie de werkruimte beheert, mag dit zien en wijzigen.',
};
