import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Sla uw herstelcodes op',
  showDescription:
    'Als u uw authenticator kwijt bent, kunt u met elk van deze codes één keer inloggen. Ze worden alleen nu getoond: bewaar ze op een veilige plek, en niet alleen op hetzelfde apparaat.',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  copyFailed: 'Kopiëren is hier niet mogelijk. Download de codes of druk ze af.',
  download: 'Downloaden',
  print: 'Afdrukken',
  iHaveSaved: 'Ik heb mijn herstelcodes opgeslagen',
  continue: 'Doorgaan',
  working: 'Een moment…',
  codesFor: (service) => `Herstelcodes voor ${service}`,
};
