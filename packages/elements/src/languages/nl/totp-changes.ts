import type { TotpChangesStrings } from '../en/totp-changes.js';

export const totpChanges: TotpChangesStrings = {
  addedNow: 'De authenticator-app is toegevoegd.',
  replaceHelp:
    'Een nieuwe telefoon? Stel eerst de nieuwe app in. De oude blijft werken totdat u die verwijdert.',
  remove: 'Verwijderen',
  removeAsk: (name) => `${name} verwijderen? U kunt dan niet meer inloggen met codes uit deze app.`,
  removeLastAsk: (name) =>
    `${name} verwijderen? Dit is uw laatste authenticator: meervoudige verificatie wordt uitgeschakeld en uw herstelcodes werken niet meer.`,
  removeOldAsk: (name) => `De nieuwe app werkt. De oude, ${name}, verwijderen?`,
  removeLast: 'Verwijderen en uitschakelen',
  keep: 'Beide behouden',
};
