import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const SOMEBODY_KNOWS = 'Quelqu’un connaît votre mot de passe\u202f: changez-le maintenant.';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Une connexion depuis un nouvel appareil ou un nouveau lieu',
    happened:
      'Quelqu’un s’est connecté à votre compte avec un appareil, ou depuis un réseau, jamais utilisé auparavant avec ce compte.',
    next: 'Si c’était vous, vous n’avez rien à faire.',
    notYou:
      'Fermez cette session dans vos paramètres de sécurité, changez votre mot de passe maintenant et supprimez-y chaque appareil que vous ne reconnaissez pas.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Une clé d’accès s’est comportée de façon inattendue',
    happened: 'L’une de vos clés d’accès a été utilisée comme le serait une clé de sécurité copiée.',
    next: 'Si cette clé vous appartient et que personne ne l’a copiée, supprimez-la et ajoutez-la de nouveau.',
    notYou: 'Supprimez-la maintenant dans vos paramètres de sécurité et changez votre mot de passe.',
  }),
  'code-replayed': () => ({
    subject: 'Un code de connexion a été utilisé deux fois',
    happened:
      'Un code, ou la réponse d’une clé d’accès, déjà utilisé a été envoyé de nouveau et refusé. Un double clic sur un bouton peut en être la cause.',
    notYou: 'Quelqu’un connaît peut-être votre mot de passe\u202f: changez-le maintenant.',
  }),
  'wrong-codes': () => ({
    subject: 'Plusieurs codes de connexion incorrects',
    happened:
      'Plusieurs codes incorrects ont été saisis à la suite pour votre compte, après le bon mot de passe.',
    notYou: SOMEBODY_KNOWS,
  }),
  'too-many-attempts': () => ({
    subject: 'Trop de codes de connexion incorrects',
    happened:
      'Quelqu’un qui connaît votre mot de passe, ou qui détient un lien de notre e-mail, a saisi trop de codes ou de mots de passe incorrects. Ils sont refusés pendant un certain temps.',
    notYou: 'Changez votre mot de passe maintenant.',
  }),
  'factor-locked': () => ({
    subject: 'Une application d’authentification a été verrouillée',
    happened:
      'Après de nombreux codes incorrects à la suite, une application d’authentification de votre compte a été verrouillée définitivement.',
    next: 'Connectez-vous avec un code de récupération ou une clé d’accès et configurez de nouveau l’application.',
    notYou: SOMEBODY_KNOWS,
  }),
  'recovery-codes-locked': () => ({
    subject: 'Vos codes de récupération ont été verrouillés',
    happened:
      'Après de nombreux codes incorrects à la suite, les codes de récupération de votre compte ont été verrouillés définitivement. Aucun d’eux n’est plus valable.',
    next: 'Connectez-vous avec une application d’authentification ou une clé d’accès et créez de nouveaux codes de récupération.',
    notYou: SOMEBODY_KNOWS,
  }),
  'activity-reported': () => ({
    subject: 'Vous avez signalé une activité qui n’était pas de vous',
    happened:
      'Dans l’activité de sécurité de votre compte, une opération a été signalée comme ne venant pas de vous.',
    next: 'Fermez toutes les autres sessions, changez votre mot de passe et supprimez chaque appareil que vous ne reconnaissez pas. Si le signalement ne vient pas de vous, faites-le d’autant plus\u202f: quelqu’un est dans votre compte.',
  }),
};
