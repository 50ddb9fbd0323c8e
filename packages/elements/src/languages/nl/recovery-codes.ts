import type { RecoveryCodesStrings } from '../en/recovery-codes.js';

export const recoveryCodes: RecoveryCodesStrings = {
  heading: 'Herstelcodes',
  description: 'Hiermee kunt u inloggen als u uw authenticator kwijt bent. Elke code werkt één keer.',
  none: 'U hebt nog geen herstelcodes. U krijgt er tien als u uw eerste authenticator instelt.',
  left: (count, total) => `Nog ${String(count)} van ${String(total)} over`,
  made: (date) => `Gemaakt op ${date}.`,
  saved: 'U hebt bevestigd dat u ze hebt opgeslagen.',
  notSaved: 'U hebt niet bevestigd dat u ze hebt opgeslagen. Maak nieuwe als u ze niet hebt.',
  few: 'Er zijn nog maar weinig codes over. Maak nieuwe voordat ze op zijn.',
  used: 'Alle codes zijn gebruikt. Maak nieuwe: zonder codes kunt u niet meer inloggen als u uw authenticator kwijtraakt.',
  regenerate: 'Nieuwe codes maken',
  ask: 'Tien nieuwe codes maken? De oude werken meteen niet meer, waar u ze ook bewaart.',
  confirmRegenerate: 'Oude codes vervangen',
  working: 'Een moment…',
  confirmed: 'Uw herstelcodes zijn opgeslagen.',
};
