import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { enrolPasskey, newDevice, requestOptions } from '../passkeys/testing/ceremonies.ts';
import type { SoftwareAuthenticator } from '../passkeys/testing/software-authenticator.ts';
import type { Browser, Reply } from '../testing/browser.ts';
import {
  enrol,
  expectStatus,
  PASSWORD,
  prove,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { inPostgres } from './testing/databases.ts';
import { layWire, type Wire } from './testing/wire.ts';

const MINUTE = 60_000;

interface Scenario {
  /** Prepares a request. @returns what makes it. */
  readonly prepare: () => Promise<() => Promise<Reply>>;
  /** What it answers; default 200. */
  readonly status?: number;
  /** What it asks for, round trip by round trip. */
  readonly trips: readonly (readonly string[])[];
}

const TABLE = /(?:FROM|INTO|UPDATE) mfa_(\w+)/;
/** What is in a transaction of which the disk is not waited for: another one follows, or a loss errs on the safe side. */
const SOON = "SELECT set_config('synchronous_commit', 'off', true)";

/** A statement in short: what it does, to which table. */
function inShort(statement: string): string {
  const [verb = ''] = statement.split(' ', 1);
  let outside = statement;
  // What is in brackets is only looked at; it counts where there is nothing else.
  while (/\([^()]*\)/.test(outside)) outside = outside.replaceAll(/\([^()]*\)/g, '');
  const [, table] = TABLE.exec(outside) ?? TABLE.exec(statement) ?? [];
  if (table === undefined) return statement;
  return `${outside.includes('FOR UPDATE') ? 'LOCK' : verb} ${table}`;
}

/** What each request asks of PostgreSQL, as seen on the wire, round trip by round trip. A line more was either thought about or is a mistake. */
describe('the statements that travel to PostgreSQL', () => {
  let wire: Wire;
  let kit: RunningKit;
  let ada: Enrolled;
  let device: SoftwareAuthenticator;

  before(async () => {
    const { url, remove } = await inPostgres();
    wire = await layWire(url);
    kit = await startKit({
      database: () => Promise.resolve({ url: wire.url, remove: () => wire.close().then(remove) }),
      host(app, mfa) {
        app.get('/host', (request, response, next) => {
          mfa.session(request).then((session) => response.json(session?.state ?? null), next);
        });
      },
    });
    const browser = kit.browser();
    ada = await enrol(kit, browser);
    device = newDevice(kit);
    expectStatus(await enrolPasskey(browser, device), 201);
    // Whatever is new about a browser was told.
    await signInFully(kit, kit.browser(), ada.app);
  });
  beforeEach(() => kit.clock.advance(60 * MINUTE));
  after(() => kit.close());

  const pending = (): Promise<Browser> => signIn(kit.browser());
  const inSession = (): Promise<Browser> => signInFully(kit, kit.browser(), ada.app);

  /** A session in which a minute has passed since it was last seen. */
  async function aMinuteLater(): Promise<Browser> {
    const browser = await inSession();
    kit.clock.advance(MINUTE);
    return browser;
  }

  const scenarios: Readonly<Record<string, Scenario>> = {
    'the first half of a sign-in': {
      prepare: () =>
        Promise.resolve(() =>
          kit.browser().post('/sign-in', { login: 'ada@example.com', password: PASSWORD }),
        ),
      trips: [
        [SOON, 'INSERT throttles', 'INSERT attempts'],
        ['BEGIN', 'INSERT accounts', 'SELECT totp_factors'],
        [
          'DELETE pending_sign_ins',
          'INSERT pending_sign_ins',
          'INSERT audit_events',
          'INSERT webhook_deliveries',
          'COMMIT',
        ],
        ['SELECT pending_sign_ins'],
        [SOON, 'DELETE attempts'],
      ],
    },
    'a sign-in by TOTP: four round trips, the end of the transaction included': {
      async prepare() {
        const browser = await pending();
        return () => prove(kit, browser, ada.app);
      },
      trips: [
        ['SELECT pending_sign_ins'],
        [SOON, 'INSERT throttles', 'INSERT attempts', 'UPDATE pending_sign_ins', 'UPDATE totp_factors'],
        [
          'BEGIN',
          'LOCK accounts',
          'UPDATE throttles',
          'DELETE pending_sign_ins',
          'UPDATE totp_factors',
          'UPDATE recoveries',
          'DELETE sessions',
        ],
        [
          'INSERT sessions',
          'DELETE attempts',
          'INSERT audit_events',
          'INSERT webhook_deliveries',
          'INSERT outbox',
          'COMMIT',
        ],
      ],
    },
    'a wrong code': {
      status: 401,
      async prepare() {
        const browser = await pending();
        return () => browser.post('/challenge/totp', { code: ada.app.wrongCodeAt(kit.clock.now()) });
      },
      trips: [
        ['SELECT pending_sign_ins'],
        [SOON, 'INSERT throttles', 'INSERT attempts', 'UPDATE pending_sign_ins', 'UPDATE totp_factors'],
        ['BEGIN', 'INSERT throttles', 'SELECT attempts', 'UPDATE totp_factors', 'UPDATE pending_sign_ins'],
        ['INSERT audit_events', 'INSERT webhook_deliveries', 'COMMIT'],
      ],
    },
    'a sign-in by recovery code': {
      async prepare() {
        const browser = await pending();
        return () => browser.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] });
      },
      trips: [
        ['SELECT pending_sign_ins'],
        [
          SOON,
          'INSERT throttles',
          'INSERT attempts',
          'UPDATE pending_sign_ins',
          'UPDATE recovery_code_sets',
          'SELECT recovery_codes',
        ],
        [
          'BEGIN',
          'LOCK accounts',
          'UPDATE throttles',
          'DELETE pending_sign_ins',
          'UPDATE recovery_codes',
          'UPDATE recoveries',
          'DELETE sessions',
          'SELECT recovery_codes',
        ],
        [
          'INSERT sessions',
          'DELETE attempts',
          'UPDATE recovery_code_sets',
          'INSERT audit_events',
          'INSERT webhook_deliveries',
          'INSERT outbox',
          'COMMIT',
        ],
      ],
    },
    'a passkey as the second half': {
      async prepare() {
        const browser = await pending();
        const options = await requestOptions(browser, '/challenge/passkey');
        return () => browser.post('/challenge/passkey', { response: device.get(options) });
      },
      trips: [
        ['SELECT pending_sign_ins'],
        [SOON, 'UPDATE ceremonies', 'SELECT ceremonies', 'SELECT passkey_owners'],
        [
          'BEGIN',
          'LOCK accounts',
          'DELETE pending_sign_ins',
          'UPDATE passkeys',
          'UPDATE recoveries',
          'DELETE sessions',
        ],
        ['INSERT sessions', 'INSERT audit_events', 'INSERT webhook_deliveries', 'INSERT outbox', 'COMMIT'],
      ],
    },
    'the question for a passkey, of somebody who named nobody': {
      prepare: () => Promise.resolve(() => kit.browser().post('/passkey-sign-in/options')),
      trips: [['INSERT throttles', 'INSERT attempts'], ['INSERT ceremonies']],
    },
    'a sign-in by passkey alone: three round trips, in which the address that it came from has its turn': {
      async prepare() {
        const browser = kit.browser();
        const options = await requestOptions(browser, '/passkey-sign-in');
        return () => browser.post('/passkey-sign-in', { response: device.get(options) });
      },
      trips: [
        [
          SOON,
          'INSERT throttles',
          'INSERT attempts',
          'UPDATE ceremonies',
          'SELECT ceremonies',
          'SELECT passkey_owners',
        ],
        ['BEGIN', 'LOCK accounts', 'UPDATE passkeys', 'UPDATE recoveries', 'DELETE sessions'],
        [
          'INSERT sessions',
          'DELETE attempts',
          'UPDATE accounts',
          'INSERT audit_events',
          'INSERT webhook_deliveries',
          'INSERT outbox',
          'COMMIT',
        ],
      ],
    },
    'step-up by TOTP, a minute later': {
      async prepare() {
        const browser = await aMinuteLater();
        return () => prove(kit, browser, ada.app);
      },
      trips: [
        ['SELECT sessions'],
        [SOON, 'UPDATE sessions'],
        [SOON, 'INSERT throttles', 'INSERT attempts', 'UPDATE totp_factors'],
        ['BEGIN', 'LOCK accounts', 'UPDATE throttles', 'UPDATE sessions', 'UPDATE totp_factors'],
        ['DELETE attempts', 'INSERT audit_events', 'INSERT webhook_deliveries', 'COMMIT'],
      ],
    },
    'the session: one': {
      async prepare() {
        const browser = await inSession();
        return () => browser.get('/session');
      },
      trips: [['SELECT sessions']],
    },
    'the session as a route of the host asks for it: one': {
      async prepare() {
        const browser = await inSession();
        return () => browser.host('GET', '/host');
      },
      trips: [['SELECT sessions']],
    },
    'the session a minute later: when it was seen is written down': {
      async prepare() {
        const browser = await aMinuteLater();
        return () => browser.get('/session');
      },
      trips: [['SELECT sessions'], [SOON, 'UPDATE sessions']],
    },
    'the list of factors': {
      async prepare() {
        const browser = await inSession();
        return () => browser.get('/factors');
      },
      trips: [['SELECT sessions'], ['SELECT totp_factors', 'SELECT passkeys', 'SELECT totp_enrolments']],
    },
    'a page of the activity': {
      async prepare() {
        const browser = await inSession();
        return () => browser.get('/activity');
      },
      trips: [['SELECT sessions'], ['WITH audit_events']],
    },
    'the list of sessions': {
      async prepare() {
        const browser = await inSession();
        return () => browser.get('/sessions');
      },
      trips: [['SELECT sessions'], ['SELECT sessions']],
    },
    'the list of remembered devices': {
      async prepare() {
        const browser = await inSession();
        return () => browser.get('/devices');
      },
      trips: [['SELECT sessions'], ['SELECT remembered_devices']],
    },
  };

  for (const [title, { prepare, status = 200, trips }] of Object.entries(scenarios)) {
    it(title, async () => {
      const request = await prepare();
      const earlier = wire.trips.length;
      expectStatus(await request(), status);
      const asked = wire.trips.slice(earlier).map((statements) => statements.map(inShort));
      assert.deepEqual(asked, trips);
    });
  }
});
