import type { Clock } from '../ports/clock.ts';
import { inTime, lookingUp } from '../ports/in-time.ts';
import type { Log } from '../ports/log.ts';
import { MailRefused, MailServerAway, type Mail, type Mailer } from '../ports/mailer.ts';
import type { User, Users } from '../ports/users.ts';
import { randomPart } from '../secrets/ids.ts';
import { hashOfToken } from '../secrets/tokens.ts';
import type { Places } from '../sessions/places.ts';
import type { ChooseLanguage } from './languages/choose-language.ts';
import type { MailedLink } from './languages/mail-language.ts';
import { mailFormat } from './mail-format.ts';
import { noticeMail, type LinkAddresses, type Sender } from './notice-mail.ts';
import type { ClaimedNotice, OutboxStore } from './outbox.store.ts';
import { spokenError } from './spoken-error.ts';

const MINUTE = 60_000;
/** How long one worker has a mail to itself, for each address. */
const CLAIM = 2 * MINUTE;
/** Finding out what to send where, and sending it to one address, are given up before the claim ends, so that nobody else sends it meanwhile. */
const LONGEST_SEND = 80_000;
const LONGEST_WAIT = 60 * MINUTE;
/** How long a mail is tried before it is given up. */
const PATIENCE = 48 * 60 * MINUTE;

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
  /**
   * Sends everything that is due.
   *
   * @param goOn Asked before each mail.
   * @returns how many mails went out.
   */
  deliverDue(goOn?: () => boolean): Promise<number>;
}

/** What a try came to. */
type Outcome =
  | { readonly to: 'nobody' | 'be-dropped' | 'another-worker' }
  /** Every address took the mail, or refused it for good; then it says why. */
  | { readonly to: 'an-end'; readonly refusal?: string | undefined }
  | { readonly to: 'try-again'; readonly trouble: unknown };

/** What an address is known by. Another one for each mail, so that the table does not tell who shares one. */
const keyOf = (noticeId: string, address: string): string =>
  hashOfToken(`${noticeId} ${address.toLowerCase()}`);

export function createOutbox(ports: {
  store: OutboxStore;
  mailer: Mailer;
  users: Users;
  clock: Clock;
  logger: Log;
  sender: Sender;
  chooseLanguage: ChooseLanguage;
  makeLinks: MakeLinks;
  places: Places;
}): Outbox {
  const { store, mailer, users, clock, logger, sender, chooseLanguage, makeLinks, places } = ports;
  /** While the mail server is away, one mail a minute finds out whether it is back. */
  let awayUntil = 0;
  // A clock that was set back must not keep the mails for longer than that.
  const isAway = (now: number): boolean => now < awayUntil && awayUntil - now <= MINUTE;

  /** @returns one mail for each address, so that none sees another; or why there are none. */
  async function mailsOf(
    claimed: ClaimedNotice,
  ): Promise<ReadonlyMap<string, Mail> | 'nobody' | 'be-dropped'> {
    const user = await users.find(claimed.userId);
    if (!user || user.emails.length === 0) return 'nobody';
    const language = chooseLanguage(user.language, claimed.name);
    const { links = [] } = language.words(claimed.facts, mailFormat(language.tag, user.timeZone));
    const purposes = links.map(({ purpose }) => purpose);
    const { recovery } = claimed.facts;
    const addresses =
      recovery === undefined || purposes.length === 0 ? {} : await makeLinks(recovery, purposes, user);
    if (!addresses) return 'be-dropped';
    const { ip } = claimed.facts;
    const place = ip === undefined ? undefined : (await places.of([ip])).get(ip);
    const content = noticeMail(claimed, user, sender, language, { addresses, place });
    return new Map(
      user.emails.map((to) => {
        const key = keyOf(claimed.id, to);
        return [key, { id: `${randomPart(claimed.id)}.${key.slice(0, 16)}`, to, ...content }];
      }),
    );
  }

  /** @param onSent Called for each mail that went out. */
  async function tryToDeliver(claimed: ClaimedNotice, onSent: () => void): Promise<Outcome> {
    let mails: Awaited<ReturnType<typeof mailsOf>>;
    try {
      mails = await lookingUp(mailsOf(claimed));
    } catch (trouble) {
      return { to: 'try-again', trouble };
    }
    if (typeof mails === 'string') return { to: mails };
    const settled = new Map(claimed.settled.map(({ address, error }) => [address, error]));
    let left: Outcome | undefined;
    for (const [address, mail] of mails) {
      if (settled.has(address)) continue;
      let error: string | undefined;
      try {
        await inTime(LONGEST_SEND, 'sending', mailer.send(mail));
        onSent();
      } catch (trouble) {
        if (!(trouble instanceof MailRefused)) {
          left = { to: 'try-again', trouble };
          if (trouble instanceof MailServerAway) break;
          if (!(await store.holdNotice(claimed, clock.now() + CLAIM))) return { to: 'another-worker' };
          continue;
        }
        error = spokenError(trouble);
      }
      settled.set(address, error);
      const now = clock.now();
      const held = await store.settleAddress(
        claimed,
        { address, ...(error !== undefined && { error }) },
        now,
        now + CLAIM,
      );
      if (!held) return { to: 'another-worker' };
    }
    return left ?? { to: 'an-end', refusal: [...settled.values()].find((error) => error !== undefined) };
  }

  async function tryAgain(claimed: ClaimedNotice, trouble: unknown): Promise<void> {
    const now = clock.now();
    const { name: notice, attempts } = claimed;
    const away = trouble instanceof MailServerAway;
    if (away) awayUntil = now + MINUTE;
    const error = spokenError(trouble);
    logger.warn({ notice, attempts, error }, 'mail not sent');
    await store.noticeFailed(
      claimed,
      now - claimed.triedSince >= PATIENCE
        ? { givenUpAt: now }
        : { retryAt: now + (away ? MINUTE : waitAfter(attempts)) },
      error,
    );
  }

  async function giveUp(claimed: ClaimedNotice, error: string): Promise<void> {
    const { name: notice, attempts } = claimed;
    logger.error({ notice, attempts, error }, 'mail given up');
    await store.noticeFailed(claimed, { givenUpAt: clock.now() }, error);
  }

  async function finish(claimed: ClaimedNotice, outcome: Outcome): Promise<void> {
    switch (outcome.to) {
      case 'an-end':
        return outcome.refusal === undefined
          ? store.noticeSent(claimed.id, clock.now())
          : giveUp(claimed, outcome.refusal);
      case 'nobody':
        return giveUp(claimed, 'nobody to tell');
      case 'be-dropped':
        return store.dropNotice(claimed);
      case 'try-again':
        return tryAgain(claimed, outcome.trouble);
      case 'another-worker':
        return undefined;
    }
  }

  return {
    async deliverDue(goOn = () => true) {
      let sent = 0;
      for (let now = clock.now(); goOn() && !isAway(now); now = clock.now()) {
        const claimed = await store.claimNotice(now, now + CLAIM);
        if (!claimed) break;
        await finish(claimed, await tryToDeliver(claimed, () => (sent += 1)));
      }
      return sent;
    },
  };
}
