import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Retrouver l’accès à votre compte',
  ask: 'À utiliser si vous n’avez plus ni vos appareils ni vos codes de récupération. La procédure commence par un e-mail et comporte un délai d’attente, afin que personne d’autre n’entre à votre insu.',
  login: 'Adresse e-mail',
  missingLogin: 'Saisissez votre adresse e-mail.',
  send: 'Envoyer l’e-mail',
  sending: 'Envoi en cours…',

  requestedHeading: 'Consultez votre messagerie',
  requested: (login) =>
    `Si un compte existe pour ${login}, un e-mail contenant un lien vient de partir. Ouvrez ce lien dans l’heure qui suit.`,
  requestedHelp:
    'Toujours rien après quelques minutes\u202f? Regardez dans les courriers indésirables et vérifiez que cette adresse est bien celle avec laquelle vous vous connectez.',
  askAgain: 'Refaire la demande',

  inviteHeading: 'Commencer la récupération du compte\u202f?',
  invite: 'Rien n’a changé pour l’instant. Si vous commencez, voici ce qui se passe\u202f:',
  steps: [
    'Un délai d’attente commence. Vous recevez un e-mail chaque jour et pouvez annuler à tout moment.',
    'Une fois ce délai écoulé, vous recevez un e-mail contenant un second lien. Il est valable 24 heures.',
    'Avec ce lien et votre mot de passe, vous retrouvez l’accès à votre compte et configurez une nouvelle deuxième étape.',
  ],
  inviteHelp:
    'Si vous retrouvez entre-temps un appareil ou un code de récupération, connectez-vous simplement\u202f: cela annule la récupération. Si la demande ne vient pas de vous, ne commencez pas et changez votre mot de passe.',
  begin: 'Commencer',

  waitingHeading: 'La récupération de votre compte est en attente',
  waiting: (at) =>
    `Vous pourrez la terminer à partir du ${at}. Vous recevrez alors un e-mail contenant un lien\u202f; il vous faudra aussi votre mot de passe.`,
  remaining: (span) => `Temps restant\u202f: ${span}`,
  remainingNothing: 'D’un instant à l’autre',
  waitingHelp:
    'Vous pouvez fermer cette page\u202f: nous vous écrivons chaque jour, et le lien du premier e-mail ramène ici. Si vous retrouvez un appareil ou un code de récupération, connectez-vous simplement\u202f: cela annule la récupération.',
  cancel: 'Annuler la récupération',

  mailedHeading: 'Le délai d’attente est écoulé',
  mailed: (at) =>
    `Vous avez reçu un nouvel e-mail contenant le lien qui termine la récupération de votre compte. Ouvrez-le avant le ${at}.`,

  readyHeading: 'Terminer la récupération du compte',
  ready: 'Le délai d’attente est écoulé. Il ne manque plus que votre mot de passe.',
  readyHelp:
    'Vos anciens appareils et codes de récupération seront alors supprimés, et toutes vos sessions seront fermées. Vous configurerez ensuite une nouvelle deuxième étape.',
  password: 'Mot de passe',
  missingPassword: 'Saisissez votre mot de passe.',
  wrongPassword: 'Ce mot de passe est incorrect. Veuillez réessayer.',
  tooEarly:
    'Il est encore trop tôt. Utilisez le lien de l’e-mail qui vous annonce la fin du délai d’attente.',
  finish: 'Terminer',

  cancelHeading: 'Annuler la récupération du compte\u202f?',
  cancelling:
    'Quelqu’un a demandé à retrouver l’accès à votre compte sans la deuxième étape. Si ce n’était pas vous, ou si vous n’en avez plus besoin, annulez cette demande.',

  cancelledHeading: 'La récupération du compte est annulée',
  cancelled:
    'Elle ne peut plus être terminée. Vos appareils et vos codes de récupération sont restés tels quels.',
  cancelledHelp:
    'Si la demande ne venait pas de vous\u202f: changez votre mot de passe ainsi que celui de votre messagerie. Si nous vous avons écrit qu’elle était déjà terminée, prévenez immédiatement les responsables de ce service.',

  completedHeading: 'Cette récupération de compte est terminée',
  completed: 'Connectez-vous avec votre mot de passe et la deuxième étape que vous avez configurée.',
  completedHelp:
    'Si ce n’était pas vous\u202f: changez votre mot de passe maintenant et prévenez immédiatement les responsables de ce service.',

  expiredHeading: 'Ce lien n’est plus valable',
  expired:
    'Il a été ouvert trop tard, ou la récupération du compte a pris fin. Si vous en avez encore besoin, refaites la demande.',

  doneHeading: 'Vous avez retrouvé l’accès à votre compte',
  done: 'La prochaine fois, connectez-vous avec votre mot de passe et ce que vous venez de configurer.',
  working: 'Un instant…',
};
