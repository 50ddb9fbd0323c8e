import { ACCEPTED, detailsOf, ofSubject, type Invariant } from './invariant.ts';
import type { Ledger, StoredRow } from './ledger.ts';

const EMPTYING: ReadonlySet<string> = new Set([
  'auth.recovery.tier2_completed',
  'auth.recovery.tier3_completed',
  'auth.2fa.admin_disabled',
]);
const ENROLLING: ReadonlySet<string> = new Set(['auth.totp.added', 'auth.passkey.added']);

function* restrictionsLost({
  accounts,
  events,
  totpFactors,
  passkeys,
}: Ledger): Iterable<readonly StoredRow[]> {
  const holders = Map.groupBy([...totpFactors, ...passkeys], (factor) => factor.user_id);
  const told = ofSubject(events.filter(({ event }) => EMPTYING.has(event) || ENROLLING.has(event)));
  for (const account of accounts) {
    const own = (told.get(account.user_id) ?? []).filter(({ at }) => at >= account.created_at);
    const last = own.at(-1);
    const mustBe = last !== undefined && EMPTYING.has(last.event);
    if (mustBe !== (account.restricted_at !== null)) yield [account, ...(last ? [last] : [])];
    const held = holders.get(account.user_id) ?? [];
    if (account.restricted_at !== null && held.length > 0) yield [account, ...held];
  }
}

function* recoveriesTwice({ recoveries }: Ledger): Iterable<readonly StoredRow[]> {
  const open = Map.groupBy(
    recoveries.filter((recovery) => recovery.closed_at === null),
    (recovery) => `${recovery.user_id} ${recovery.tier}`,
  );
  for (const several of open.values()) if (several.length > 1) yield several;
}

const CLOSED: ReadonlySet<string> = new Set(['completed', 'cancelled', 'expired', 'rejected']);

/** How a recovery ended, against what was told of it. */
function* recoveriesUnlikeTheirEvents({ recoveries, events }: Ledger): Iterable<readonly StoredRow[]> {
  const told = new Map(
    events
      .filter(({ event }) => event.startsWith('auth.recovery.'))
      .map((event) => [`${event.event} ${String(detailsOf(event)['recovery'])}`, event]),
  );
  for (const recovery of recoveries) {
    const { id, tier, status, closed_at: closedAt } = recovery;
    const ended = told.get(`auth.recovery.tier${tier}_${status} ${id}`);
    if (CLOSED.has(status) !== (closedAt !== null)) yield [recovery];
    else if (closedAt !== null && !ended) yield [recovery];
  }
}

/** An attempt that was accepted is no failure: it does not count against the account. */
function* successesCounted({ attempts, events }: Ledger): Iterable<readonly StoredRow[]> {
  const told = Map.groupBy(events, (event) => `${event.subject} ${event.at}`);
  const moments = Map.groupBy(
    attempts.filter(({ name }) => name === 'account'),
    (attempt) => `${attempt.subject} ${attempt.at}`,
  );
  for (const [moment, counted] of moments) {
    const own = told.get(moment) ?? [];
    const accepted = own.filter(
      ({ event }) =>
        ACCEPTED.has(event) || event === 'auth.recovery_code.used' || event === 'auth.totp.added',
    );
    const failures = own.filter(({ outcome }) => outcome === 'failure');
    if (accepted.length > 0 && counted.length > failures.length) yield [...counted, ...accepted];
  }
}

export const RECOVERING: readonly Invariant[] = [
  {
    name: 'restricted-until-enrolled',
    holds:
      'Whoever was let back in, or was reset, may only enrol until a factor was added, and has none until then.',
    find: restrictionsLost,
  },
  { name: 'one-open-recovery', holds: 'Nobody has two recoveries of one kind open.', find: recoveriesTwice },
  {
    name: 'recovery-is-as-told',
    holds: 'Each recovery that is over was told to be over, in that way.',
    find: recoveriesUnlikeTheirEvents,
  },
  {
    name: 'success-is-not-counted',
    holds: 'No attempt that was accepted counts as one that failed.',
    find: successesCounted,
  },
];
