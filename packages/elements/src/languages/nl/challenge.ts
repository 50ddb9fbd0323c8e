import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Voer uw code in',
  headingPasskey: 'Bevestig met uw passkey',
  headingStepUp: 'Bevestig dat u het bent',
  describe: {
    passkey: 'Gebruik uw vingerafdruk, gezicht, schermvergrendeling of beveiligingssleutel.',
    totp: 'Open uw authenticator-app en voer de code in die wordt getoond.',
    'recovery-code': 'Voer een van de herstelcodes in die u hebt opgeslagen. Elke code werkt één keer.',
    password: 'Voer uw wachtwoord in om door te gaan.',
  },
  label: {
    totp: 'Code uit uw authenticator-app',
    'recovery-code': 'Herstelcode',
    password: 'Wachtwoord',
  },
  use: {
    passkey: 'Uw passkey gebruiken',
    totp: 'Uw authenticator-app gebruiken',
    'recovery-code': 'Een herstelcode gebruiken',
    password: 'Uw wachtwoord gebruiken',
  },
  verify: 'Verifiëren',
  verifying: 'Controleren…',
  verified: 'Bevestigd',
  rememberDevice: 'Deze stap op dit apparaat 30 dagen overslaan',
  lostDevice: 'Apparaat kwijt?',
  lostDeviceHelp:
    'Gebruik een herstelcode als u die hebt opgeslagen. Hebt u er geen, vraag dan de beheerders van deze dienst om u weer toegang te geven.',
  noMethods: 'U kunt hier nog niet bevestigen dat u het bent. Stel eerst tweestapsverificatie in.',
  startAgain: 'Opnieuw beginnen',
};
