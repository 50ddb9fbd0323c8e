import { ofSubject, ofUser, type Invariant } from './invariant.ts';
import type { EventRow, Ledger, StoredRow } from './ledger.ts';

function* factorsWithoutCodes({ totpFactors, passkeys, codeSets }: Ledger): Iterable<readonly StoredRow[]> {
  const withCodes = new Set(codeSets.map((set) => set.user_id));
  for (const factor of [...totpFactors, ...passkeys]) if (!withCodes.has(factor.user_id)) yield [factor];
}

function* codesWithoutFactor({
  totpFactors,
  passkeys,
  codeSets,
  codes,
}: Ledger): Iterable<readonly StoredRow[]> {
  const holders = new Set([...totpFactors, ...passkeys].map((factor) => factor.user_id));
  const sets = new Set(codeSets.map((set) => set.user_id));
  for (const set of codeSets) if (!holders.has(set.user_id)) yield [set];
  for (const code of codes) if (!sets.has(code.user_id)) yield [code];
}

/** After a restore, those that nobody had spent are gone from a set. */
function* setsInParts({ codeSets, codes, restores }: Ledger): Iterable<readonly StoredRow[]> {
  const codesOf = ofUser(codes);
  for (const set of codeSets) {
    const own = codesOf.get(set.user_id) ?? [];
    const whole = restores.length > 0 ? own.length <= set.total : own.length === set.total;
    if (!whole) yield [set, ...own];
  }
}

function* enrolledAndPending({ totpFactors, totpEnrolments }: Ledger): Iterable<readonly StoredRow[]> {
  const factors = new Map(totpFactors.map((factor) => [factor.id, factor]));
  for (const enrolment of totpEnrolments) {
    const factor = factors.get(enrolment.id);
    if (factor) yield [enrolment, factor];
  }
}

function* factorsWithoutAccount({ totpFactors, passkeys, accounts }: Ledger): Iterable<readonly StoredRow[]> {
  const known = new Map(accounts.map((account) => [account.user_id, account]));
  for (const factor of totpFactors) if (!known.has(factor.user_id)) yield [factor];
  for (const passkey of passkeys) {
    const account = known.get(passkey.user_id);
    if (!account) yield [passkey];
    else if (account['user_handle'] === null) yield [passkey, account];
  }
}

const ADDED: ReadonlySet<string> = new Set(['auth.totp.added', 'auth.passkey.added']);
const REMOVED: ReadonlySet<string> = new Set(['auth.totp.removed', 'auth.passkey.revoked']);

/** Passkeys that a host brought along were never told of, so only what was told is looked for. */
function* factorsUnlikeTheirEvents(ledger: Ledger): Iterable<readonly StoredRow[]> {
  const factors = new Map([...ledger.totpFactors, ...ledger.passkeys].map((factor) => [factor.id, factor]));
  const accounts = new Map(ledger.accounts.map((account) => [account.user_id, account]));
  const told = Map.groupBy(
    ledger.events.filter(({ event }) => ADDED.has(event) || REMOVED.has(event)),
    (event) => event.factor_id,
  );
  for (const [id, events] of told) {
    const factor = factors.get(id ?? '');
    const removed = events.some(({ event }) => REMOVED.has(event));
    const account = accounts.get(events[0]!.subject);
    // Of who is forgotten, the audit is all that is left.
    const isForgotten = !account || account.created_at > events[0]!.at;
    if (removed ? factor : !factor && !isForgotten) yield [...events, ...(factor ? [factor] : [])];
  }
  for (const factor of ledger.totpFactors) if (!told.has(factor.id)) yield [factor];
}

/** What raises an epoch; several events of one request raise it once. */
const RAISING: ReadonlySet<string> = new Set([
  ...ADDED,
  ...REMOVED,
  'auth.recovery_codes.regenerated',
  'auth.password.changed',
]);

function* epochsBehind({ accounts, events }: Ledger): Iterable<readonly StoredRow[]> {
  const raising = ofSubject(events.filter(({ event }) => RAISING.has(event)));
  for (const account of accounts) {
    const own = (raising.get(account.user_id) ?? []).filter(({ at }) => at >= account.created_at);
    const requests = new Set(own.map((event: EventRow) => event.request_id ?? event.id));
    if (account.epoch < requests.size) yield [account, ...own];
  }
}

function* aheadOfTheirAccount({ accounts, pendingSignIns, devices }: Ledger): Iterable<readonly StoredRow[]> {
  const known = new Map(accounts.map((account) => [account.user_id, account]));
  for (const row of [...pendingSignIns, ...devices]) {
    const account = known.get(row.user_id);
    if (!account || account.epoch < row.epoch) yield [row, ...(account ? [account] : [])];
  }
}

export const FACTORS: readonly Invariant[] = [
  {
    name: 'factor-has-codes',
    holds: 'Whoever has a factor has a set of recovery codes.',
    find: factorsWithoutCodes,
  },
  {
    name: 'codes-have-a-factor',
    holds: 'Recovery codes belong to a set, and a set to somebody who has a factor.',
    find: codesWithoutFactor,
  },
  {
    name: 'set-is-whole',
    holds: 'A set of recovery codes has as many as it says.',
    find: setsInParts,
  },
  {
    name: 'enrolment-or-factor',
    holds: 'No authenticator is pending and confirmed at once.',
    find: enrolledAndPending,
  },
  {
    name: 'factor-has-an-account',
    holds:
      'Each factor belongs to an account, and each passkey to one that its authenticator knows by a handle.',
    find: factorsWithoutAccount,
  },
  {
    name: 'factor-is-as-told',
    holds: 'What was told to be added is there, and what was told to be removed is not.',
    find: factorsUnlikeTheirEvents,
  },
  {
    name: 'epoch-covers-changes',
    holds: 'An account has gone through at least as many epochs as it had changes.',
    find: epochsBehind,
  },
  {
    name: 'nothing-ahead-of-its-account',
    holds: 'No sign-in begun and no remembered device carries an epoch that its account has not reached.',
    find: aheadOfTheirAccount,
  },
];
