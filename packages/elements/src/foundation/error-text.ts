import type { Obstacle } from '../ceremonies/ceremonies.js';
import { MfaError } from '../client/mfa-error.js';
import { errors } from '../languages/en/errors.js';
import type { Countdown } from './countdown.js';
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
  const texts: Readonly<Record<string, string>> = element.strings('errors', errors);
  const known = texts[error.code] ?? words.module?.refusalText(element, error);
  if (known !== undefined || words.module || untold.has(error)) return known ?? texts['unexpected'] ?? '';
  void words
    .load()
    .catch(() => untold.add(error))
    .then(() => {
      element.requestUpdate();
    });
  return '';
}

const tooMany = new MfaError('too_many_attempts');

/** How long there is to wait until another try. */
export function waitText(element: MfaElement, countdown: Countdown): unknown {
  return words.module?.waitingText(element, countdown) ?? errorText(element, tooMany);
}

const inTheWay = new Map<Obstacle, MfaError>();

/** Why no passkey can be made or used on this page; empty where one can. */
export function obstacleText(element: MfaElement, obstacle: Obstacle | undefined): string {
  if (!obstacle) return '';
  const error = inTheWay.get(obstacle) ?? new MfaError(obstacle);
  inTheWay.set(obstacle, error);
  return errorText(element, error);
}
