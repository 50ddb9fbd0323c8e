import { entriesOf, systemEntry, type Entry } from '../activity/journal.ts';
import type { Clock } from '../ports/clock.ts';
import { lookingUp } from '../ports/in-time.ts';
import type { Log } from '../ports/log.ts';
import type { User } from '../ports/users.ts';
import { newId } from '../secrets/ids.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { open } from '../secrets/sealing.ts';
import type { AccountRecoveryStore, RecoveryAsk } from './account-recovery.store.ts';
import { askPlace } from './ask-place.ts';
import { cancelledRecovery, recoveryHappening, UNKNOWN_ACTOR, type CancelReason } from './happenings.ts';
import { addressesDigest, type Recovery, type RecoveryTimes } from './recovery.ts';
import type { RecoveryUsers } from '../ports/recovery-users.ts';

/** How long one worker has an ask or a recovery to itself; after that, another tries. */
const CLAIM = 60_000;

/** What no request waits for: finding out who asked, reminding, going on when a wait is over, ending what nobody went on with. */
export interface RecoveryWork {
  /** Does everything that is due. */
  runDue(): Promise<void>;
}

export function createRecoveryWork(ports: {
  store: AccountRecoveryStore;
  users: RecoveryUsers;
  ring: KeyRing;
  clock: Clock;
  times: RecoveryTimes;
  logger: Log;
}): RecoveryWork {
  const { store, users, ring, clock, times, logger } = ports;

  async function whoAsked(ask: RecoveryAsk): Promise<User | undefined> {
    const login = open(ring, 'recovery-ask', askPlace(ask.id), ask.login).toString();
    const user = await lookingUp(users.findByLogin(login));
    return user?.disabled === true ? undefined : user;
  }

  async function answer(ask: RecoveryAsk, now: number): Promise<void> {
    const user = await whoAsked(ask);
    if (!user) return store.dropRecoveryAsk(ask.id);
    const entries = entriesOf({ ...ask, now }, user.id, undefined, UNKNOWN_ACTOR);
    await store.startRecovery({
      askId: ask.id,
      recovery: times.requested(newId(), user, now),
      attempt: { id: newId(), at: now },
      // Who asks again while the wait runs is told how far it is; the first link has done its work.
      entries: (current) =>
        entries(
          current.status === 'requested'
            ? recoveryHappening(current, 'started')
            : recoveryHappening(current, 'reminder_sent', { repeated: true }),
        ),
    });
  }

  const told = (recovery: Recovery, now: number, step: 'expired' | 'ready' | 'reminder_sent'): Entry[] => [
    systemEntry(now, recovery.userId, recoveryHappening(recovery, step)),
  ];

  function cancel(recovery: Recovery, now: number, reason: CancelReason): Promise<unknown> {
    const entries = [systemEntry(now, recovery.userId, cancelledRecovery(recovery, reason))];
    return store.cancelRecovery(recovery.id, now, entries);
  }

  async function goOn(recovery: Recovery, now: number): Promise<unknown> {
    const user = await lookingUp(users.find(recovery.userId));
    if (!user) return cancel(recovery, now, 'person-gone');
    if (addressesDigest(user) !== recovery.addresses) return cancel(recovery, now, 'address-changed');
    const { status, expiresAt, readyAt = 0 } = recovery;
    const waits = status === 'waiting' || (status === 'pending' && now < expiresAt);
    if (!waits) return store.expireRecovery(recovery, now, told(recovery, now, 'expired'));
    if (status === 'waiting' && now >= readyAt)
      return store.moveRecovery(recovery, times.ready(now), told(recovery, now, 'ready'));
    // A case that is undecided when its wait is over has nothing more to remind of.
    const entries = now < readyAt ? told(recovery, now, 'reminder_sent') : [];
    return store.moveRecovery(recovery, times.reminded(recovery, now), entries);
  }

  /** One after the other until there is nothing left; what fails is tried again when its claim is over, and holds up nobody. */
  async function each<Item>(
    claim: (now: number, claimUntil: number) => Promise<Item | undefined>,
    work: (item: Item, now: number) => Promise<unknown>,
  ): Promise<void> {
    for (;;) {
      const now = clock.now();
      const item = await claim(now, now + CLAIM);
      if (!item) return;
      await work(item, now).catch((error: unknown) => {
        logger.error({ err: error }, 'account recovery did not get on; it is tried again');
      });
    }
  }

  return {
    async runDue() {
      // What is over makes way for what is asked for.
      await each((...times) => store.claimDueRecovery(...times), goOn);
      await each((...times) => store.claimRecoveryAsk(...times), answer);
    },
  };
}
