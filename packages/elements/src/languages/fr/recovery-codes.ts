import type { RecoveryCodesStrings } from '../en/recovery-codes.js';
import { plural } from '../format.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Codes de récupération',
  description:
    'Ils vous permettent de vous connecter si vous n’avez plus votre moyen d’authentification. Chacun ne sert qu’une fois.',
  none: 'Vous n’avez pas encore de codes de récupération. Vous en recevrez dix en configurant votre premier moyen d’authentification.',
  left: (count, total) =>
    plural('fr', count, {
      one: `${String(count)} code restant sur ${String(total)}`,
      other: `${String(count)} codes restants sur ${String(total)}`,
    }),
  made: (date) => `Créés le ${date}.`,
  saved: 'Vous avez confirmé les avoir enregistrés.',
  notSaved: 'Vous n’avez pas confirmé les avoir enregistrés. Si vous ne les avez pas, créez-en de nouveaux.',
  few: 'Il reste peu de codes. Créez-en de nouveaux avant d’en manquer.',
  used: 'Tous les codes sont utilisés. Créez-en de nouveaux\u202f: sans eux, la perte de votre moyen d’authentification vous bloque l’accès.',
  regenerate: 'Créer de nouveaux codes',
  ask: 'Créer dix nouveaux codes\u202f? Les anciens cessent immédiatement d’être valables, où que vous les conserviez.',
  confirmRegenerate: 'Remplacer les anciens codes',
  working: 'Un instant…',
  confirmed: 'Vos codes de récupération sont enregistrés.',
};
