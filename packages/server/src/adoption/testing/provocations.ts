import { enrolPasskey, newSecurityKey, oneClick } from '../../passkeys/testing/ceremonies.ts';
import { generateKeyRing } from '../../secrets/key-ring.ts';
import { alreadyAt, inFile, type TestDatabase } from '../../store/testing/databases.ts';
import {
  enrol,
  expectProblem,
  expectStatus,
  signIn,
  signInFully,
  type AuthenticatorApp,
  type Enrolled,
} from '../../testing/people.ts';
import { openRecovery, pass } from '../../testing/recoveries.ts';
import { startKit, type KitOptions, type RunningKit } from '../../testing/running-kit.ts';
import type { Monitoring } from './monitoring.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How an alert is caused in a kit that runs, and what is needed before. */
export interface Provocation<Before = unknown> {
  readonly options?: KitOptions;
  /** Everyday life, in which the alert is silent. */
  readonly before?: (kit: RunningKit, monitoring: Monitoring) => Promise<Before>;
  readonly cause: (kit: RunningKit, before: Before) => Promise<unknown>;
  /** How long it is watched after that, and how often. */
  readonly watched?: readonly [number, number];
  /** Other alerts that have to tell the same. */
  readonly also?: readonly string[];
}

const provocation = <Before>(given: Provocation<Before>): Provocation => given as Provocation;

const NAMES = ['ada', 'grace', 'linus', 'mary', 'noor', 'olga', 'pia', 'quin', 'rosa', 'sven'];

/** People, as many as are needed, all of one kind. */
function populate(kit: RunningKit, count: number, facts: { role?: string } = {}): readonly string[] {
  const names = NAMES.slice(0, count);
  for (const name of names) {
    const address = `${name}@example.com`;
    const id = `user-${name}`;
    kit.users.set(id, { id, name: address, displayName: name, emails: [address], ...facts });
  }
  return names;
}

/** Ten wrong codes: as many as an account takes, over two sign-ins. */
async function guess(kit: RunningKit, app: AuthenticatorApp, name: string): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const browser = await signIn(kit.browser(), name);
    const code = app.wrongCodeAt(kit.clock.now());
    for (let attempt = 0; attempt < 5; attempt += 1) await browser.post('/challenge/totp', { code });
  }
}

async function enrolAll(kit: RunningKit, names: readonly string[]): Promise<ReadonlyMap<string, Enrolled>> {
  const enrolled = new Map<string, Enrolled>();
  for (const name of names) enrolled.set(name, await enrol(kit, kit.browser(), name));
  return enrolled;
}

const deafMailer = { send: () => Promise.reject(new Error('451 not now')) };

/** Seals a secret with a key, and goes on with a ring in which another one is the current; on a database for the test to remove. */
export async function kitWithNewerKey(): Promise<{ options: KitOptions; place: TestDatabase }> {
  const place = await inFile();
  const database = alreadyAt(place.url);
  const { keys } = generateKeyRing();
  const newer = generateKeyRing().keys['k1'] ?? '';
  const kit = await startKit({ database, configuration: { keys: { current: 'k1', keys } } });
  await enrol(kit, kit.browser());
  await kit.close();
  return {
    place,
    options: { database, configuration: { keys: { current: 'k2', keys: { ...keys, k2: newer } } } },
  };
}

