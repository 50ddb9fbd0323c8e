import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Code eingeben',
  headingPasskey: 'Mit Ihrem Passkey bestätigen',
  headingStepUp: 'Bestätigen Sie, dass Sie es sind',
  describe: {
    passkey: 'Verwenden Sie Fingerabdruck, Gesicht, Bildschirmsperre oder Sicherheitsschlüssel.',
    totp: 'Öffnen Sie Ihre Authenticator-App und geben Sie den angezeigten Code ein.',
    'recovery-code':
      'Geben Sie einen Ihrer gespeicherten Wiederherstellungscodes ein. Jeder gilt nur einmal.',
    password: 'Geben Sie Ihr Passwort ein, um fortzufahren.',
  },
  label: {
    totp: 'Code aus Ihrer Authenticator-App',
    'recovery-code': 'Wiederherstellungscode',
    password: 'Passwort',
  },
  use: {
    passkey: 'Passkey verwenden',
    totp: 'Authenticator-App verwenden',
    'recovery-code': 'Wiederherstellungscode verwenden',
    password: 'Passwort verwenden',
  },
  verify: 'Bestätigen',
  verifying: 'Wird geprüft …',
  verified: 'Bestätigt',
  rememberDevice: 'Diesen Schritt auf diesem Gerät 30 Tage lang überspringen',
  lostDevice: 'Gerät verloren?',
  lostDeviceHelp:
    'Verwenden Sie einen Wiederherstellungscode, falls Sie welche gespeichert haben. Wenn nicht, wenden Sie sich bitte an den Betreiber dieses Dienstes.',
  noMethods:
    'Hier können Sie sich noch nicht ausweisen. Richten Sie zuerst die Anmeldung in zwei Schritten ein.',
  startAgain: 'Von vorn beginnen',
};
