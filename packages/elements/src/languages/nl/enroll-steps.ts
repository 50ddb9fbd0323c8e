import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'U hebt ingelogd met een herstelcode. Stel opnieuw een authenticator in voordat u verdergaat, zodat u de volgende keer kunt inloggen. U hebt hiervoor een uur.',
    'account-recovery':
      'U hebt weer toegang tot uw account. Stel opnieuw een authenticator in voordat u verdergaat, zodat u de volgende keer kunt inloggen. U hebt hiervoor een uur.',
    other: 'Stel een authenticator in voor uw account voordat u verdergaat.',
  },
  scanHeading: 'Koppel uw app',
  scan: 'Scan deze QR-code met uw authenticator-app.',
  qr: 'QR-code voor uw authenticator-app',
  cannotScan: 'Lukt scannen niet? Voer deze sleutel in de app in:',
  copyKey: 'Sleutel kopiëren',
  copied: 'Gekopieerd',
  copyFailed: 'Kopiëren is hier niet mogelijk. Selecteer de sleutel en kopieer die met de hand.',
  openApp: 'Openen in authenticator-app',
  name: 'Geef de app een naam, als u wilt',
  code: 'Voer de code in die de app toont',
  missing: 'Voer alle zes cijfers in.',
  wrong: 'Die code klopt niet. Wacht op een nieuwe code in uw app en probeer het opnieuw.',
  clock:
    'Nog steeds geweigerd? Controleer of de tijd van uw telefoon automatisch wordt ingesteld: de codes hangen ervan af.',
  verify: 'Bevestigen',
  verifying: 'Controleren…',
  resumeHeading: 'Rond het instellen van uw app af',
  resume: 'De app is al gekoppeld. Alleen de code ontbreekt nog.',
  newQr: 'Een nieuwe QR-code tonen',
  ending: 'Dit verloopt over een minuut. Hebt u meer tijd nodig, toon dan een nieuwe QR-code.',
  startAgain: 'Opnieuw beginnen',
  waited: 'U kunt het nu opnieuw proberen.',
  choose: 'Een andere manier kiezen',
  oldHeading: 'Oude authenticators verwijderen?',
  old: 'Uw nieuwe authenticator werkt. Verwijder de authenticators die u kwijt bent of niet meer gebruikt.',
  remove: 'Verwijderen',
  removed: (name) => `${name} is verwijderd.`,
  finish: 'Klaar',
};
