import type {
  LinkPurpose,
  RecoveryAsk,
  RecoveryCompletion,
  RecoveryLink,
} from '../../account-recovery/account-recovery.store.ts';
import { createRecoveryTimes, type Recovery } from '../../account-recovery/recovery.ts';
import type { RecoveryCase } from '../../administration/administration.store.ts';
import { newId } from '../../secrets/ids.ts';
import { newToken } from '../../secrets/tokens.ts';
import { aliveAt, DAY, sealed, START, type Person } from './person.ts';

/** The times that the tests go by: the wait that is configured by default. */
export const times = createRecoveryTimes(3 * DAY);

const userOf = ({ id }: Person) => ({
  id,
  name: 'ada',
  displayName: 'Ada',
  emails: ['ada@example.com'],
});

export const newAsk = (at = START): RecoveryAsk => ({
  id: newId(),
  login: sealed(),
  at,
  ip: '192.0.2.7',
  userAgent: 'a browser',
  requestId: newId(),
});

/** A recovery that was asked for by mail and not opened yet. */
export async function requestedRecovery(person: Person, at = START): Promise<Recovery> {
  const ask = newAsk(at);
  await person.store.keepRecoveryAsk(ask);
  const recovery = times.requested(newId(), userOf(person), at);
  const attempt = { id: newId(), at };
  const outcome = await person.store.startRecovery({ askId: ask.id, recovery, attempt, entries: () => [] });
  if (outcome !== 'started') throw new Error(`no recovery began: ${outcome}`);
  return recovery;
}

/** A link as it would be mailed. */
export const linkTo = (purpose: LinkPurpose, goodUntil?: number): RecoveryLink => ({
  tokenHash: newToken().hash,
  purpose,
  ...(goodUntil !== undefined && { goodUntil }),
});

/** Mails links of a recovery. @returns the hashes of their tokens. */
export async function mailLinks(
  { store }: Person,
  { id, addresses }: Recovery,
  ...links: readonly RecoveryLink[]
): Promise<readonly string[]> {
  if (!(await store.addRecoveryLinks({ recoveryId: id, addresses, links })))
    throw new Error('the links were refused');
  return links.map(({ tokenHash }) => tokenHash);
}

/** A recovery whose wait is over, with the links that were mailed. */
export interface ReadyRecovery {
  readonly recovery: Recovery;
  readonly finish: string;
  readonly cancel: string;
  /** When it became so. */
  readonly at: number;
}

export async function readyRecovery(person: Person, startedAt = START): Promise<ReadyRecovery> {
  const { store } = person;
  const requested = await requestedRecovery(person, startedAt);
  const opening = times.opened(startedAt);
  await store.openRecovery(requested.id, opening, []);
  const at = startedAt + 3 * DAY;
  const recovery = { ...requested, ...opening };
  const move = times.ready(at);
  if (!(await store.moveRecovery(recovery, move, []))) throw new Error('the recovery did not become ready');
  const links = [linkTo('finish', at + DAY), linkTo('cancel')];
  const [finish = '', cancel = ''] = await mailLinks(person, recovery, ...links);
  return { recovery: { ...recovery, ...move }, finish, cancel, at };
}

export const completionOf = (
  person: Person,
  { recovery, finish, at }: ReadyRecovery,
  change: Partial<RecoveryCompletion> = {},
): RecoveryCompletion => ({
  recoveryId: recovery.id,
  tokenHash: finish,
  attempt: person.attempt(at),
  session: person.newSession(at),
  replacing: {},
  alive: aliveAt(at),
  entries: () => [],
  ...change,
});

/** A case that one of support opened. */
export const newCase = (person: Person, at = START, skipWaitReason?: string): RecoveryCase => ({
  recovery: times.pendingCase(newId(), userOf(person), at, skipWaitReason !== undefined),
  evidence: { kind: 'video call', reference: 'TICKET-7' },
  reason: 'lost phone and codes',
  ...(skipWaitReason !== undefined && { skipWaitReason }),
  startedBy: 'agent-sam',
});
