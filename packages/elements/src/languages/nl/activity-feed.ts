import type { ActivityFeedStrings } from '../en/activity-feed.js';
import { plural } from '../format.js';

export const activityFeed: ActivityFeedStrings = {
  empty: 'Er is nog niets gebeurd.',
  nothingFound: 'Niets gevonden.',
  current: 'Deze sessie',
  unknownDevice: 'Onbekende browser',
  unusual: 'Ongewoon',
  reportedBefore: 'Gemeld',
  suspicion: {
    'new-device': 'Vanuit een browser die nog niet eerder met dit account was gebruikt.',
    'new-network': 'Vanuit een netwerk dat nog niet eerder met dit account was gebruikt.',
    'counter-anomaly': 'De teller van de passkey klopt niet, zoals bij een kopie.',
    replay: 'Iets dat maar één keer werkt, is opnieuw gebruikt.',
    'many-failures': 'Na veel mislukte pogingen in korte tijd.',
    reported: 'U hebt gemeld dat u dit niet was.',
  },
  method: {
    password: 'Wachtwoord',
    passkey: 'Passkey',
    totp: 'Authenticator-app',
    'recovery-code': 'Herstelcode',
    'remembered-device': 'Onthouden apparaat',
    'account-recovery': 'Accountherstel',
  },
  withFactor: (method, name) => `${method} ‘${name}’`,
  showOlder: 'Oudere tonen',
  olderShown: (count, isAll) =>
    `${plural('nl', count, {
      one: `${String(count)} oudere gebeurtenis getoond.`,
      other: `${String(count)} oudere gebeurtenissen getoond.`,
    })}${isAll ? ' Dit is alles.' : ''}`,
  found: (count, isAll) =>
    isAll
      ? plural('nl', count, {
          one: `${String(count)} gebeurtenis gevonden.`,
          other: `${String(count)} gebeurtenissen gevonden.`,
        })
      : plural('nl', count, {
          one: `De nieuwste gebeurtenis wordt getoond (${String(count)}).`,
          other: `De nieuwste ${String(count)} gebeurtenissen worden getoond.`,
        }),

  filter: 'Filteren',
  filterOn: 'Filteren (actief)',
  apply: 'Toepassen',
  clear: 'Filters wissen',
  type: 'Wat er is gebeurd',
  anything: 'Alles',
  outcome: 'Hoe het afliep',
  anyOutcome: 'Maakt niet uit',
  outcomes: { success: 'Gelukt', failure: 'Mislukt', blocked: 'Geblokkeerd' },
  ip: 'IP-adres',
  from: 'Van',
  to: 'Tot en met',
  refused: {
    ip: 'Dat is geen IP-adres. Kopieer er een uit de lijst, bijvoorbeeld 192.0.2.14.',
    dates: 'De laatste dag ligt vóór de eerste. Wijzig een van beide.',
  },
  group: {
    signIns: 'Inloggen',
    factors: 'Factoren',
    recovery: 'Manieren om weer toegang te krijgen',
    sessions: 'Sessies en apparaten',
    warnings: 'Waarschuwingen',
    other: 'Overig',
  },
  types: {
    'auth.sign_in': 'Inloggen',
    'auth.2fa': 'Tweede factoren',
    'auth.step_up': 'Nieuwe bevestigingen',
    'auth.passkey': 'Passkeys',
    'auth.totp': 'Authenticator-apps',
    'auth.password': 'Wachtwoord',
    'auth.recovery_codes': 'Nieuwe herstelcodes',
    'auth.recovery_code': 'Gebruikte herstelcodes',
    'auth.recovery': 'Accountherstel',
    'auth.session': 'Beëindigde sessies',
    'auth.device': 'Onthouden apparaten',
    'auth.2fa.brute_force_blocked': 'Te veel pogingen',
    'auth.2fa.replay_attempt': 'Tweemaal gebruikte codes',
    'auth.2fa.factor_locked': 'Vergrendelde apps en herstelcodes',
    'auth.passkey.counter_anomaly': 'Mogelijk gekopieerde passkeys',
    'auth.activity': 'Wat u hebt gemeld',
    'auth.enforcement': 'Wat uw organisatie vereist',
  },

  download: 'Resultaten downloaden:',
  downloadAs: (format) => `Downloaden als ${format}`,

  notMe: 'Dit was ik niet',
  ask: 'Was dit iemand anders? Meld het dan. Daarmee wordt nog niets beëindigd of gewijzigd: wat u moet doen, leest u daarna.',
  report: 'Melden',
  working: 'Een moment…',
  reported: 'Het is gemeld.',
  whatNow: 'Het is gemeld. Doe nu het volgende:',
  advice: {
    'end-sessions': 'Wie het ook was, is mogelijk nog ingelogd. Beëindig alle andere sessies.',
    'change-password': 'Wijzig uw wachtwoord.',
    'new-recovery-codes': 'Maak nieuwe herstelcodes; de oude werken dan niet meer.',
    'review-factors': 'Verwijder elke passkey en authenticator-app die u niet kent.',
  },
  goTo: {
    'end-sessions': 'Naar uw sessies',
    'new-recovery-codes': 'Naar uw herstelcodes',
    'review-factors': 'Naar uw passkeys en apps',
  },
  done: 'Klaar',
};
