import { ConfigurationError } from '../configuration/configuration.ts';
import { isDuration, milliseconds, type Duration } from '../configuration/duration.ts';
import { nearest } from '../configuration/nearest.ts';
import { kindOf } from '../ports/host-answers.ts';
import type { Demand } from './freshness-check.ts';

/** An action that the host named in its configuration, and what it asks. */
export interface NamedAction extends Omit<Demand, 'action' | 'purpose'> {
  readonly within: number;
  readonly singleUse: boolean;
}

/** What a host's route asks of the person. */
export interface Requirement {
  /**
   * One of the configured `actions`, whose window and level it takes; or, with a `within` of its own, any name. It stands in the answer and
   * in the audit. Default: the method and the route's pattern, without what its router is mounted under.
   */
  readonly action?: string;
  /** `highest` (the default) is 2 for people who have a factor, else 1; `2` refuses people without one with `mfa_required`. */
  readonly aal?: 'highest' | 1 | 2;
  /** How recently it must have been proven, `'5m'`; without it, any time in the session will do. */
  readonly within?: Duration;
}

const NAMES = ['action', 'aal', 'within'] as const;
const LEVELS: readonly unknown[] = [undefined, 'highest', 1, 2];

function mistakesIn(requirement: unknown): readonly string[] {
  if (typeof requirement !== 'object' || requirement === null)
    return [`takes an object such as { within: '5m' }, not ${kindOf(requirement)}`];
  const { aal, within } = requirement as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(requirement).filter((name) => !NAMES.some((known) => known === name));
  return [
    ...unknown.map((name) => {
      const near = nearest(name, NAMES);
      return `there is no ${name}; ${near === undefined ? `there are ${NAMES.join(', ')}` : `did you mean ${near}?`}`;
    }),
    ...(LEVELS.includes(aal) ? [] : ["aal has to be 1, 2 or 'highest'"]),
    ...(within === undefined || (typeof within === 'string' && isDuration(within))
      ? []
      : ['within has to be a length of time such as 30s, 5m, 24h or 30d']),
  ];
}

/**
 * What a route asks, made when the route is: a mistake has to show at start, not at the first request. What the route says itself goes
 * before what its action says.
 *
 * @throws ConfigurationError for an action that nobody configured and that brings no window of its own, for a window that is no length of
 *   time, and for whatever else a host in JavaScript may write: a guard that was misspelt lets through what it was to stop.
 */
export function demandOf(
  requirement: Requirement,
  actions: Readonly<Record<string, NamedAction>>,
): Omit<Demand, 'action'> & { readonly action?: string } {
  const mistakes = mistakesIn(requirement);
  if (mistakes.length > 0) throw new ConfigurationError(mistakes.map((mistake) => `mfa.require: ${mistake}`));
  const { action, aal, within } = requirement;
  const named = action !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (action !== undefined && !named && within === undefined) {
    throw new ConfigurationError([
      `mfa.require: ${JSON.stringify(action)} is none of the configured actions, and has no window (within) of its own`,
    ]);
  }
  return {
    aal: 'highest',
    ...named,
    ...(action !== undefined && { action }),
    ...(aal !== undefined && { aal }),
    ...(within !== undefined && { within: milliseconds(within) }),
  };
}
