import type { Attack } from './attack.ts';
import { administration } from './groups/administration.ts';
import { devices } from './groups/devices.ts';
import { http } from './groups/http.ts';
import { output } from './groups/output.ts';
import { parsing } from './groups/parsing.ts';
import { guessing } from './groups/guessing.ts';
import { guessingPatiently } from './groups/guessing-patiently.ts';
import { totp } from './groups/totp.ts';
import { passkeyAssertions } from './groups/passkey-assertions.ts';
import { passkeyChallenges } from './groups/passkey-challenges.ts';
import { passkeyRegistrations } from './groups/passkey-registrations.ts';
import { crossSite } from './groups/cross-site.ts';
import { recoveryCodes } from './groups/recovery-codes.ts';
import { membersAndPolicy } from './groups/members-and-policy.ts';
import { sessions } from './groups/sessions.ts';
import { stepUp } from './groups/step-up.ts';
import { supportCases } from './groups/support-cases.ts';
import { stolenSession } from './groups/stolen-session.ts';

/** All attacks, in the order of the report. */
export const attacks: readonly Attack[] = [
  ...guessing,
  ...guessingPatiently,
  ...totp,
  ...recoveryCodes,
  ...sessions,
  ...crossSite,
  ...stolenSession,
  ...stepUp,
  ...passkeyAssertions,
  ...passkeyChallenges,
  ...passkeyRegistrations,
  ...devices,
  ...administration,
  ...membersAndPolicy,
  ...supportCases,
  ...http,
  ...parsing,
  ...output,
];
