import {
  ACCEPTED,
  detailsOf,
  isCompleteSignIn,
  LONGEST_REQUEST,
  ofSubject,
  ofUser,
  type Invariant,
} from './invariant.ts';
import type { EventRow, Ledger, StoredRow } from './ledger.ts';

const STEP = 30_000;
const PENDING_LIFETIME = 10 * 60_000;

const stepAt = (at: number): number => Math.floor(at / STEP);

/** Recovery codes that are spent, against the events of their use. */
function* codesSpentTwice({ codeSets, codes, events }: Ledger): Iterable<readonly StoredRow[]> {
  const codesOf = ofUser(codes);
  const uses = ofSubject(events.filter(({ event }) => event === 'auth.recovery_code.used'));
  for (const set of codeSets) {
    const spent = (codesOf.get(set.user_id) ?? []).filter((code) => code.spent_at !== null);
    const used = uses.get(set.user_id) ?? [];
    const spentAt = (at: number | null): typeof spent => spent.filter((code) => code.spent_at === at);
    const usedAt = (at: number | null): typeof used => used.filter((event) => event.at === at);
    for (const code of spent) {
      const told = usedAt(code.spent_at);
      if (told.length < spentAt(code.spent_at).length) yield [code, ...told];
    }
    // While a set is being made, which takes ten slow hashes, a code of the one before may still be used.
    for (const event of used.filter(({ at }) => at > set.created_at + LONGEST_REQUEST)) {
      const meant = spentAt(event.at);
      if (meant.length < usedAt(event.at).length) yield [event, ...meant];
    }
  }
}

/** Each accepted code was one of three steps around its time. More codes than steps, and one was accepted twice. */
function* stepsAcceptedTwice({ totpFactors, events }: Ledger): Iterable<readonly StoredRow[]> {
  const accepted = Map.groupBy(
    events.filter(
      ({ event, method, factor_id: factor }) =>
        factor !== null && method === 'totp' && (ACCEPTED.has(event) || event === 'auth.totp.added'),
    ),
    (event) => event.factor_id,
  );
  const factors = new Map(totpFactors.map((factor) => [factor.id, factor]));
  for (const [id, uses] of accepted) {
    let last = -Infinity;
    for (const use of uses) {
      last = Math.max(last + 1, stepAt(use.at) - 1);
      if (last > stepAt(use.at) + 1)
        yield uses.filter(({ at }) => Math.abs(stepAt(at) - stepAt(use.at)) <= 3);
    }
    const factor = factors.get(id ?? '');
    const newest = uses.at(-1)!;
    if (factor && (factor.last_step < last || factor.last_step > stepAt(newest.at) + 1))
      yield [factor, newest];
  }
}

/** A proof that was written, without what it was written with. */
function* useWithoutEvent({ totpFactors, events }: Ledger): Iterable<readonly StoredRow[]> {
  const uses = new Set(
    events
      .filter(({ event }) => ACCEPTED.has(event))
      .map(({ factor_id: factor, at }) => `${factor ?? ''} ${at}`),
  );
  for (const factor of totpFactors)
    if (factor.last_used_at !== null && !uses.has(`${factor.id} ${factor.last_used_at}`)) yield [factor];
}

/** What uses up a sign-in begun with a password: its second half, giving it up, or one wrong code too many. */
function usesPending(event: EventRow, secondHalves: ReadonlySet<string | null>): boolean {
  if (event.event === 'auth.sign_in.failure') return detailsOf(event)['stage'] === 'complete';
  if (event.event === 'auth.2fa.failure') return detailsOf(event)['pendingEnded'] === true;
  if (!isCompleteSignIn(event)) return false;
  const { method, session_id: session } = event;
  return (
    method === 'totp' || method === 'recovery-code' || (method === 'passkey' && secondHalves.has(session))
  );
}

/** Each second half, in the order of time, takes the oldest first half that is still good. */
function* secondHalvesWithoutFirst({ events }: Ledger): Iterable<readonly StoredRow[]> {
  const secondHalves = new Set(
    events.filter(({ event }) => event === 'auth.2fa.success').map((event) => event.session_id),
  );
  for (const own of ofSubject(events).values()) {
    const begun = own.filter(
      (event) => event.event === 'auth.sign_in.success' && detailsOf(event)['stage'] === 'primary',
    );
    for (const event of own.filter((one) => usesPending(one, secondHalves))) {
      const first = begun.findIndex(({ at }) => at <= event.at && at > event.at - PENDING_LIFETIME);
      if (first === -1) yield [event];
      else begun.splice(0, first + 1);
    }
  }
}

/** A session stands for one sign-in. */
function* sessionsOpenedTwice({ events }: Ledger): Iterable<readonly StoredRow[]> {
  const opened = Map.groupBy(events.filter(isCompleteSignIn), (event) => event.session_id);
  for (const [session, several] of opened) if (session !== null && several.length > 1) yield several;
}

export const SINGLE_USE: readonly Invariant[] = [
  {
    name: 'recovery-code-spent-once',
    holds: 'Each recovery code that is spent has the one event of its use, and each use has its spent code.',
    find: codesSpentTwice,
  },
  {
    name: 'totp-step-accepted-once',
    holds:
      'An authenticator had no more codes accepted than there were time steps, and the last of them is the one that it remembers.',
    find: stepsAcceptedTwice,
  },
  {
    name: 'use-has-its-event',
    holds: 'When an authenticator was last used, a code of it was accepted.',
    find: useWithoutEvent,
  },
  {
    name: 'pending-sign-in-used-once',
    holds: 'Each second half of a sign-in had a first half of its own, at most ten minutes before.',
    find: secondHalvesWithoutFirst,
  },
  {
    name: 'session-opened-once',
    holds: 'No session was opened by two sign-ins.',
    find: sessionsOpenedTwice,
  },
];
