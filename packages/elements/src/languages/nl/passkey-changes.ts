import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'Waar moet de passkey worden bewaard?',
  kind: {
    'this-device': 'Op dit apparaat',
    phone: 'Op een telefoon of tablet',
    'security-key': 'Op een beveiligingssleutel',
  },
  kindHelp: {
    'this-device': 'Met vingerafdruklezer, camera of schermvergrendeling.',
    phone: 'Scan er een code mee. Het apparaat moet bij u in de buurt zijn.',
    'security-key': 'Een kleine sleutel die u in het apparaat steekt of ertegenaan houdt.',
  },
  noPlatform: 'Dit apparaat heeft geen schermvergrendeling die hiervoor geschikt is. Kies een andere plek.',
  shared:
    'Is dit een gedeelde of openbare computer? Bewaar er dan geen passkey op: gebruik uw telefoon of een beveiligingssleutel.',
  waiting: 'Volg de stappen die uw browser toont…',
  addedNow: 'De passkey is toegevoegd.',
  remove: 'Verwijderen',
  removeAsk: (name) => `${name} verwijderen? U kunt er dan niet meer mee inloggen.`,
  removeCurrentAsk: (name) =>
    `${name} verwijderen? Deze passkey is nu in gebruik. U blijft ingelogd, maar kunt die niet meer gebruiken.`,
  removeLastAsk: (name) =>
    `${name} verwijderen? Dit is uw laatste authenticator: meervoudige verificatie wordt uitgeschakeld en uw herstelcodes werken niet meer.`,
  removeLast: 'Verwijderen en uitschakelen',
  instead: 'Een authenticator-app beschermt uw account ook en werkt overal.',
  useApp: 'Een authenticator-app instellen',
};
