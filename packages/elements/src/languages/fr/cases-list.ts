import type { CasesListStrings } from '../en/cases-list.js';
import { plural } from '../format.js';

export const casesList: CasesListStrings = {
  empty: 'Il n’y a aucun dossier.',
  notYours: 'Seule l’assistance voit les dossiers de récupération.',
  working: 'Un instant…',
  showMore: 'Afficher plus',
  moreShown: (count, isAll) =>
    `${plural('fr', count, {
      one: `${String(count)} dossier de plus affiché.`,
      other: `${String(count)} dossiers de plus affichés.`,
    })}${isAll ? ' Ils sont maintenant tous affichés.' : ''}`,
  status: {
    pending: 'En attente de décision',
    waiting: 'Approuvé, délai en cours',
    ready: 'Prêt',
    completed: 'Terminé',
    cancelled: 'Annulé',
    expired: 'Expiré',
    rejected: 'Refusé',
  },
  kind: {
    'video-call': 'Appel vidéo',
    'in-person': 'En personne',
    'identity-check': 'Vérification d’identité par un prestataire',
    'call-back': 'Rappel à un numéro connu',
    other: 'Autre',
  },
  evidence: (kind, reference) => `Preuve\u202f: ${kind}, ${reference}`,
  because: (reason) => `Motif\u202f: ${reason}`,
  noWait: (reason) => `Sans délai d’attente\u202f: ${reason}`,
  startedBy: (name, ago) => `Ouvert par ${name} ${ago}`,
  approvedBy: (name, ago) => `Approuvé par ${name} ${ago}`,
  rejectedBy: (name, ago) => `Refusé par ${name} ${ago}`,
  you: 'vous',
  unknown: 'une personne qui n’est plus ici',

  onceApproved: (span, time) =>
    `Une fois le dossier approuvé, le dernier lien partira le ${time}. Temps restant\u202f: ${span}.`,
  onceApprovedNow: 'Une fois le dossier approuvé, le dernier lien part immédiatement.',
  decideBy: (time) => `Sans décision, il expire le ${time}.`,
  goesOut: (span, time) => `Le dernier lien partira le ${time}. Temps restant\u202f: ${span}.`,
  goesOutNow: 'Le dernier lien part maintenant.',
  goodUntil: (time) => `Le dernier lien a été envoyé. Il est valable jusqu’au ${time}.`,
  whatFollowed: {
    completed:
      'La personne est revenue avec le lien et son mot de passe\u202f; elle doit configurer une nouvelle deuxième étape.',
    cancelled:
      'Annulé par le lien de l’e-mail envoyé à la personne, par sa connexion ou par une réinitialisation.',
    expired: 'Personne n’a décidé à temps, ou le dernier lien n’a pas été utilisé.',
    rejected: 'Ce dossier n’a pas de suite.',
  },
  ownCase: 'Vous avez ouvert ce dossier\u202f: la décision revient donc à quelqu’un d’autre.',
  aboutYou: 'Ce dossier vous concerne\u202f: la décision revient donc à d’autres.',

  approve: 'Approuver',
  approveHeading: (name) => `Approuver le dossier concernant ${name}\u202f?`,
  approveCheck: (evidence) => `Examinez d’abord la preuve vous-même. ${evidence}.`,
  approveWhat: {
    told: 'La personne est prévenue par e-mail, maintenant et chaque jour du délai d’attente, avec un lien qui annule la procédure.',
    link: (span) => `Le dernier lien part après le délai d’attente. Temps restant\u202f: ${span}.`,
    linkNow: 'Le dernier lien part immédiatement.',
    then: 'Avec ce lien et son mot de passe, elle retrouve l’accès et ne peut rien faire d’autre que configurer une nouvelle deuxième étape. Tout ce qui était configuré auparavant est supprimé, et toutes les autres sessions sont fermées.',
  },
  approveConfirm: 'Approuver le dossier',
  approved: (name) => `Le dossier concernant ${name} a été approuvé.`,
  reject: 'Refuser',
  rejectHeading: (name) => `Refuser le dossier concernant ${name}\u202f?`,
  rejectWhat: 'Le dossier n’aura alors pas de suite, et la personne en sera prévenue par e-mail.',
  rejectReason: 'Motif (facultatif)',
  rejectReasonHint: 'Il est conservé avec votre nom.',
  rejectConfirm: 'Refuser le dossier',
  rejected: (name) => `Le dossier concernant ${name} a été refusé.`,
  decidedAlready: 'Ce dossier n’est plus ouvert\u202f: quelqu’un d’autre a décidé, ou il a été annulé.',

  start: 'Ouvrir un dossier',
  startHeading: 'Ouvrir un dossier',
  startWhat:
    'Vérifiez d’abord l’identité de la personne. Elle est aussitôt prévenue par e-mail et peut annuler en un clic. La décision revient à quelqu’un d’autre.',
  account: 'Compte de la personne',
  accountHint: 'L’identifiant avec lequel elle se connecte, en général son adresse e-mail.',
  evidenceKind: 'Comment vous savez qu’il s’agit bien d’elle',
  choose: 'Veuillez choisir',
  evidenceReference: 'Où la preuve est conservée',
  evidenceReferenceHint:
    'Le numéro d’un ticket ou d’un enregistrement dans votre propre système. N’insérez jamais de pièces d’identité, ni leurs photos, ni leurs numéros.',
  reason: 'Ce qui s’est passé',
  reasonHint: 'Par exemple «\u202fTéléphone et codes volés\u202f». Cette indication est conservée.',
  skipWait: 'Supprimer le délai d’attente',
  skipWaitHint: 'Ce délai permet à la personne d’arrêter quelqu’un qui se fait passer pour elle.',
  skipWaitReason: 'Pourquoi cela ne peut pas attendre',
  startConfirm: 'Ouvrir le dossier',
  started: (name) => `Un dossier concernant ${name} a été ouvert. La décision revient à quelqu’un d’autre.`,
  missing: {
    account: 'Indiquez de quel compte il s’agit.',
    'evidence.kind': 'Indiquez comment vous savez qu’il s’agit bien de cette personne.',
    'evidence.reference':
      'Indiquez où la preuve est conservée\u202f: une référence, pas la preuve elle-même.',
    reason: 'Indiquez ce qui s’est passé.',
    'skipWait.reason': 'Indiquez pourquoi cela ne peut pas attendre.',
  },
  nobody: 'Personne ne se connecte avec cet identifiant. Vérifiez-le et réessayez.',
  notStarted: 'Vous ne pouvez pas ouvrir de dossier pour ce compte. Personne n’en ouvre pour soi-même.',
  openAlready: 'Un dossier ou une récupération est déjà en cours pour cette personne.',
};
