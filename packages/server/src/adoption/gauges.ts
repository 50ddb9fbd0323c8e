import { Gauge, type Registry } from 'prom-client';
import type { JobStore } from '../jobs/jobs.store.ts';
import type { KeyNeeds, KeyStore } from '../keys/keys.store.ts';
import type { OutboxStore } from '../notifications/outbox.store.ts';
import type { WebhookStore } from '../notifications/webhooks/webhooks.store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Hasher } from '../ports/hasher.ts';
import type { Log } from '../ports/log.ts';
import type { Alive } from '../sessions/sessions.store.ts';
import type { PeopleGroup } from './adoption.store.ts';
import { DAY } from './days.ts';
import type { OperationsStore } from './operations.store.ts';

/** Who signed in so recently is counted. */
const LATELY = 30 * DAY;
/** What takes a look at everything is looked at this often at most, however often it is asked for. */
const COUNTED_EVERY = 5 * 60_000;
/** Looks at some thousand accounts each in one answer. Where there are more accounts, the figures are those of some answers before. */
const MOST_LOOKS = 10;
/** Tiers are the host's words: more of them than this are told together. */
const MOST_TIERS = 20;

interface Waiting {
  readonly waiting: number;
  readonly waitingSince?: number;
  readonly givenUp: number;
}

/** A look at every account that may take several answers. */
interface Round {
  readonly at: number;
  /** The last account that was looked at. */
  after: string;
  readonly groups: PeopleGroup[];
}

/** How things stand, asked for when it is read. */
export interface Gauges {
  /** Never rejects: what cannot be read keeps its last value, and `mfa_store_up` says so. */
  refresh(): Promise<void>;
}

export function createGauges(ports: {
  registry: Registry;
  store: OperationsStore & OutboxStore & WebhookStore & KeyStore & JobStore;
  hasher: Hasher;
  clock: Clock;
  /** This machine's own clock, where the kit goes by the database's. */
  machine: Clock | undefined;
  /** The key that secrets should be sealed with. */
  currentKey: string;
  aliveAt: (now: number) => Alive;
  logger: Log;
}): Gauges {
  const { registry, store, hasher, clock, machine, currentKey, aliveAt, logger } = ports;

  const gauge = <Label extends string = never>(
    name: string,
    help: string,
    ...labelNames: Label[]
  ): Gauge<Label> => new Gauge({ name, help, labelNames, registers: [registry] });

  const up = gauge('mfa_store_up', 'Whether the database answered when this was read.');
  const sessions = gauge('mfa_sessions_live', 'Sessions that are alive.');
  const people = gauge(
    'mfa_people',
    'People who signed in within 30 days, by whether they have a factor.',
    'role_class',
    'tier',
    'enrolled',
  );
  const secrets = gauge('mfa_sealed_secrets', 'Secrets in the database, by the key they need.', 'key');
  const mails = standing('mfa_outbox', 'Mails');
  const webhooks = standing('mfa_webhooks', 'Webhooks');
  const behind = gauge(
    'mfa_jobs_behind_seconds',
    'How far the time by which what is old is deleted is from the clock.',
  );
  const hashes = hasher.load && {
    running: gauge('mfa_hasher_running', 'Hashes that are being computed.'),
    waiting: gauge('mfa_hasher_waiting', 'Hashes that wait for their turn.'),
  };
  const offset =
    machine &&
    gauge('mfa_clock_offset_seconds', "By how much the database's clock is ahead of this machine's.");

  function standing(name: string, what: string) {
    const waiting = gauge(`${name}_waiting`, `${what} still to be delivered.`);
    const oldest = gauge(`${name}_oldest_waiting_seconds`, `How long the oldest of them has been waiting.`);
    const givenUp = gauge(`${name}_given_up`, `${what} that could not be delivered and were given up.`);
    return (figures: Waiting, now: number): void => {
      waiting.set(figures.waiting);
      oldest.set(figures.waitingSince === undefined ? 0 : Math.max(0, now - figures.waitingSince) / 1000);
      givenUp.set(figures.givenUp);
    };
  }

  let countedAt: number | undefined;
  let round: Round | undefined;

  async function countAll(now: number): Promise<void> {
    const isNew = countedAt === undefined || now < countedAt || now >= countedAt + COUNTED_EVERY;
    if (isNew) {
      sessions.set(await store.countSessions(aliveAt(now)));
      tellOfKeys(await store.countByKey());
      countedAt = now;
    }
    if (isNew) round ??= { at: now, after: '', groups: [] };
    if (round) await countPeople(round);
  }

  /** Goes on with a round, some thousand accounts at a time, and tells of it when it has come to the last of them. */
  async function countPeople(counting: Round): Promise<void> {
    const { at } = counting;
    const span = { from: at - LATELY, until: at + 1, newSince: at + 1 };
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const { groups, last } = await store.countNextPeople(span, counting.after);
      counting.groups.push(...groups);
      if (last === undefined) {
        tellOfPeople(counting.groups);
        round = undefined;
        return;
      }
      counting.after = last;
    }
  }

  function tellOfPeople(groups: readonly PeopleGroup[]): void {
    people.reset();
    const tiers = new Set<string>();
    for (const { admin, tier = '', enrolled, people: count } of groups) {
      if (tiers.size < MOST_TIERS) tiers.add(tier);
      const labels = { role_class: admin ? 'admin' : 'other', tier: tiers.has(tier) ? tier : 'other' };
      people.inc({ ...labels, enrolled: String(enrolled) }, count);
      // Nobody is told of as zero and not by silence, which a comparison would take for "unknown".
      people.inc({ ...labels, enrolled: String(!enrolled) }, 0);
    }
  }

  function tellOfKeys(keys: readonly KeyNeeds[]): void {
    const needing = (isCurrent: boolean): number =>
      keys
        .filter(({ keyId }) => (keyId === currentKey) === isCurrent)
        .reduce((sum, { secrets: count }) => sum + count, 0);
    secrets.set({ key: 'current' }, needing(true));
    secrets.set({ key: 'older' }, needing(false));
  }

  let counting: Promise<void> | undefined;

  async function readStore(now: number): Promise<void> {
    mails(await store.countNotices(), now);
    webhooks(together(await store.countWebhooks()), now);
    const reached = await store.findReached();
    behind.set(Math.max(0, now - (reached ?? now)) / 1000);
    // One look at a time, whoever else asks meanwhile.
    counting ??= countAll(now).finally(() => (counting = undefined));
    await counting;
  }

  return {
    async refresh() {
      const now = clock.now();
      if (machine) offset?.set((now - machine.now()) / 1000);
      const load = hasher.load?.();
      hashes?.running.set(load?.running ?? 0);
      hashes?.waiting.set(load?.waiting ?? 0);
      try {
        await readStore(now);
        up.set(1);
      } catch (error) {
        logger.error({ err: error }, 'metrics not read');
        up.set(0);
      }
    },
  };
}

/** Of all endpoints: their addresses are nobody's business who reads metrics. */
function together(endpoints: readonly Waiting[]): Waiting {
  const since = endpoints.flatMap(({ waitingSince }) => waitingSince ?? []);
  return {
    waiting: endpoints.reduce((sum, { waiting }) => sum + waiting, 0),
    givenUp: endpoints.reduce((sum, { givenUp }) => sum + givenUp, 0),
    ...(since.length > 0 && { waitingSince: Math.min(...since) }),
  };
}
