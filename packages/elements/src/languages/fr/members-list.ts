import type { MembersListStrings } from '../en/members-list.js';
import { plural } from '../format.js';

export const membersList: MembersListStrings = {
  status: 'Afficher',
  everybody: 'Tout le monde',
  statuses: {
    none: 'Sans deuxième étape',
    totp: 'Avec une application d’authentification seulement',
    passkey: 'Avec des clés d’accès seulement',
    both: 'Avec des clés d’accès et une application',
    grace: 'Délai de configuration en cours',
    enforced: 'Délai dépassé',
    exempt: 'Dispense temporaire',
  },
  mfa: {
    none: 'Pas encore de deuxième étape',
    totp: 'Application d’authentification',
    passkey: 'Clé d’accès',
    both: 'Clé d’accès et application d’authentification',
  },
  you: 'Vous',
  hasUntil: (deadline, wait) => `Configuration à effectuer d’ici au ${deadline} (${wait}).`,
  overdue: (deadline) =>
    `La configuration aurait dû être faite avant le ${deadline}\u202f: ce qui l’exige est bloqué.`,
  lastSignIn: (ago) => `Dernière connexion\u202f: ${ago}`,
  neverSignedIn: 'Aucune connexion enregistrée',
  empty: 'Cet espace de travail n’a aucun membre.',
  nothingFound: 'Personne, parmi tous les membres.',
  nobodyYet: 'Personne jusqu’ici. Affichez-en plus pour poursuivre la recherche.',
  found: (count, isAll) =>
    isAll
      ? plural('fr', count, {
          one: `${String(count)} membre affiché.`,
          other: `${String(count)} membres affichés.`,
        })
      : plural('fr', count, {
          one: `Premier membre affiché (${String(count)}).`,
          other: `Les ${String(count)} premiers membres sont affichés.`,
        }),
  showMore: 'Afficher plus',
  moreShown: (count, isAll) =>
    `${plural('fr', count, {
      one: `${String(count)} membre de plus affiché.`,
      other: `${String(count)} membres de plus affichés.`,
    })}${isAll ? ' Tout le monde est affiché.' : ''}`,
  notYours: 'Seules les personnes qui administrent cet espace de travail en voient les membres.',
  working: 'Un instant…',
  reason: 'Motif',
  reasonHint: 'Il est conservé avec votre nom. Ni codes, ni mots de passe, ni informations de santé.',
  missingReason: 'Indiquez le motif. Il est conservé.',

  reset: 'Réinitialiser',
  resetHeading: (name) => `Réinitialiser la deuxième étape pour ${name}\u202f?`,
  resetWhat: [
    'Les clés d’accès, applications d’authentification et codes de récupération de cette personne sont supprimés.',
    'Toutes ses sessions sont fermées et ses appareils mémorisés sont oubliés.',
    'À la prochaine connexion, elle utilise son mot de passe et configure une nouvelle deuxième étape avant toute autre chose.',
    'Elle en est prévenue par e-mail.',
  ],
  resetCheck:
    'Assurez-vous d’abord que la demande vient bien de cette personne\u202f: de vive voix, ou en l’appelant à un numéro que vous connaissez.',
  resetConfirm: 'Réinitialiser maintenant',
  wasReset: (name) => `La deuxième étape a été réinitialisée pour ${name}.`,
  resetMark: 'Réinitialisation à l’instant',
  oneself: 'Pour votre propre compte, adressez-vous à un autre administrateur.',

  exempt: 'Dispenser temporairement',
  exemptHeading: (name) => `Dispenser temporairement ${name}\u202f?`,
  exemptWhat:
    'Jusqu’à la fin de ce jour, rien n’est bloqué pour cette personne du fait qu’elle n’a pas de deuxième étape. Son échéance ne change pas et s’applique de nouveau ensuite.',
  until: 'Dernier jour',
  missingUntil: 'Choisissez le dernier jour\u202f: après aujourd’hui, et dans 90 jours au plus.',
  exemptConfirm: 'Dispenser',
  wasExempted: (name, day) => `Dispense accordée à ${name} jusqu’au ${day}.`,
  exemptMark: (day) => `Dispense jusqu’au ${day}`,
};
