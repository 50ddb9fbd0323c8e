import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'une clé d’accès' : 'la validation en deux étapes';
const HOW =
  'Connectez-vous comme d’habitude et ouvrez vos paramètres de sécurité\u202f: cela prend environ deux minutes, avec votre téléphone ou cet appareil.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Veuillez configurer ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Votre compte exige ${what(facts)}. Tant que la configuration n’est pas faite, certaines actions vous sont fermées.`
        : `Votre compte exige ${what(facts)}. Vous avez jusqu’au ${time(facts.deadline)}\u202f; ensuite, certaines actions vous seront fermées jusqu’à la configuration.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Rappel\u202f: configurez ${what(facts)}`,
    happened: `Votre compte exige ${what(facts)}, et la configuration n’est pas encore faite. À partir du ${time(facts.deadline ?? facts.at)}, certaines actions vous seront fermées jusqu’à la configuration.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Une action a été refusée\u202f: configurez ${what(facts)}`,
    happened: `Votre compte exige ${what(facts)} depuis le ${time(facts.deadline ?? facts.at)}, et la configuration n’est pas encore faite. Une action a été refusée pour cette raison.`,
    next: HOW,
    notYou: 'Changez votre mot de passe maintenant.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'Vous avez plus de temps pour configurer la validation en deux étapes',
    happened: `Un administrateur de votre espace de travail vous dispense de la validation en deux étapes jusqu’au ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} Si vous n’avez pas demandé plus de temps, prévenez votre administrateur.`,
  }),
  'policy-changed': () => ({
    subject: 'Les règles de connexion de votre espace de travail ont été modifiées',
    happened:
      'Un administrateur a modifié ce que votre espace de travail exige de ses membres à la connexion.',
    next: 'Le journal d’audit de votre espace de travail indique ce qui a été modifié et par qui.',
    notYou:
      'Si aucun administrateur n’aurait dû faire cette modification, annulez-la, consultez le journal d’audit et fermez les sessions de la personne concernée.',
  }),
};
