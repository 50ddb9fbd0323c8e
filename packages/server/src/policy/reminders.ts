import { systemEntry } from '../activity/journal.ts';
import type { Clock } from '../ports/clock.ts';
import { lookingUp } from '../ports/in-time.ts';
import type { Log } from '../ports/log.ts';
import type { Users } from '../ports/users.ts';
import type { DueReminder, PolicyStore } from './policy.store.ts';
import { membershipOf } from '../sessions/membership.ts';
import { nextReminder } from './requirement.ts';
import { detailsOf, type Requirements } from './requirements.ts';

/** So many are looked at between two questions to the store. */
const PAGE = 100;

/** Reminds those who still owe what is asked of them, so that nobody is blocked without a warning. */
export interface Reminders {
  /** Sends each reminder that is due, once, however many processes do so at the same time. */
  remindDue(): Promise<void>;
}

export function createReminders(ports: {
  store: PolicyStore;
  users: Users;
  requirements: Requirements;
  clock: Clock;
  logger: Log;
}): Reminders {
  const { store, users, requirements, clock, logger } = ports;

  /** Who has left the workspace, or set it up meanwhile, is exempt, or is asked nothing any more is not reminded; the next time, it may be different. */
  async function remind(due: DueReminder, now: number): Promise<void> {
    const user = await lookingUp(users.find(due.userId));
    if (!user) {
      await store.moveReminder(due, undefined, []);
      return;
    }
    if (membershipOf(user).workspace !== due.workspace) {
      await store.moveReminder(due, nextReminder(due.deadlines, now), []);
      return;
    }
    const facts = await requirements.settled(user, due.facts);
    const requirement = requirements.of(user, facts, now);
    const { level, exemptUntil } = requirement;
    const told = level === 'grace' && exemptUntil === undefined && user.disabled !== true;
    await store.moveReminder(
      due,
      nextReminder(facts.owed, now),
      told
        ? [
            systemEntry(now, due.userId, {
              event: 'auth.enforcement.reminded',
              outcome: 'success',
              details: detailsOf(requirement),
            }),
          ]
        : [],
    );
  }

  return {
    async remindDue() {
      const now = clock.now();
      let after: DueReminder | undefined;
      for (;;) {
        const due = await store.listDueReminders(now, after, PAGE);
        for (const one of due) {
          await remind(one, now).catch((error: unknown) => {
            logger.error({ err: error }, 'a reminder could not be made; it is tried again');
          });
        }
        after = due.at(-1);
        if (due.length < PAGE) return;
      }
    },
  };
}
