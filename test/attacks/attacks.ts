import type { Attack } from './attack.ts';
import { guessing } from './groups/guessing.ts';
import { guessingPatiently } from './groups/guessing-patiently.ts';
import { totp } from './groups/totp.ts';
import { crossSite } from './groups/cross-site.ts';
import { recoveryCodes } from './groups/recovery-codes.ts';
import { sessions } from './groups/sessions.ts';

/** All attacks, in the order of the report. */
export const attacks: readonly Attack[] = [
  ...guessing,
  ...guessingPatiently,
  ...totp,
  ...recoveryCodes,
  ...sessions,
  ...crossSite,
];
