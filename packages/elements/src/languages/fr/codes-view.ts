import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Enregistrez vos codes de récupération',
  showDescription:
    'Si vous n’avez plus votre moyen d’authentification, chacun de ces codes vous permet de vous connecter une fois. Ils ne sont affichés que maintenant\u202f: conservez-les en lieu sûr, et pas uniquement sur le même appareil.',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed: 'La copie n’est pas possible ici. Téléchargez ou imprimez plutôt les codes.',
  download: 'Télécharger',
  print: 'Imprimer',
  iHaveSaved: 'J’ai enregistré mes codes de récupération',
  continue: 'Continuer',
  working: 'Un instant…',
  codesFor: (service) => `Codes de récupération pour ${service}`,
};
