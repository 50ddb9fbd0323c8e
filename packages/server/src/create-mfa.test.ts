import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startPostgres, type Postgres } from '../../../test/support/postgres.ts';
import { alreadyAt } from './store/testing/databases.ts';
import { enrol, expectProblem, expectStatus, PASSWORD, signIn, signInFully } from './testing/people.ts';
import { startKit } from './testing/running-kit.ts';

describe('A kit', () => {
  it('is live and ready while it runs; closed, it is not ready any more', async () => {
    const kit = await startKit();
    assert.equal(kit.mfa.health.live(), true);
    assert.equal(await kit.mfa.health.ready(), true);
    kit.mfa.jobs.start();
    await kit.stopStore();
    assert.equal(await kit.mfa.health.ready(), false);
    await kit.close();
  });

  it('closes the mailer that it was given', async () => {
    let closed = 0;
    const mailer = { send: () => Promise.resolve(), close: () => void (closed += 1) };
    const kit = await startKit({ configuration: { mailer } });
    await kit.close();
    assert.equal(closed, 1);
  });
});

describe('A kit on PostgreSQL with no clock of its own (S9)', () => {
  const HOUR = 3_600_000;
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('goes by the database: a machine an hour off, and one whose clock jumps, change nothing', async (t) => {
    const system = Date.now.bind(Date);
    let wrongBy = HOUR;
    const users = {
      find: (id: string) => Promise.resolve({ id, name: id, displayName: id, emails: [] }),
      verifyPassword: (login: string) =>
        Promise.resolve({ id: login, name: login, displayName: login, emails: [] }),
    };
    t.mock.method(Date, 'now', () => system() + wrongBy);
    const kit = await startKit({
      database: alreadyAt(server.url),
      configuration: { clock: undefined as never, users },
    });
    const browser = await signIn(kit.browser());
    /** How far the kit's time is from the real one, to the minute. */
    const off = async (): Promise<number> => {
      expectStatus(await browser.post('/challenge/password', { password: PASSWORD }), 200);
      const { amr } = (await browser.get('/session')).body as { amr: { at: string }[] };
      return Math.round(Math.abs(Date.parse(amr[0]!.at) - system()) / 60_000);
    };
    assert.equal(await off(), 0);
    for (const jump of [24 * HOUR, -24 * HOUR, 0]) {
      wrongBy = jump;
      expectStatus(await browser.get('/factors'), 200);
      assert.equal(await off(), 0);
    }
    await kit.close();
  });
});

describe('A kit under https', () => {
  it('uses cookies bound to the host, believes no others, and knows its own origin by configuration alone', async () => {
    const kit = await startKit({ configuration: { publicUrl: 'https://app.example.com' } });
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    assert.deepEqual([...browser.cookies.keys()], ['__Host-mfa-session']);
    const planted = kit.browser();
    planted.cookies.set('mfa-session', browser.cookies.get('__Host-mfa-session')!);
    expectProblem(await planted.get('/factors'), 401, 'session_required');
    await signInFully(kit, kit.browser(), app);
    const credentials = { login: 'grace@example.com', password: PASSWORD };
    const from = (origin: string): Record<string, string | undefined> => ({
      'sec-fetch-site': undefined,
      origin,
    });
    expectProblem(await kit.browser().post('/sign-in', credentials, from(kit.base)), 403, 'cross_site');
    expectStatus(await kit.browser().post('/sign-in', credentials, from('https://app.example.com')), 200);
    const { body } = await kit.browser().get('/openapi.json');
    assert.deepEqual(body['servers'], [{ url: 'https://app.example.com/mfa' }]);
    await kit.close();
  });
});
