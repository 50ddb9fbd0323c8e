import type { Recovery, RecoveryTimes } from '../account-recovery/recovery.ts';
import type { AuditDetails, Happening } from '../activity/audit-event.ts';
import { entriesOf, type Entry } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { RecoveryUsers } from '../ports/recovery-users.ts';
import type { User } from '../ports/users.ts';
import { newId } from '../secrets/ids.ts';
import type { AdministrationStore, CaseRecord, RecoveryCase } from './administration.store.ts';
import type { Permissions } from './permissions.ts';

/** So many cases are listed, the newest. */
const MOST_LISTED = 200;

/** For whom a case is: by the host's id, or by what they sign in with, which is what people in need can tell. */
export type CaseSubject = { readonly userId: string } | { readonly login: string };

/** What support asks for. */
export interface CaseRequest {
  readonly subject: CaseSubject;
  readonly evidence: CaseRecord['evidence'];
  readonly reason: string;
  readonly skipWait?: { readonly reason: string } | undefined;
}

/** Somebody, as a list names them; the host may have forgotten who it was. */
export interface Named {
  readonly id: string;
  readonly name: string | undefined;
}

export interface ListedCase extends Omit<RecoveryCase, 'startedBy' | 'decidedBy'> {
  readonly person: Named;
  readonly startedBy: Named;
  readonly decidedBy: Named | undefined;
}

/**
 * Ways back in that support opens for people whose identity it verified: one of support opens the case, another one decides, and the
 * person waits, is told each day and can cancel, unless a recorded reason speaks against the wait.
 */
export interface RecoveryCases {
  /** @throws Problem `forbidden` */
  assertMayList(call: SessionCall): Promise<void>;
  /** @throws Problem `forbidden`, `not_found` */
  assertMayStart(call: SessionCall, subject: CaseSubject): Promise<void>;
  /** @throws Problem `forbidden`, `not_found` */
  assertMayDecide(call: SessionCall, id: string): Promise<void>;
  list(call: SessionCall): Promise<readonly ListedCase[]>;
  /** @throws Problem `conflict` when the person has an open case. */
  start(call: SessionCall, request: CaseRequest): Promise<Recovery>;
  /** @throws Problem `conflict` when it was decided already, or is over. */
  approve(call: SessionCall, id: string): Promise<Recovery>;
  /** @throws Problem `conflict` when it was decided already, or is over. */
  reject(call: SessionCall, id: string, reason: string | undefined): Promise<Recovery>;
}

const detailsOf = ({
  recovery,
  evidence,
  reason,
  skipWaitReason,
  startedBy,
}: RecoveryCase): AuditDetails => ({
  recovery: recovery.id,
  ...(recovery.readyAt !== undefined && { readyAt: recovery.readyAt }),
  evidenceKind: evidence.kind,
  evidenceReference: evidence.reference,
  caseReason: reason,
  ...(skipWaitReason !== undefined && { skipWaitReason }),
  startedBy,
});

export function createRecoveryCases(ports: {
  store: AdministrationStore;
  users: RecoveryUsers;
  permissions: Permissions;
  times: RecoveryTimes;
}): RecoveryCases {
  const { store, users, permissions, times } = ports;

  /** What one of support did to a person's account. */
  const entries = (
    { session, origin }: SessionCall,
    { recovery }: RecoveryCase,
    happening: Happening,
  ): Entry[] =>
    entriesOf(origin, recovery.userId, undefined, { kind: 'support', id: session.userId })(happening);

  async function existing(id: string): Promise<RecoveryCase> {
    const found = await store.findRecoveryCase(id);
    if (!found) throw new Problem('not_found');
    return found;
  }

  const personOf = (subject: CaseSubject): Promise<User | undefined> =>
    'userId' in subject ? users.find(subject.userId) : users.findByLogin(subject.login);

  async function assertMayList({ session }: SessionCall): Promise<void> {
    if (!(await permissions.may(session.user, 'recovery-case.list', undefined)))
      throw new Problem('forbidden', { reason: 'recovery-case.list' });
  }

  async function nameOf(id: string): Promise<Named> {
    const user = await users.find(id);
    return { id, name: user?.name };
  }

  const listed = async (one: RecoveryCase): Promise<ListedCase> => ({
    ...one,
    person: await nameOf(one.recovery.userId),
    startedBy: await nameOf(one.startedBy),
    decidedBy: one.decidedBy === undefined ? undefined : await nameOf(one.decidedBy),
  });

  return {
    assertMayList,

    async assertMayStart(call, subject) {
      // A look-up by login takes as long as it takes: nobody else is to learn from that who has an account (rule B5).
      if ('login' in subject) await assertMayList(call);
      await permissions.assertMayFor(call.session.user, 'recovery-case.start', await personOf(subject));
    },

    async assertMayDecide({ session: { user } }, id) {
      const found = await store.findRecoveryCase(id);
      const subject = found && (await users.find(found.recovery.userId));
      if (!(await permissions.may(user, 'recovery-case.decide', subject)))
        throw new Problem('forbidden', { reason: 'recovery-case.decide' });
      if (!found) throw new Problem('not_found');
      if (found.startedBy === user.id) throw new Problem('forbidden', { reason: 'opened by oneself' });
      if (found.recovery.userId === user.id) throw new Problem('forbidden', { reason: 'about oneself' });
    },

    async list({ session }) {
      const visible: ListedCase[] = [];
      for (const one of await store.listRecoveryCases(MOST_LISTED)) {
        const subject: User | undefined = await users.find(one.recovery.userId);
        if (await permissions.may(session.user, 'recovery-case.list', subject))
          visible.push(await listed(one));
      }
      return visible;
    },

    async start(call, { subject, evidence, reason, skipWait }) {
      const user = await personOf(subject);
      if (!user) throw new Problem('not_found');
      const recovery = times.pendingCase(newId(), user, call.origin.now, skipWait !== undefined);
      const opened: RecoveryCase = {
        recovery,
        evidence,
        reason,
        ...(skipWait && { skipWaitReason: skipWait.reason }),
        startedBy: call.session.userId,
      };
      const outcome = await store.startRecoveryCase(
        opened,
        entries(call, opened, {
          event: 'auth.recovery.tier3_started',
          outcome: 'success',
          details: detailsOf(opened),
        }),
      );
      if (outcome === 'open') throw new Problem('conflict', { reason: 'the person has an open case' });
      return recovery;
    },

    async approve(call, id) {
      const found = await existing(id);
      const { now } = call.origin;
      const move = times.approved(found.recovery, now);
      const decided = await store.decideRecoveryCase(
        { id, by: call.session.userId, now, move },
        entries(call, found, {
          event: 'auth.recovery.tier3_approved',
          outcome: 'success',
          details: detailsOf(found),
        }),
      );
      if (!decided) throw new Problem('conflict', { reason: 'decided already, or over' });
      return { ...found.recovery, ...move };
    },

    async reject(call, id, reason) {
      const found = await existing(id);
      const { now } = call.origin;
      const decided = await store.decideRecoveryCase(
        { id, by: call.session.userId, now, move: 'rejected' },
        entries(call, found, {
          event: 'auth.recovery.tier3_rejected',
          outcome: 'success',
          details: { ...detailsOf(found), ...(reason !== undefined && { decision: reason }) },
        }),
      );
      if (!decided) throw new Problem('conflict', { reason: 'decided already, or over' });
      return { ...found.recovery, status: 'rejected', closedAt: now };
    },
  };
}
