import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Annulez la demande avec ce lien. Vous n’avez pas besoin de vous connecter pour cela\u202f:',
  button: 'Annuler la demande',
};
const PASSWORDS =
  'Quelqu’un lit peut-être vos e-mails ou connaît votre mot de passe\u202f: changez aussi les mots de passe de votre compte et de votre messagerie.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Retrouver l’accès à votre compte',
    happened:
      'Quelqu’un a demandé à retrouver l’accès à votre compte sans la deuxième étape, parce que tous les appareils et tous les codes de récupération sont perdus.',
    next: 'Rien n’a changé pour l’instant. Une fois la demande ouverte, un délai d’attente commence, pendant lequel nous vous écrivons chaque jour et vous pouvez annuler. À la fin, il vous faut un nouveau lien reçu par e-mail et votre mot de passe.',
    links: [
      {
        purpose: 'open',
        label: 'Si c’était vous, ouvrez la demande avec ce lien. Il est valable une heure\u202f:',
        button: 'Ouvrir la demande',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'La récupération de votre compte a commencé',
    happened: `La demande visant à retrouver l’accès à votre compte a été ouverte. Le délai d’attente dure jusqu’au ${readyAtOf(facts, format)}.`,
    next: 'D’ici là, nous vous écrivons chaque jour. Si vous retrouvez un appareil ou un code de récupération, connectez-vous simplement\u202f: cela annule la demande.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'La récupération de votre compte est en attente',
    happened: `Une demande visant à retrouver l’accès à votre compte sans la deuxième étape est ouverte. Elle pourra être terminée à partir du ${readyAtOf(facts, format)}, avec un lien qui vous sera alors envoyé par e-mail.`,
    next: 'Si vous avez retrouvé un appareil ou un code de récupération, connectez-vous simplement\u202f: cela annule la demande.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Terminez la récupération de votre compte',
    happened:
      'Le délai d’attente est écoulé. Avec le lien ci-dessous et votre mot de passe, vous retrouvez l’accès à votre compte.',
    next: 'Vos appareils et codes de récupération seront alors supprimés, toutes vos sessions seront fermées et vous configurerez d’abord une nouvelle deuxième étape.',
    links: [
      {
        purpose: 'finish',
        label: 'Terminez la récupération avec ce lien. Il est valable 24 heures\u202f:',
        button: 'Terminer la récupération',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'La récupération du compte a été annulée',
    happened:
      'La demande visant à retrouver l’accès à votre compte a été annulée. Elle n’a permis à personne d’entrer dans votre compte.',
    next: 'Elle est annulée par le lien de nos e-mails, par une connexion avec une deuxième étape, par un changement de mot de passe ou d’adresse e-mail, et lorsque nous devons restaurer notre service à partir d’une sauvegarde. Si vous en avez encore besoin, refaites la demande.',
  }),
  'recovery-expired': () => ({
    subject: 'La récupération du compte a expiré',
    happened:
      'La demande visant à retrouver l’accès à votre compte n’a pas été poursuivie à temps. Vos appareils et codes de récupération sont restés tels quels.',
    next: 'Si vous en avez encore besoin, refaites la demande.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Votre compte a été récupéré',
    happened:
      'Quelqu’un a retrouvé l’accès à votre compte avec un lien de notre e-mail et votre mot de passe. Tous les appareils et codes de récupération ont été supprimés, et toutes les autres sessions ont été fermées.',
    next: 'Une nouvelle deuxième étape doit maintenant être configurée.',
    notYou: 'Changez votre mot de passe maintenant et prévenez-nous immédiatement.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Notre assistance a été sollicitée pour vous redonner accès',
    happened: `Notre assistance a ouvert un dossier pour vous redonner accès à votre compte sans la deuxième étape. Une seconde personne doit l’approuver. Il pourra être terminé à partir du ${readyAtOf(facts, format)}.`,
    next: 'Rien n’a changé pour l’instant.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Votre dossier a été approuvé',
    happened: `Notre assistance a approuvé le dossier visant à vous redonner accès à votre compte. Il pourra être terminé à partir du ${readyAtOf(facts, format)}, avec un lien qui vous sera alors envoyé par e-mail.`,
    next: 'Si vous retrouvez un appareil ou un code de récupération, connectez-vous simplement\u202f: cela annule le dossier.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Votre dossier n’a pas été approuvé',
    happened:
      'Notre assistance n’a pas approuvé le dossier visant à vous redonner accès à votre compte. Vos appareils et codes de récupération sont restés tels quels.',
    next: 'Si vous avez encore besoin d’aide, adressez-vous à notre assistance.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Un membre de votre espace de travail a récupéré son compte',
    happened:
      'Un membre de votre espace de travail a retrouvé l’accès à son compte après avoir perdu tous ses appareils et tous ses codes de récupération. Ses appareils ont été supprimés et ses sessions fermées.',
    next: 'Cette personne configure maintenant une nouvelle deuxième étape. Le journal d’audit de votre espace de travail indique de qui il s’agit. Demandez-lui, par un autre moyen que l’e-mail, si c’était bien elle.',
  }),
};
