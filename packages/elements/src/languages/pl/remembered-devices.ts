import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Zapamiętane urządzenia',
  description:
    'Na zapamiętanym urządzeniu do zalogowania wystarcza hasło, najwyżej przez 30 dni; ryzykowne operacje nadal wymagają więcej.',
  current: 'To urządzenie',
  unknown: 'Nieznana przeglądarka',
  lastUsed: 'Ostatnie użycie:',
  neverUsed: 'Jeszcze nieużywane',
  since: 'Zapamiętano',
  until: 'ważne do',
  empty: 'Żadne urządzenie nie jest zapamiętane.',
  revoke: () => 'Zapomnij',
  ask: (name, current) =>
    current
      ? 'Zapomnieć tę przeglądarkę? Przy następnym logowaniu w niej potrzebny będzie drugi etap.'
      : `Zapomnieć „${name}”? Przy następnym logowaniu tam potrzebny będzie drugi etap.`,
  revoked: (name) => `Zapomniano: ${name}.`,
  revokeAll: 'Zapomnij wszystkie',
  askAll:
    'Zapomnieć wszystkie zapamiętane urządzenia? Przy następnym logowaniu na każdym z nich potrzebny będzie drugi etap.',
  revokedAll: 'Wszystkie zapamiętane urządzenia zostały zapomniane.',
  working: 'Chwileczkę…',
};
