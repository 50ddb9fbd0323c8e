import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'Où doit-elle être conservée\u202f?',
  kind: {
    'this-device': 'Sur cet appareil',
    phone: 'Sur un téléphone ou une tablette',
    'security-key': 'Sur une clé de sécurité',
  },
  kindHelp: {
    'this-device': 'Avec son lecteur d’empreintes, sa caméra ou le verrouillage de l’écran.',
    phone: 'Scannez un code avec cet appareil. Il doit être à proximité.',
    'security-key': 'Une petite clé à brancher ou à approcher de l’appareil.',
  },
  noPlatform:
    'Cet appareil n’a pas de verrouillage de l’écran utilisable pour cela. Choisissez un autre emplacement.',
  shared:
    'Cet ordinateur est-il partagé ou public\u202f? Alors n’y conservez pas de clé d’accès\u202f: utilisez votre téléphone ou une clé de sécurité.',
  waiting: 'Suivez les étapes indiquées par votre navigateur…',
  addedNow: 'La clé d’accès a été ajoutée.',
  remove: 'Supprimer',
  removeAsk: (name) => `Supprimer ${name}\u202f? Vous ne pourrez plus vous connecter avec cette clé d’accès.`,
  removeCurrentAsk: (name) =>
    `Supprimer ${name}\u202f? C’est la clé d’accès utilisée en ce moment. Votre session reste ouverte, mais vous ne pourrez plus utiliser cette clé.`,
  removeLastAsk: (name) =>
    `Supprimer ${name}\u202f? C’est votre dernier moyen d’authentification\u202f: l’authentification multifacteur sera désactivée et vos codes de récupération ne seront plus valables.`,
  removeLast: 'Supprimer et désactiver',
  instead: 'Une application d’authentification protège aussi votre compte et fonctionne partout.',
  useApp: 'Configurer une application d’authentification',
};