/** For each rule of the file, by its name. */
export const PROVOCATIONS: Readonly<Record<string, Provocation>> = {
  MfaAccountAttacked: provocation({
    before: (kit) => enrol(kit, kit.browser()),
    cause: (kit, { app }: Enrolled) => guess(kit, app, 'ada'),
  }),

  MfaAccountsAttacked: provocation({
    before: (kit) => enrolAll(kit, populate(kit, 5)),
    async cause(kit, people: ReadonlyMap<string, Enrolled>) {
      for (const [name, { app }] of people) await guess(kit, app, name);
    },
    also: ['MfaAccountAttacked'],
  }),

  MfaPasskeyCounterAnomaly: provocation({
    async before(kit) {
      const key = newSecurityKey(kit);
      expectStatus(await enrolPasskey(await signIn(kit.browser()), key), 201);
      expectStatus(await oneClick(kit.browser(), key), 200);
      return key;
    },
    cause: async (kit, key: ReturnType<typeof newSecurityKey>) =>
      expectProblem(await oneClick(kit.browser(), key, { counter: 1 }), 401, 'passkey_rejected'),
  }),

  MfaDisabledByAdmin: provocation({
    options: { configuration: { authorize: () => Promise.resolve(true) } },
    async before(kit) {
      await enrol(kit, kit.browser(), 'grace');
      return enrol(kit, kit.browser());
    },
    async cause(kit, { app }: Enrolled) {
      const admin = await signInFully(kit, kit.browser(), app);
      expectStatus(await admin.post('/admin/members/user-grace/reset', { reason: 'lost phone' }), 204);
    },
  }),

  MfaActivityReported: provocation({
    before: (kit) => signIn(kit.browser()),
    async cause(kit) {
      const browser = await signIn(kit.browser());
      const { body } = await browser.get('/activity?limit=1');
      const [event] = body['events'] as { id: string }[];
      expectStatus(await browser.post(`/activity/${event?.id ?? ''}/report`), 200);
    },
  }),

  MfaRecoverySurge: provocation({
    before: (kit) => Promise.resolve(populate(kit, 6)),
    async cause(kit, names: readonly string[]) {
      for (const name of names) await openRecovery(kit, name);
    },
  }),

  MfaRecoveryCodeSurge: provocation({
    before: (kit) => enrolAll(kit, populate(kit, 2)),
    async cause(kit, people: ReadonlyMap<string, Enrolled>) {
      const uses = [...people].flatMap(([name, { recoveryCodes }]) =>
        recoveryCodes.map((code) => ({ name, code })),
      );
      for (const { name, code } of uses.slice(0, 12)) {
        const browser = await signIn(kit.browser(), name);
        expectStatus(await browser.post('/challenge/recovery-code', { code }), 200);
      }
    },
  }),

  MfaEnrolmentFalling: provocation({
    async before(kit, monitoring) {
      const people = await enrolAll(kit, populate(kit, 10));
      const began = kit.clock.now();
      await monitoring.watch(80 * MINUTE, 2 * MINUTE);
      kit.clock.advance(began + 7 * DAY - kit.clock.now());
      return people;
    },
    async cause(kit, people: ReadonlyMap<string, Enrolled>) {
      const { app } = people.get('ada') ?? {};
      if (!app) throw new Error('ada has no app');
      const browser = await signInFully(kit, kit.browser(), app);
      expectStatus(await browser.delete('/factors'), 204);
    },
    watched: [70 * MINUTE, 2 * MINUTE],
    // A week in which nothing ran.
    also: ['MfaJobsBehind'],
  }),

  MfaAdminsWithoutFactor: provocation({
    async before(kit) {
      await enrolAll(kit, populate(kit, 1, { role: 'admin' }));
    },
    async cause(kit) {
      populate(kit, 2, { role: 'admin' });
      await signIn(kit.browser(), 'grace');
    },
    watched: [26 * HOUR, HOUR],
  }),

  MfaMailLate: provocation({
    options: { configuration: { mailer: deafMailer } },
    cause: (kit) => enrol(kit, kit.browser()),
    watched: [25 * MINUTE, MINUTE],
  }),

  MfaMailGivenUp: provocation({
    options: { configuration: { mailer: deafMailer } },
    async cause(kit) {
      await enrol(kit, kit.browser());
      for (let hours = 0; hours < 72; hours += 1) await pass(kit, HOUR);
    },
  }),

  MfaWebhooksLate: provocation({
    options: {
      configuration: {
        // Nobody listens there.
        webhooks: [{ url: 'http://localhost:9/', secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }],
      },
    },
    cause: (kit) => signIn(kit.browser()),
    watched: [80 * MINUTE, 2 * MINUTE],
  }),

  MfaJobsBehind: provocation({
    before: (kit) => kit.mfa.jobs.runDue(),
    async cause(kit) {
      kit.clock.advance(400 * DAY);
      await kit.mfa.jobs.runDue();
    },
    watched: [10 * MINUTE, MINUTE],
  }),

  MfaStoreDown: provocation({
    cause: (kit) => kit.stopStore(),
  }),
};
