import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Users } from '../ports/users.ts';
import { noticeMail } from './notice-mail.ts';
import type { ClaimedNotice, OutboxStore } from './outbox.store.ts';

const MINUTE = 60_000;
/** How long one worker has a mail to itself. Longer than the mailer's own time-outs, so that a slow server does not make two of one. */
const CLAIM = 2 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;
/** With the waits below, a mail server may be away for two days before a mail is given up. */
const ATTEMPTS = 55;

/** The wait before the next try: a minute, two, four … an hour at most. */
export const waitAfter = (attempts: number): number => Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_WAIT);

/** Delivers what changes left to be told. */
export interface Outbox {
  /** Sends everything that is due. @returns how many mails went out. */
  deliverDue(): Promise<number>;
}

export function createOutbox(ports: {
  store: OutboxStore;
  mailer: Mailer;
  users: Users;
  clock: Clock;
  logger: Logger;
  serviceName: string;
}): Outbox {
  const { store, mailer, users, clock, logger, serviceName } = ports;

  /** @returns whether there was anybody to tell. */
  async function send(claimed: ClaimedNotice): Promise<boolean> {
    const user = await users.find(claimed.userId);
    if (!user || user.emails.length === 0) return false;
    await mailer.send(noticeMail(claimed.id, claimed, user, serviceName));
    return true;
  }

  async function deliver(claimed: ClaimedNotice): Promise<boolean> {
    let told: boolean;
    try {
      told = await send(claimed);
    } catch (error) {
      const now = clock.now();
      const outcome =
        claimed.attempts >= ATTEMPTS ? { givenUpAt: now } : { retryAt: now + waitAfter(claimed.attempts) };
      logger.warn({ err: error, notice: claimed.name, attempts: claimed.attempts }, 'mail not sent');
      await store.noticeFailed(claimed.id, outcome, error instanceof Error ? error.message : 'unknown');
      return false;
    }
    if (told) await store.noticeSent(claimed.id, clock.now());
    else await store.noticeFailed(claimed.id, { givenUpAt: clock.now() }, 'nobody to tell');
    return told;
  }

  return {
    async deliverDue() {
      let sent = 0;
      for (;;) {
        const now = clock.now();
        const claimed = await store.claimNotice(now, now + CLAIM);
        if (!claimed) return sent;
        if (await deliver(claimed)) sent += 1;
      }
    },
  };
}
