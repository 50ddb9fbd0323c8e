import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Changez votre mot de passe maintenant et vérifiez vos paramètres de sécurité.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'La validation en deux étapes est activée',
    happened: 'Désormais, la connexion à votre compte demande une deuxième étape.',
    next: 'Conservez vos codes de récupération en lieu sûr\u202f: ils vous permettent de vous connecter si vous perdez votre appareil.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'La validation en deux étapes a été désactivée',
    happened:
      'Votre compte n’est plus protégé que par son mot de passe, et vos codes de récupération ne sont plus valables.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'Une application d’authentification a été ajoutée',
    happened:
      'Une application d’authentification a été ajoutée à votre compte. Ses codes servent de deuxième étape à la connexion.',
    notYou: 'Supprimez-la dans vos paramètres de sécurité et changez votre mot de passe maintenant.',
  }),
  'totp-removed': () => ({
    subject: 'Une application d’authentification a été supprimée',
    happened:
      'Une application d’authentification a été supprimée de votre compte. Ses codes ne fonctionnent plus.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'Une clé d’accès a été ajoutée',
    happened:
      'Une clé d’accès a été ajoutée à votre compte. Toute personne qui la détient peut se connecter.',
    notYou: 'Supprimez-la dans vos paramètres de sécurité et changez votre mot de passe maintenant.',
  }),
  'passkey-revoked': () => ({
    subject: 'Une clé d’accès a été supprimée',
    happened: 'Une clé d’accès a été supprimée de votre compte. Elle ne permet plus de se connecter.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'Un code de récupération a été utilisé',
    happened: `Quelqu’un s’est connecté à votre compte avec l’un de vos codes de récupération. Codes restants\u202f: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'De nouveaux codes de récupération ont été créés',
    happened:
      'De nouveaux codes de récupération ont été créés pour votre compte. Les anciens ne sont plus valables.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Votre deuxième étape a été réinitialisée',
    happened:
      'Un administrateur de votre espace de travail a supprimé tous les appareils et codes de récupération de votre compte. Toutes vos sessions ont été fermées.',
    next: 'Connectez-vous avec votre mot de passe\u202f; vous configurerez d’abord une nouvelle deuxième étape. Si vous n’avez pas demandé cette opération, prévenez votre administrateur maintenant et changez votre mot de passe.',
  }),
};
