import type { PolicyFormStrings } from '../en/policy-form.js';
import { plural } from '../format.js';

const days = (count: number): string =>
  plural('pl', count, {
    one: '1 dzień',
    few: `${String(count)} dni`,
    many: `${String(count)} dni`,
    other: `${String(count)} dnia`,
  });

const grace = (count: number): string =>
  count
    ? `Czas na konfigurację dla osób, które go nie mają: ${days(count)} od pierwszego wezwania. Potem to, co go wymaga, jest dla nich zablokowane do czasu konfiguracji.`
    : 'Dla osób, które go nie mają, to, co go wymaga, jest od razu zablokowane do czasu konfiguracji.';

const roles = 'Rola może mieć najwyżej 64 znaki, a ról może być najwyżej 100. Sprawdź przecinki.';

export const policyForm: PolicyFormStrings = {
  required: 'Każda osoba w tym obszarze roboczym musi je mieć',
  requiredHint: 'Wyłączone: tylko poniższe role oraz osoby, od których wymaga tego Wasz plan.',
  roles: 'Role, które muszą je mieć w każdym przypadku',
  rolesHint: 'Tak, jak nazywa je Wasza aplikacja, oddzielone przecinkami. Przykład: admin, owner',
  phishingResistantRoles: 'Role, dla których liczy się tylko klucz dostępu',
  phishingResistantRolesHint:
    'W odróżnieniu od kodu klucza dostępu nie można podać na fałszywej stronie. Także oddzielone przecinkami.',
  graceDays: 'Liczba dni na konfigurację',
  graceDaysHint: 'Od 0 do 365, licząc od pierwszego wezwania danej osoby.',
  rememberDevice: 'Urządzenia mogą być zapamiętywane',
  rememberDeviceHint: 'Na nich drugi etap nie jest potrzebny przy każdym logowaniu.',
  wrong: { graceDays: 'Wpisz liczbę całkowitą od 0 do 365.', roles, phishingResistantRoles: roles },
  consequences: 'Co zmieni zapisanie',
  nothing: 'Nic nie zostało zmienione.',
  unclear: 'Popraw to, co zaznaczono powyżej, a zobaczysz to tutaj.',
  requiredOn: (count) => `Każda osoba w obszarze roboczym musi mieć logowanie dwuetapowe. ${grace(count)}`,
  requiredOff:
    'Obszar roboczy nie wymaga już logowania dwuetapowego. Rozpoczęte terminy są zachowane na dzień, w którym znów będzie wymagane.',
  rolesAdded: (list, count) => `Te role muszą odtąd mieć logowanie dwuetapowe: ${list}. ${grace(count)}`,
  rolesRemoved: (list) => `Te role już nie muszą: ${list}.`,
  passkeyAdded: (list, count) =>
    `Te role potrzebują klucza dostępu i potwierdzają tylko nim: ${list}. ${count ? `Czas dla osób bez klucza: ${days(count)}; do tego momentu wszystko działa jak dotąd.` : 'Osoby bez klucza muszą utworzyć go od razu.'}`,
  passkeyRemoved: (list) => `Dla tych ról znów liczy się aplikacja uwierzytelniająca: ${list}.`,
  graceChanged: (count) =>
    `Czas dla osób wezwanych odtąd po raz pierwszy: ${count ? days(count) : 'brak'}. Rozpoczęte terminy pozostają bez zmian.`,
  rememberOn: 'Urządzenia mogą być zapamiętywane.',
  rememberOff: 'Każda osoba jest proszona o drugi etap przy każdym logowaniu.',
  save: 'Zapisz',
  saving: 'Zapisywanie…',
  discard: 'Odrzuć zmiany',
  saved: 'Zapisano. Obowiązuje od teraz.',
  notYours: 'Zobaczyć i zmienić to mogą tylko osoby, które administrują obszarem roboczym.',
};
