import { activeSessions } from './de/active-sessions.js';
import { challenge } from './de/challenge.js';
import { codeInput } from './de/code-input.js';
import { enroll } from './de/enroll.js';
import { errors } from './de/errors.js';
import { factorErrors } from './de/factor-errors.js';
import { passkeyErrors } from './de/passkey-errors.js';
import { passkeyList } from './de/passkey-list.js';
import { passkeySignIn } from './de/passkey-sign-in.js';
import { recoveryCodes } from './de/recovery-codes.js';
import { rememberedDevices } from './de/remembered-devices.js';
import { shared } from './de/shared.js';
import { signIn } from './de/sign-in.js';
import { stepUp } from './de/step-up.js';
import { totpList } from './de/totp-list.js';
import type { Strings } from './registry.js';

/** German, with the polite "Sie". */
export const de: Strings = {
  shared,
  errors,
  factorErrors,
  codeInput,
  challenge,
  signIn,
  stepUp,
  passkeyErrors,
  passkeyList,
  passkeySignIn,
  enroll,
  recoveryCodes,
  totpList,
  activeSessions,
  rememberedDevices,
};
