import { challenge } from './de/challenge.js';
import { codeInput } from './de/code-input.js';
import { errors } from './de/errors.js';
import { factorErrors } from './de/factor-errors.js';
import { shared } from './de/shared.js';
import { signIn } from './de/sign-in.js';
import { stepUp } from './de/step-up.js';
import type { Strings } from './registry.js';

/** German, with the polite "Sie". */
export const de: Strings = { shared, errors, factorErrors, codeInput, challenge, signIn, stepUp };
