import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { User, Users } from '../ports/users.ts';
import type { ChooseLanguage } from './languages/choose-language.ts';
import type { MailedLink } from './languages/mail-language.ts';
import { mailFormat } from './mail-format.ts';
import { noticeMail, type LinkAddresses } from './notice-mail.ts';
import type { ClaimedNotice, OutboxStore } from './outbox.store.ts';

const MINUTE = 60_000;
/** How long one worker has a mail to itself. Longer than the mailer's own time-outs, so that a slow server does not make two of one. */
const CLAIM = 2 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;
/** With the waits below, a mail server may be away for two days before a mail is given up. */
const ATTEMPTS = 55;

/** The wait before the next try: a minute, two, four … an hour at most. */
export const waitAfter = (attempts: number): number => Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_WAIT);

/**
 * Makes the links of a mail at the moment in which it goes out, so that their tokens are nowhere but in the mail (rule K1), and are good for
 * their whole time however long a mail server was away.
 *
 * @returns `undefined` when there is nothing left that they could be for.
 */
export type MakeLinks = (
  recoveryId: string,
  purposes: readonly MailedLink['purpose'][],
  user: User,
) => Promise<LinkAddresses | undefined>;

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
  chooseLanguage: ChooseLanguage;
  makeLinks: MakeLinks;
}): Outbox {
  const { store, mailer, users, clock, logger, serviceName, chooseLanguage, makeLinks } = ports;

  async function send(claimed: ClaimedNotice): Promise<'sent' | 'nobody to tell' | 'overtaken by events'> {
    const user = await users.find(claimed.userId);
    if (!user || user.emails.length === 0) return 'nobody to tell';
    const language = chooseLanguage(user.language, claimed.name);
    const { links = [] } = language.words(claimed.facts, mailFormat(language.tag, user.timeZone));
    const purposes = links.map(({ purpose }) => purpose);
    const { recovery } = claimed.facts;
    const addresses =
      recovery === undefined || purposes.length === 0 ? {} : await makeLinks(recovery, purposes, user);
    if (!addresses) return 'overtaken by events';
    await mailer.send(noticeMail(claimed.id, claimed, user, serviceName, language, addresses));
    return 'sent';
  }

  async function deliver(claimed: ClaimedNotice): Promise<boolean> {
    let outcome: Awaited<ReturnType<typeof send>>;
    try {
      outcome = await send(claimed);
    } catch (error) {
      const now = clock.now();
      const next =
        claimed.attempts >= ATTEMPTS ? { givenUpAt: now } : { retryAt: now + waitAfter(claimed.attempts) };
      logger.warn({ err: error, notice: claimed.name, attempts: claimed.attempts }, 'mail not sent');
      await store.noticeFailed(claimed.id, next, error instanceof Error ? error.message : 'unknown');
      return false;
    }
    if (outcome === 'sent') await store.noticeSent(claimed.id, clock.now());
    else await store.noticeFailed(claimed.id, { givenUpAt: clock.now() }, outcome);
    return outcome === 'sent';
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
