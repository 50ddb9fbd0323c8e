import type { TotpListStrings } from '../en/totp-list.js';

export const totpList: TotpListStrings = {
  heading: 'Aplikacje uwierzytelniające',
  description: 'Aplikacje, które pokazują kody do drugiego etapu logowania.',
  empty: 'Nie masz jeszcze aplikacji uwierzytelniającej.',
  added: 'Dodano',
  lastUsed: 'Ostatnie użycie:',
  neverUsed: 'Jeszcze nieużywana',
  locked: 'Zablokowana',
  lockedHelp:
    'Wpisano zbyt wiele nieprawidłowych kodów. Zastąp aplikację, aby skonfigurować ją na nowo, albo ją usuń.',
  add: 'Dodaj aplikację uwierzytelniającą',
  limit: 'Masz dziesięć aplikacji uwierzytelniających i więcej dodać nie można. Usuń jedną, aby dodać inną.',
  pending: 'Niedokończona',
  pendingHelp: 'Konfiguracja aplikacji uwierzytelniającej została rozpoczęta.',
  resume: 'Dokończ',
  discard: 'Odrzuć',
  discarded: 'Odrzucono.',
  rename: 'Zmień nazwę',
  replace: 'Zastąp',
  remove: 'Usuń',
};
