import assert from 'node:assert/strict';
import { beforeEach } from 'node:test';
import { pino } from 'pino';
import type { Mail } from '../../ports/mailer.ts';
import type { User } from '../../ports/users.ts';
import { inMemory } from '../../store/testing/databases.ts';
import { Person, START } from '../../store/testing/person.ts';
import { useStore } from '../../store/testing/test-store.ts';
import type { Store } from '../../store/store.ts';
import { createLanguageChoice } from '../languages/choose-language.ts';
import { createOutbox, type MakeLinks, type Outbox } from '../outbox.ts';
import type { OutboxStore } from '../outbox.store.ts';

interface StoredNotice {
  readonly attempts: number;
  readonly last_error: string | null;
  readonly given_up_at: number | null;
}

/** An outbox over a real store, with people, a mail server and links that a test decides about. */
export interface OutboxWorld {
  readonly store: Store;
  now: number;
  /** What the mail server took. */
  sent: Mail[];
  /** What the mail server says no with, or keeps the mail waiting with; it takes what this answers nothing to. */
  refuse: ((mail: Mail) => Error | Promise<never> | undefined) | undefined;
  /** Whom the host knows, or what it fails with, or lets wait for, when it is asked. */
  readonly users: Map<string, User | Error | Promise<never>>;
  /** What was logged, a line each. */
  log: string[];
  makeLinks: MakeLinks;
  /** @param emails One of Ada's when none are given. */
  person(...emails: string[]): Person;
  /** The host now knows these addresses of a person. */
  tell(who: Person, ...emails: string[]): void;
  /** Something happens to a person that they are told by mail. */
  change(who: Person, times?: number): Promise<void>;
  /** A worker of its own. */
  outbox(store?: OutboxStore): Outbox;
  stored(who: Person): Promise<readonly StoredNotice[]>;
}

export function useOutbox(): OutboxWorld {
  const test = useStore(inMemory);
  const users = new Map<string, User | Error | Promise<never>>();

  const world: OutboxWorld = {
    get store() {
      return test.store;
    },
    now: START,
    sent: [],
    refuse: undefined,
    users,
    log: [],
    makeLinks: () => assert.fail('no links were asked for'),
    person(...emails) {
      const made = new Person(test.store);
      world.tell(made, ...(emails.length === 0 ? ['ada@example.com'] : emails));
      return made;
    },
    tell({ id }, ...emails) {
      users.set(id, { id, name: 'ada', displayName: 'Ada', emails });
    },
    change: (who, times = 1) =>
      test.store.recordEntries(
        who.entriesAt(
          world.now,
          ...Array.from({ length: times }, () => ({ event: 'auth.totp.added', outcome: 'success' }) as const),
        ),
      ),
    outbox: (store = test.store) =>
      createOutbox({
        store,
        mailer: {
          send(mail) {
            const error = world.refuse?.(mail);
            if (error) return error instanceof Error ? Promise.reject(error) : error;
            world.sent.push(mail);
            return Promise.resolve();
          },
        },
        users: {
          find(id) {
            const found = users.get(id);
            return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
          },
        },
        clock: { now: () => world.now },
        logger: pino({ level: 'warn' }, { write: (line: string) => void world.log.push(line) }),
        sender: { serviceName: 'Acme Notes' },
        chooseLanguage: createLanguageChoice(),
        makeLinks: (...asked) => world.makeLinks(...asked),
        places: { of: () => Promise.resolve(new Map([['192.0.2.7', 'Vienna, Austria']])) },
      }),
    stored: (who) =>
      test.rows('SELECT attempts, last_error, given_up_at FROM mfa_outbox WHERE user_id = $1', who.id),
  };

  beforeEach(async () => {
    for (const id of users.keys()) await test.store.forgetUser(id);
    users.clear();
    world.now = START;
    world.sent = [];
    world.refuse = undefined;
    world.log = [];
    world.makeLinks = () => assert.fail('no links were asked for');
  });
  return world;
}
