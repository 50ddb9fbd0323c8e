import type { CodesViewStrings } from '../en/codes-view.js';

export const codesView: CodesViewStrings = {
  showHeading: 'Zapisz kody odzyskiwania',
  showDescription:
    'Jeśli utracisz urządzenie lub aplikację, każdy z tych kodów pozwoli Ci zalogować się jeden raz. Wyświetlamy je tylko teraz: przechowuj je w bezpiecznym miejscu, i to nie wyłącznie na tym samym urządzeniu.',
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  copyFailed: 'Kopiowanie nie jest tu możliwe. Pobierz lub wydrukuj kody.',
  download: 'Pobierz',
  print: 'Drukuj',
  iHaveSaved: 'Moje kody odzyskiwania są zapisane',
  continue: 'Dalej',
  working: 'Chwileczkę…',
  codesFor: (service) => `Kody odzyskiwania do ${service}`,
};
