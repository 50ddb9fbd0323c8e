import { detailsOf, isCompleteSignIn, type Invariant } from './invariant.ts';
import type { EventRow, Ledger, SessionRow, StoredRow } from './ledger.ts';

interface Proof {
  readonly method: string;
  readonly at: number;
  readonly factor?: string;
}

const proofsOf = ({ proofs }: SessionRow): readonly Proof[] => JSON.parse(proofs) as readonly Proof[];

const eventsOfSessions = ({ events }: Ledger): ReadonlyMap<string | null, readonly EventRow[]> =>
  Map.groupBy(events, (event) => event.session_id);

function* sessionsWithoutSignIn(ledger: Ledger): Iterable<readonly StoredRow[]> {
  const told = eventsOfSessions(ledger);
  const accounts = new Set(ledger.accounts.map((account) => account.user_id));
  for (const session of ledger.sessions) {
    const opened = (told.get(session.id) ?? []).some(
      (event) =>
        isCompleteSignIn(event) && event.subject === session.user_id && event.at === session.created_at,
    );
    if (!opened || !accounts.has(session.user_id)) yield [session];
  }
}

/** What in the audit stands behind a proof: that it was accepted, in this session, at that moment. */
function isBehind({ method, at, factor }: Proof, event: EventRow): boolean {
  if (event.outcome !== 'success' || event.at !== at) return false;
  switch (method) {
    case 'totp':
      return (
        event.factor_id === factor &&
        ['auth.2fa.success', 'auth.step_up.success', 'auth.totp.added'].includes(event.event)
      );
    case 'passkey':
      return (
        event.factor_id === factor &&
        (['auth.2fa.success', 'auth.step_up.success', 'auth.passkey.added'].includes(event.event) ||
          isCompleteSignIn(event))
      );
    case 'recovery-code':
      return event.event === 'auth.recovery_code.used';
    case 'remembered-device':
      return isCompleteSignIn(event) && event.method === method;
    case 'password':
      return isCompleteSignIn(event) || (event.event === 'auth.step_up.success' && event.method === method);
    // Who was let back in by a recovery or a reset proves nothing by it: it marks a session that may only enrol.
    case 'account-recovery':
      return isCompleteSignIn(event);
    default:
      return false;
  }
}

function* proofsWithoutEvents(ledger: Ledger): Iterable<readonly StoredRow[]> {
  const told = eventsOfSessions(ledger);
  const firstHalves = new Set(
    ledger.events
      .filter((event) => event.event === 'auth.sign_in.success' && detailsOf(event)['stage'] === 'primary')
      .map(({ subject, at }) => `${subject} ${at}`),
  );
  for (const session of ledger.sessions) {
    const own = told.get(session.id) ?? [];
    const proofs = proofsOf(session);
    const unfounded = proofs.filter(
      (proof) =>
        !own.some((event) => isBehind(proof, event)) &&
        !(proof.method === 'password' && firstHalves.has(`${session.user_id} ${proof.at}`)),
    );
    if (unfounded.length > 0 || proofs.length === 0) yield [session, ...own];
  }
}

function* sessionsAfterTheirEnd(ledger: Ledger): Iterable<readonly StoredRow[]> {
  const told = eventsOfSessions(ledger);
  for (const session of ledger.sessions) {
    const ended = (told.get(session.id) ?? []).filter(({ event }) => event === 'auth.session.ended');
    if (ended.length > 0) yield [session, ...ended];
  }
}

function* devicesWithoutEvents({ devices, events }: Ledger): Iterable<readonly StoredRow[]> {
  const ofDevice = Map.groupBy(
    events.filter(({ event }) => event === 'auth.device.remembered' || event === 'auth.device.forgotten'),
    (event) => detailsOf(event)['device'],
  );
  for (const device of devices) {
    const own = ofDevice.get(device.id) ?? [];
    if (own.length !== 1 || own[0]?.event !== 'auth.device.remembered') yield [device, ...own];
  }
}

export const SESSIONS: readonly Invariant[] = [
  {
    name: 'session-has-its-sign-in',
    holds: 'Each session was opened by a sign-in that the audit tells of, of a person who has an account.',
    find: sessionsWithoutSignIn,
  },
  {
    name: 'proof-has-its-event',
    holds: 'Behind each proof of a session, and so behind its assurance, stands the event of its acceptance.',
    find: proofsWithoutEvents,
  },
  {
    name: 'ended-session-is-gone',
    holds: 'No session is there whose end was told.',
    find: sessionsAfterTheirEnd,
  },
  {
    name: 'device-has-its-event',
    holds: 'Each remembered device was told of once, and not told to be forgotten.',
    find: devicesWithoutEvents,
  },
];
