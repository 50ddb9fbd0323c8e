import type { Obstacle } from '../ceremonies/ceremonies.js';
import { MfaError, type MfaErrorCode } from '../client/mfa-error.js';
import { errors, type ErrorStrings } from '../languages/en/errors.js';
import type { MfaElement } from './mfa-element.js';
import { OnDemand } from './on-demand.js';

/** Most people never meet them. */
const words = new OnDemand(() => import('./error-words.js'));

/** Those whose words could not be fetched: they are told in general ones, rather than later or never. */
const untold = new WeakSet<MfaError>();

/**
 * What happened and what to do next, in the language of an element; empty without an error, and for the moment until its words are
 * there.
 */
export function errorText(element: MfaElement, error: MfaError | undefined): string {
  // The page itself began something else; there is nothing to tell.
  if (!error || error.code === 'aborted') return '';
  const texts: Readonly<Record<string, unknown>> & ErrorStrings = element.strings('errors', errors);
  // A code that nobody knows may be the name of something else that texts have.
  const known = texts[error.code] ?? words.module?.refusalText(element, error);
  if (typeof known === 'string') return known;
  if (words.module || untold.has(error)) return texts.unexpected;
  void words
    .load()
    .catch(() => untold.add(error))
    .then(() => {
      element.requestUpdate();
    });
  return '';
}

/** A state of a flow, as far as something may have gone wrong in it. */
export interface Troubled {
  name: string;
  error?: MfaError;
  trouble?: MfaError;
}

/** What stands in the way without the server having refused anything, or is told in other words than its refusal. */
export type Trouble =
  | Obstacle
  | `${'missing' | 'wrong'}-${'totp' | 'recovery-code' | 'password'}`
  | 'missing-login'
  | 'wrong-credentials'
  | 'passkey-in-vain'
  | 'locked-out'
  | 'locked-codes'
  | 'waited';

/** One error each: that its words could not be fetched is remembered of it. */
const troubles = new Map<Trouble, MfaError>();

/** What is in the way and what to do next; empty where nothing is. */
export function troubleText(element: MfaElement, trouble: Trouble | undefined): string {
  if (!trouble) return '';
  const error = troubles.get(trouble) ?? new MfaError(trouble as MfaErrorCode);
  troubles.set(trouble, error);
  return errorText(element, error);
}

/** Fetches the words while the person reads: what is typed may well be wrong, or take long. */
export function preloadWords(element: MfaElement): void {
  errorText(element, new MfaError('unknown'));
}
