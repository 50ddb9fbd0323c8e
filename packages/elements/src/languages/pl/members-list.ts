import type { MembersListStrings } from '../en/members-list.js';
import { plural } from '../format.js';

export const membersList: MembersListStrings = {
  status: 'Pokaż',
  everybody: 'Wszyscy',
  statuses: {
    none: 'Bez drugiego etapu',
    totp: 'Tylko z aplikacją uwierzytelniającą',
    passkey: 'Tylko z kluczami dostępu',
    both: 'Z kluczami dostępu i aplikacją',
    grace: 'Przed upływem terminu',
    enforced: 'Po upływie terminu',
    exempt: 'Czasowo zwolnieni',
  },
  mfa: {
    none: 'Jeszcze bez drugiego etapu',
    totp: 'Aplikacja uwierzytelniająca',
    passkey: 'Klucz dostępu',
    both: 'Klucz dostępu i aplikacja uwierzytelniająca',
  },
  you: 'Ty',
  hasUntil: (deadline, wait) => `Czas na konfigurację: do ${deadline} (${wait}).`,
  overdue: (deadline) => `Termin konfiguracji minął ${deadline}: to, co jej wymaga, jest zablokowane.`,
  lastSignIn: (ago) => `Ostatnie logowanie: ${ago}`,
  neverSignedIn: 'Brak odnotowanego logowania',
  empty: 'W tym obszarze roboczym nie ma nikogo.',
  nothingFound: 'Nikogo takiego wśród wszystkich osób.',
  nobodyYet: 'Na razie nikogo. Wybierz „Pokaż więcej”, aby szukać dalej.',
  found: (count, isAll) =>
    `${plural('pl', count, { one: 'Pokazano 1 osobę', few: isAll ? `Pokazano ${String(count)} osoby` : `Pokazano pierwsze ${String(count)} osoby`, many: isAll ? `Pokazano ${String(count)} osób` : `Pokazano pierwszych ${String(count)} osób`, other: `Pokazano ${String(count)} osoby` })}.`,
  showMore: 'Pokaż więcej',
  moreShown: (count, isAll) =>
    `${plural('pl', count, { one: 'Pokazano jeszcze 1 osobę', few: `Pokazano jeszcze ${String(count)} osoby`, many: `Pokazano jeszcze ${String(count)} osób`, other: `Pokazano jeszcze ${String(count)} osoby` })}.${isAll ? ' To wszyscy.' : ''}`,
  notYours: 'Listę osób widzą tylko ci, którzy administrują tym obszarem roboczym.',
  working: 'Chwileczkę…',
  reason: 'Powód',
  reasonHint: 'Zostanie zapisany wraz z Twoim nazwiskiem. Nie podawaj kodów, haseł ani informacji o zdrowiu.',
  missingReason: 'Podaj powód. Zostanie zapisany.',

  reset: 'Zresetuj',
  resetHeading: (name) => `Zresetować drugi etap logowania? Konto: ${name}`,
  resetWhat: [
    'Klucze dostępu, aplikacje uwierzytelniające i kody odzyskiwania tej osoby zostaną usunięte.',
    'Nastąpi jej wylogowanie wszędzie, a zapamiętane urządzenia zostaną zapomniane.',
    'Przy następnym logowaniu użyje hasła i przede wszystkim skonfiguruje nowy drugi etap.',
    'Ta osoba dostanie e-mail.',
  ],
  resetCheck:
    'Najpierw upewnij się, że naprawdę prosi o to ta osoba: osobiście lub dzwoniąc pod numer, który znasz.',
  resetConfirm: 'Zresetuj teraz',
  wasReset: (name) => `Zresetowano drugi etap logowania. Konto: ${name}.`,
  resetMark: 'Przed chwilą zresetowano',
  oneself: 'W swojej sprawie poproś innego administratora.',

  exempt: 'Zwolnij czasowo',
  exemptHeading: (name) => `Zwolnić czasowo? Konto: ${name}`,
  exemptWhat:
    'Do końca tego dnia nic nie będzie blokowane z powodu braku drugiego etapu. Termin tej osoby pozostaje bez zmian i po tym dniu znów obowiązuje.',
  until: 'Ostatni dzień',
  missingUntil: 'Wybierz ostatni dzień: po dzisiejszym i najdalej za 90 dni.',
  exemptConfirm: 'Zwolnij',
  wasExempted: (name, day) => `Zwolniono do ${day}. Konto: ${name}.`,
  exemptMark: (day) => `Zwolnienie do ${day}`,
};
