import type { Recovery, RecoveryTimes } from '../account-recovery/recovery.ts';
import type { AuditDetails, Happening } from '../activity/audit-event.ts';
import { entriesOf, type Entry } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { RecoveryUsers } from '../ports/recovery-users.ts';
import type { User } from '../ports/users.ts';
import { newId } from '../secrets/ids.ts';
import { membershipOf } from '../sessions/membership.ts';
import { iso } from '../sessions/session-view.ts';
import type { AdministrationStore, CaseDecision, CaseRecord, RecoveryCase } from './administration.store.ts';
import type { Permissions } from './permissions.ts';
import type { RecoveryCaseList } from './recovery-case-list.ts';

/** For whom a case is: by the host's id, or by what they sign in with, which is what people in need can tell. */
export type CaseSubject = { readonly userId: string } | { readonly login: string };

/** What support asks for. */
export interface CaseRequest {
  readonly subject: CaseSubject;
  readonly evidence: CaseRecord['evidence'];
  readonly reason: string;
  readonly skipWait?: { readonly reason: string } | undefined;
}

/** A case that somebody may decide, and whom it is about; the host may have forgotten who that was. */
export interface Decidable {
  readonly found: RecoveryCase;
  readonly person: User | undefined;
}

/**
 * Ways back in that support opens for people whose identity it verified: one of support opens the case, another one decides, and the
 * person waits, is told each day and can cancel, unless a recorded reason speaks against the wait.
 */
export interface RecoveryCases {
  /**
   * @returns whose case it may be.
   * @throws Problem `forbidden`, `not_found`
   */
  assertMayStart(call: SessionCall, subject: CaseSubject): Promise<User>;
  /** @throws Problem `forbidden`, `not_found` */
  assertMayDecide(call: SessionCall, id: string): Promise<Decidable>;
  /** @throws Problem `conflict` when the person has an open case. */
  start(call: SessionCall, person: User, request: Omit<CaseRequest, 'subject'>): Promise<Recovery>;
  /** @throws Problem `conflict` when it was decided already, or is over. */
  approve(call: SessionCall, decidable: Decidable): Promise<Recovery>;
  /** @throws Problem `conflict` when it was decided already, or is over. */
  reject(call: SessionCall, decidable: Decidable, reason: string | undefined): Promise<Recovery>;
}

const detailsOf = ({
  recovery,
  evidence,
  reason,
  skipWaitReason,
  startedBy,
}: RecoveryCase): AuditDetails => ({
  recovery: recovery.id,
  ...(recovery.readyAt !== undefined && { readyAt: iso(recovery.readyAt) }),
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
  list: RecoveryCaseList;
  times: RecoveryTimes;
}): RecoveryCases {
  const { store, users, permissions, list, times } = ports;

  /** What one of support did to a person's account. */
  const entries = (
    { session, origin }: SessionCall,
    { recovery }: RecoveryCase,
    happening: Happening,
  ): Entry[] =>
    entriesOf(origin, recovery.userId, undefined, { kind: 'support', id: session.userId })(happening);

  async function decide(
    call: SessionCall,
    { found, person }: Decidable,
    move: CaseDecision['move'],
    happening: Happening,
  ): Promise<void> {
    const { id, userId } = found.recovery;
    const decided = await store.decideRecoveryCase(
      {
        id,
        userId,
        membership: person && membershipOf(person),
        by: call.session.userId,
        now: call.origin.now,
        move,
      },
      entries(call, found, happening),
    );
    if (!decided) throw new Problem('conflict', { reason: 'decided already, or over' });
  }

  return {
    async assertMayStart(call, subject) {
      const { user } = call.session;
      if ('userId' in subject) return permissions.assertMay(user, 'recovery-case.start', subject.userId);
      // A look-up by login takes as long as it takes: nobody else is to learn from that who has an account (rule B5).
      await list.assertMay(call);
      const person = await users.findByLogin(subject.login);
      return permissions.assertMayFor(user, 'recovery-case.start', person);
    },

    async assertMayDecide({ session: { user } }, id) {
      const found = await store.findRecoveryCase(id);
      const person = found && (await users.find(found.recovery.userId));
      if (!(await permissions.may(user, 'recovery-case.decide', person)))
        throw new Problem('forbidden', { reason: 'recovery-case.decide' });
      if (!found) throw new Problem('not_found');
      if (found.startedBy === user.id) throw new Problem('forbidden', { reason: 'opened by oneself' });
      if (found.recovery.userId === user.id) throw new Problem('forbidden', { reason: 'about oneself' });
      return { found, person };
    },

    async start(call, person, { evidence, reason, skipWait }) {
      const recovery = times.pendingCase(newId(), person, call.origin.now, skipWait !== undefined);
      const opened: RecoveryCase = {
        recovery,
        evidence,
        reason,
        ...(skipWait && { skipWaitReason: skipWait.reason }),
        startedBy: call.session.userId,
      };
      const outcome = await store.startRecoveryCase(
        opened,
        membershipOf(person),
        entries(call, opened, {
          event: 'auth.recovery.tier3_started',
          outcome: 'success',
          details: detailsOf(opened),
        }),
      );
      if (outcome === 'open') throw new Problem('conflict', { reason: 'the person has an open case' });
      return recovery;
    },

    async approve(call, decidable) {
      const { found } = decidable;
      const move = times.approved(found.recovery, call.origin.now);
      await decide(call, decidable, move, {
        event: 'auth.recovery.tier3_approved',
        outcome: 'success',
        details: detailsOf(found),
      });
      return { ...found.recovery, ...move };
    },

    async reject(call, decidable, reason) {
      const { found } = decidable;
      await decide(call, decidable, 'rejected', {
        event: 'auth.recovery.tier3_rejected',
        outcome: 'success',
        details: { ...detailsOf(found), ...(reason !== undefined && { decision: reason }) },
      });
      return { ...found.recovery, status: 'rejected', closedAt: call.origin.now };
    },
  };
}
