import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'Vous avez utilisé un code de récupération pour vous connecter. Avant de continuer, configurez de nouveau un moyen d’authentification, afin de pouvoir vous connecter la prochaine fois. Vous avez une heure pour le faire.',
    'account-recovery':
      'Vous avez retrouvé l’accès à votre compte. Avant de continuer, configurez de nouveau un moyen d’authentification, afin de pouvoir vous connecter la prochaine fois. Vous avez une heure pour le faire.',
    other: 'Avant de continuer, configurez un moyen d’authentification pour votre compte.',
  },
  scanHeading: 'Associez votre application',
  scan: 'Scannez ce code QR avec votre application d’authentification.',
  qr: 'Code QR pour votre application d’authentification',
  cannotScan: 'Impossible de le scanner\u202f? Saisissez cette clé dans l’application\u202f:',
  copyKey: 'Copier la clé',
  copied: 'Copié',
  copyFailed: 'La copie n’est pas possible ici. Sélectionnez la clé et copiez-la à la main.',
  openApp: 'Ouvrir dans l’application',
  name: 'Donnez un nom à l’application, si vous le souhaitez',
  code: 'Saisissez le code affiché par l’application',
  missing: 'Saisissez les six chiffres.',
  wrong: 'Ce code est incorrect. Attendez le prochain code dans votre application et réessayez.',
  clock:
    'Toujours refusé\u202f? Vérifiez que l’heure de votre téléphone est réglée automatiquement\u202f: les codes en dépendent.',
  verify: 'Confirmer',
  verifying: 'Vérification…',
  resumeHeading: 'Terminez la configuration de votre application',
  resume: 'L’application a déjà été associée. Il ne manque plus que le code.',
  newQr: 'Afficher un nouveau code QR',
  ending:
    'Cette opération expire dans une minute. S’il vous faut plus de temps, affichez un nouveau code QR.',
  startAgain: 'Recommencer',
  waited: 'Vous pouvez maintenant réessayer.',
  choose: 'Choisir un autre moyen',
  oldHeading: 'Supprimer les anciens moyens d’authentification\u202f?',
  old: 'Votre nouveau moyen d’authentification fonctionne. Supprimez ceux que vous avez perdus ou que vous n’utilisez plus.',
  remove: 'Supprimer',
  removed: (name) => `Suppression effectuée\u202f: ${name}.`,
  finish: 'Terminé',
};
