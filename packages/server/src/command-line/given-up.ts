import { plainText } from '../api/plain-text.ts';
import { systemClock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';

/** As many as an operator can look through; more of them have one cause. */
const MOST_LISTED = 200;

/** A mail or a webhook that was given up, in the words of a line. */
interface GivenUp {
  readonly id: string;
  /** What was to be told to whom. */
  readonly what: string;
  readonly at: number;
  readonly givenUpAt: number;
  readonly attempts: number;
  readonly error: string;
}

/** What can be given up, and tried again. */
interface Deliveries {
  list(store: Store, most: number): Promise<readonly GivenUp[]>;
  retry(store: Store, now: number, id?: string): Promise<number>;
}

const MAILS: Deliveries = {
  async list(store, most) {
    const notices = await store.listGivenUpNotices(most);
    return notices.map((notice) => ({ ...notice, what: `${notice.name} to ${notice.userId}` }));
  },
  retry: (store, now, id) => store.retryNotices(now, id),
};

const WEBHOOKS: Deliveries = {
  async list(store, most) {
    const webhooks = await store.listGivenUpWebhooks(most);
    return webhooks.map((webhook) => ({ ...webhook, what: `${webhook.event} to ${webhook.endpoint}` }));
  },
  retry: (store, now, id) => store.retryWebhooks(now, id),
};

const DELIVERIES = { mails: MAILS, webhooks: WEBHOOKS } as const;

const iso = (at: number): string => new Date(at).toISOString();

/** Prints what was given up, the newest first: its id, what it was, since when, and why. Others chose some of the words (rule K6). */
export async function printFailed(store: Store, kind: keyof typeof DELIVERIES): Promise<void> {
  const listed = await DELIVERIES[kind].list(store, MOST_LISTED);
  if (listed.length === 0) console.log('none');
  for (const { id, what, at, givenUpAt, attempts, error } of listed)
    console.log(
      `${id}  ${iso(at)}  ${plainText(what)}: given up at ${iso(givenUpAt)} after ${attempts} tries: ${plainText(error)}`,
    );
  if (listed.length === MOST_LISTED) console.log(`and perhaps more: these are the newest ${MOST_LISTED}`);
}

/** Makes what was given up due again. @param id Of one alone. @throws Error when that is not there. */
export async function retryFailed(
  store: Store,
  kind: keyof typeof DELIVERIES,
  id: string | undefined,
): Promise<void> {
  // Where the database has a clock, what is due is by that, and not by this machine's.
  const now = Math.round((await store.time?.()) ?? systemClock.now());
  const again = await DELIVERIES[kind].retry(store, now, id);
  if (id !== undefined && again === 0)
    throw new Error(`no such id is among the ${kind} that were given up; mfa-kit ${kind} failed lists them`);
  console.log(`${again} due again`);
}
