import type { RefusalStrings } from '../en/refusals.js';

export const refusals: RefusalStrings = {
  unavailable:
    'Ce n’est pas possible pour le moment et rien n’a été modifié. Veuillez réessayer dans un instant.',
  session_required: 'Votre session est fermée. Veuillez vous reconnecter.',
  ending: 'Cette connexion expire dans une minute. S’il vous faut plus de temps, recommencez.',
  challenge_expired: 'Cette connexion a pris trop de temps et a expiré. Veuillez recommencer.',
  too_many_attempts: 'Trop de tentatives. Veuillez patienter avant de réessayer.',
  factor_locked:
    'Cette application d’authentification est verrouillée après un trop grand nombre de codes incorrects. Connectez-vous par un autre moyen, puis configurez-la de nouveau.',
  forbidden: 'Vous n’avez pas l’autorisation de faire cela.',
  step_up_required:
    'Cette action demande une nouvelle confirmation de votre identité. Veuillez réessayer et confirmer.',
  mfa_required: 'Cette action exige la validation en deux étapes. Configurez-la d’abord, puis réessayez.',
  enrolment_required: 'Configurez d’abord un nouveau moyen de vous connecter.',
  last_factor:
    'C’est le dernier qui compte, et votre rôle, votre espace de travail ou votre forfait en exige un. Ajoutez-en d’abord un autre, puis supprimez celui-ci.',
  conflict: 'Une autre modification a eu lieu en même temps. Veuillez réessayer.',
  factor_limit: 'Le maximum est atteint. Supprimez un élément que vous n’utilisez plus, puis réessayez.',
  expired: 'L’opération a pris trop de temps et a expiré. Veuillez recommencer.',
  not_found: 'Cet élément n’existe plus. Rechargez la page pour voir l’état actuel.',
  validation_failed: 'Une information de ce formulaire est incorrecte. Vérifiez-la et réessayez.',
  insecure: 'Les clés d’accès ont besoin d’une adresse sécurisée commençant par https.',
  'not-supported': 'Ce navigateur, cet appareil ou cette clé ne prend pas en charge les clés d’accès.',
  framed:
    'Les clés d’accès ne peuvent pas être utilisées à l’intérieur d’une autre page. Ouvrez cette page dans son propre onglet.',
  cancelled: 'La clé d’accès n’a pas été confirmée. Vous pouvez réessayer.',
  'timed-out': 'L’opération a pris trop de temps. Vous pouvez réessayer.',
  'already-registered': 'Cet appareil ou cette clé contient déjà une clé d’accès pour votre compte.',
  already_registered: 'Cette clé d’accès est déjà associée à un compte.',
  'wrong-origin': 'Votre clé d’accès ne correspond pas à cette adresse. Vérifiez l’adresse de la page.',
  unknown: 'L’appareil n’a pas pu utiliser la clé d’accès. Réessayez ou choisissez un autre moyen.',
  passkey_rejected: 'Cette clé d’accès n’a pas été acceptée. Réessayez ou choisissez un autre moyen.',
  forgotten:
    'Cette clé d’accès ne fonctionne plus ici\u202f; elle a probablement été supprimée. Connectez-vous par un autre moyen et effacez-la de votre gestionnaire de mots de passe.',
  'missing-totp': 'Saisissez les six chiffres.',
  'missing-recovery-code': 'Saisissez un code de récupération.',
  'missing-password': 'Saisissez votre mot de passe.',
  'wrong-totp': 'Ce code est incorrect. Attendez le prochain code dans votre application et réessayez.',
  'wrong-recovery-code':
    'Ce code de récupération est incorrect ou a déjà été utilisé. Vérifiez-le ou prenez-en un autre.',
  'wrong-password': 'Ce mot de passe est incorrect. Veuillez réessayer.',
  'missing-login': 'Saisissez votre adresse e-mail.',
  'wrong-credentials': 'L’identifiant et le mot de passe ne correspondent pas. Vérifiez-les et réessayez.',
  'passkey-in-vain': 'Cela ne fonctionne pas\u202f? Confirmez par un autre moyen\u202f:',
  'locked-out':
    'Votre application d’authentification est verrouillée après un trop grand nombre de codes incorrects, et aucun autre moyen de confirmation n’est configuré. Procédez comme si vous aviez perdu votre appareil.',
  'locked-codes':
    'Vos codes de récupération sont verrouillés après un trop grand nombre de codes incorrects. Connectez-vous par un autre moyen, puis créez-en de nouveaux.',
  waited: 'Vous pouvez maintenant réessayer.',
  blocked: (date) =>
    `Cette action exige la validation en deux étapes et est bloquée depuis le ${date}. Configurez-la, puis réessayez.`,
  blockedForPasskey: (date) =>
    `Cette action exige une clé d’accès et est bloquée depuis le ${date}. Ajoutez-en une, puis réessayez.`,
  waiting: (wait) => `Trop de tentatives. Vous pourrez réessayer dans ${wait}.`,
};
