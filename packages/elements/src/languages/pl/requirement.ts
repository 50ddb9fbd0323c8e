import type { RequirementStrings } from '../en/requirement.js';
import { plural } from '../format.js';

export const requirement: RequirementStrings = {
  enforced: 'Logowanie dwuetapowe jest wymagane',
  grace: (date) => `Skonfiguruj logowanie dwuetapowe do ${date}`,
  recommended: 'Zabezpiecz konto logowaniem dwuetapowym',
  passkeyEnforced: 'Klucz dostępu jest wymagany',
  passkeyGrace: (date) => `Dodaj klucz dostępu do ${date}`,
  reasons: { role: 'Twoja rola', workspace: 'Twój obszar roboczy', tier: 'Twój plan' },
  why: (list) => `Powód wymagania: ${list}.`,
  whyPasskey: 'W odróżnieniu od kodu klucza dostępu nie można podać na fałszywej stronie.',
  left: (left) => `Pozostały czas: ${left}. Do tego momentu wszystko działa jak dotąd.`,
  blocked:
    'Operacje, które tego wymagają, są zablokowane do czasu konfiguracji. Wszystko inne działa jak dotąd.',
  blockedSince: (date) =>
    `Operacje, które tego wymagają, są zablokowane od ${date} i odblokują się zaraz po konfiguracji. Wszystko inne działa jak dotąd.`,
  recommendedWhy: 'Samo hasło nikomu już nie wystarczy do zalogowania. Zajmie to około dwóch minut.',
  nudge: {
    'set-up-after-incident': 'Zabezpiecz swoje konto teraz',
    'add-second-passkey': 'Dodaj drugi klucz dostępu',
    'few-recovery-codes': 'Utwórz nowe kody odzyskiwania',
    'recovery-codes-not-saved': 'Zapisz kody odzyskiwania',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'Z Twoim kontem stało się coś nietypowego. Z logowaniem dwuetapowym samo hasło nikomu nie wystarczy.',
    'add-second-passkey':
      'Z drugim kluczem na innym urządzeniu lub kluczu bezpieczeństwa zalogujesz się także po utracie pierwszego.',
    'few-recovery-codes': 'Dzięki nim zalogujesz się po utracie urządzenia.',
    'recovery-codes-not-saved':
      'Zapisanie kodów nie zostało potwierdzone. Dzięki nim zalogujesz się po utracie urządzenia.',
  },
  codesLeft: (count) =>
    plural('pl', count, {
      one: 'Został tylko jeden.',
      few: `Zostały tylko ${String(count)}.`,
      many: `Zostało tylko ${String(count)}.`,
      other: `Zostało tylko ${String(count)}.`,
    }),
  noCodesLeft: 'Nie został żaden.',
  setUp: 'Skonfiguruj teraz',
  addPasskey: 'Dodaj klucz dostępu',
  toCodes: 'Przejdź do kodów odzyskiwania',
  later: 'Później',
  notNow: 'Nie teraz',
  close: 'Zamknij',
  done: 'Wszystko jest skonfigurowane',
  doneCodes: 'Kody odzyskiwania są zapisane',
  unblocked: 'To, co było zablokowane, znów działa.',
  met: 'Nic więcej nie trzeba tu robić.',
};
