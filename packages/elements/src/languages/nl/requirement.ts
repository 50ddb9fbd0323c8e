import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';

export const requirement: RequirementStrings = {
  enforced: 'Tweestapsverificatie is verplicht',
  grace: (date) => `Stel uiterlijk op ${date} tweestapsverificatie in`,
  recommended: 'Bescherm uw account met tweestapsverificatie',
  passkeyEnforced: 'Een passkey is verplicht',
  passkeyGrace: (date) => `Voeg uiterlijk op ${date} een passkey toe`,
  reasons: { role: 'uw rol', workspace: 'uw werkruimte', tier: 'uw abonnement' },
  why: (list) => `Dit is verplicht vanwege ${list}.`,
  whyPasskey: 'Anders dan een code kan een passkey niet op een valse pagina worden weggegeven.',
  left: (left) => `U hebt nog ${left}. Tot dan werkt alles zoals voorheen.`,
  blocked:
    'Handelingen die dit vereisen, zijn geblokkeerd totdat het is ingesteld. Al het andere werkt zoals voorheen.',
  blockedSince: (date) =>
    `Handelingen die dit vereisen, zijn sinds ${date} geblokkeerd en zijn weer mogelijk zodra het is ingesteld. Al het andere werkt zoals voorheen.`,
  recommendedWhy: 'Met alleen uw wachtwoord kan dan niemand meer inloggen. Het kost ongeveer twee minuten.',
  nudge: {
    'set-up-after-incident': 'Bescherm nu uw account',
    'add-second-passkey': 'Voeg een tweede passkey toe',
    'few-recovery-codes': 'Maak nieuwe herstelcodes',
    'recovery-codes-not-saved': 'Sla uw herstelcodes op',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'Er is iets ongewoons met uw account gebeurd. Met tweestapsverificatie komt niemand binnen met alleen uw wachtwoord.',
    'add-second-passkey':
      'Met een passkey op een ander apparaat of een beveiligingssleutel kunt u nog steeds inloggen als u de eerste kwijtraakt.',
    'few-recovery-codes': 'Hiermee kunt u inloggen als u uw authenticator kwijt bent.',
    'recovery-codes-not-saved':
      'U hebt niet bevestigd dat u ze hebt opgeslagen. Hiermee kunt u inloggen als u uw authenticator kwijt bent.',
  },
  codesLeft: (count) =>
    plural('nl', count, {
      one: `Er is er nog maar ${String(count)} over.`,
      other: `Er zijn er nog maar ${String(count)} over.`,
    }),
  noCodesLeft: 'Er is er geen meer over.',
  setUp: 'Nu instellen',
  addPasskey: 'Een passkey toevoegen',
  toCodes: 'Naar uw herstelcodes',
  later: 'Later',
  notNow: 'Niet nu',
  close: 'Sluiten',
  done: 'Alles is ingesteld',
  doneCodes: 'Uw herstelcodes zijn opgeslagen',
  unblocked: 'Wat geblokkeerd was, is weer beschikbaar.',
  met: 'Hier wordt niets meer van u gevraagd.',
};
