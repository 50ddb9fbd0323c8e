import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Bescherm uw account',
    passkey: 'Een passkey instellen',
    totp: 'Een authenticator-app instellen',
  },
  description: {
    choice: 'Kies hoe u bevestigt dat u het bent. Met alleen uw wachtwoord kan dan niemand meer inloggen.',
    passkey: 'Log in met uw vingerafdruk, gezicht of schermvergrendeling. U hoeft niets te typen.',
    totp: 'Een app op uw telefoon toont elke 30 seconden een nieuwe code. Met alleen uw wachtwoord kan dan niemand meer inloggen.',
  },
  use: { passkey: 'Een passkey gebruiken', totp: 'Een authenticator-app gebruiken' },
  useHelp: {
    passkey: 'Uw vingerafdruk, gezicht, schermvergrendeling of beveiligingssleutel. Niets te typen.',
    totp: 'Een code uit een app op uw telefoon. Elke authenticator-app is geschikt.',
  },
  prompting: 'Volg de stappen die uw browser toont…',
  sharedComputer:
    'Laat op een gedeelde computer niemand uw scherm zien en bewaar er geen passkey of herstelcodes op.',
  start: 'Instellen',
  working: 'Een moment…',
  noMethods: 'Er is hier niets in te stellen.',
  doneHeading: {
    passkey: 'Uw passkey is ingesteld',
    totp: 'Uw authenticator-app is ingesteld',
  },
  done: {
    passkey: 'Vanaf nu kunt u alleen daarmee inloggen, zonder iets anders.',
    totp: 'Vanaf nu bevestigt u het inloggen met een code uit deze app.',
  },
};
