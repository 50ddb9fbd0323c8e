import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Waar u bent ingelogd',
  description: 'Herkent u een van deze sessies niet? Beëindig die en wijzig daarna uw wachtwoord.',
  current: 'Dit apparaat',
  unknown: 'Onbekende browser',
  lastSeen: 'Laatst gezien:',
  since: 'ingelogd sinds',
  proven: (methods) => `Bevestigd met ${methods}`,
  method: {
    password: 'een wachtwoord',
    passkey: 'een passkey',
    totp: 'een authenticator-app',
    'recovery-code': 'een herstelcode',
    'remembered-device': 'een onthouden apparaat',
    'account-recovery': 'accountherstel',
  },
  empty: 'U bent nergens anders ingelogd.',
  revoke: (current) => (current ? 'Uitloggen' : 'Beëindigen'),
  ask: (name, current) =>
    current ? 'Uitloggen in deze browser?' : `De sessie in ${name} beëindigen? Die wordt meteen uitgelogd.`,
  revoked: (name) => `De sessie in ${name} is beëindigd.`,
  revokeAll: 'Alle andere beëindigen',
  askAll:
    'Alle andere sessies beëindigen? Hier blijft u ingelogd. Ook alle onthouden apparaten worden vergeten, ook dit apparaat: als u de volgende keer inlogt, wordt de tweede stap weer gevraagd.',
  revokedAll: 'Alle andere sessies zijn beëindigd en alle onthouden apparaten vergeten.',
  working: 'Een moment…',
};
