import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'L’application d’authentification a été ajoutée.',
  replaceHelp:
    'Vous changez de téléphone\u202f? Configurez d’abord la nouvelle application. L’ancienne continue de fonctionner jusqu’à ce que vous la supprimiez.',
  remove: 'Supprimer',
  removeAsk: (name) =>
    `Supprimer ${name}\u202f? Vous ne pourrez plus vous connecter avec les codes de cette application.`,
  removeLastAsk: (name) =>
    `Supprimer ${name}\u202f? C’est votre dernier moyen d’authentification\u202f: l’authentification multifacteur sera désactivée et vos codes de récupération ne seront plus valables.`,
  removeOldAsk: (name) => `La nouvelle application fonctionne. Supprimer l’ancienne, ${name}\u202f?`,
  removeLast: 'Supprimer et désactiver',
  keep: 'Garder les deux',
};
