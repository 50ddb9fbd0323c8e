import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus } from '../testing/people.ts';
import { ask, DAY, HOUR, mailsOf, openRecovery, pass, subjects, tokenOf } from '../testing/recoveries.ts';
import { runAsAllAlong } from '../testing/running-all-along.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const MINUTE = 60_000;

/** What a stranger sees of an answer, but for what is random in each. */
const seen = ({ status, text, headers }: Reply): unknown => ({
  status,
  text,
  headers: [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)),
});

describeOnEachDatabase('Asking for an account recovery', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database });
    kit.users.get('user-linus')!.disabled = true;
  });
  after(() => kit.close());

  const askFor = (login: string): Promise<Reply> => kit.browser().post('/recovery', { login });

  it('is answered alike for known, unknown and disabled people, and writes alike (B5)', async () => {
    const known = await askFor('ada@example.com');
    const rows = async (): Promise<number> => (await kit.tables())['mfa_recovery_asks']!.length;
    assert.equal(await rows(), 1);
    for (const login of ['nobody@example.com', 'linus@example.com', 'x', '\u202eada@example.com']) {
      const earlier = await rows();
      assert.deepEqual(seen(await askFor(login)), seen(known), login);
      assert.equal(await rows(), earlier + 1, login);
    }
    assert.equal(kit.mails.length, 0, 'nothing was looked up yet');
    await kit.mfa.jobs.runDue();
    assert.deepEqual(
      kit.mails.map(({ to }) => to),
      ['ada@example.com'],
    );
    assert.equal(await rows(), 0);
  });

  it('keeps what was typed sealed until it is looked up: it may be a password (K6)', async () => {
    kit.witness.keepSecret('my secret passphrase');
    await askFor('my secret passphrase');
    assert.doesNotMatch(JSON.stringify(await kit.tables()), /my secret passphrase/);
    await kit.mfa.jobs.runDue();
    assert.deepEqual((await kit.tables())['mfa_recovery_asks'], []);
  });

  it('leaves no trace of logins that nobody has', async () => {
    const { events } = await kit.audited(async () => {
      await askFor('nobody@example.com');
      await askFor('linus@example.com');
      await kit.mfa.jobs.runDue();
    });
    assert.deepEqual(events, []);
  });

  it('is refused without a login, or with one that is none', async () => {
    for (const body of [
      {},
      { login: '' },
      { login: 7 },
      { login: 'a\0b' },
      { login: 'x'.repeat(321) },
      { login: 'a', to: 'b' },
    ])
      expectProblem(await kit.browser().post('/recovery', body), 400, 'validation_failed');
  });

  it('mails one account three times an hour, whoever asks, with answers unchanged (L4)', async () => {
    const answers: unknown[] = [];
    const mails = await mailsOf(
      kit,
      async () => {
        for (let round = 1; round <= 5; round += 1) answers.push(seen(await askFor('grace@example.com')));
      },
      'grace',
    );
    assert.deepEqual(
      answers,
      answers.map(() => answers[0]),
    );
    assert.equal(mails.length, 3);
    kit.clock.advance(HOUR);
    await ask(kit, 'grace');
  });

  it('has one request per person however often it is asked for: each mail opens the same one (R1)', async () => {
    await pass(kit, 2 * HOUR);
    const [first, second] = [await ask(kit, 'grace'), await ask(kit, 'grace')];
    const statuses = [];
    for (const mail of [first, second]) {
      const token = tokenOf(mail, 'open');
      const { body } = expectStatus(await kit.browser().post('/recovery/open', { token }), 200);
      statuses.push(body);
    }
    assert.deepEqual(statuses[0], statuses[1]);
    const open = (await kit.tables())['mfa_recoveries']!.filter(
      ({ user_id: id, closed_at: closed }) => id === 'user-grace' && closed === null,
    );
    assert.equal(open.length, 1);
    expectStatus(await kit.browser().post('/recovery/cancel', { token: tokenOf(first, 'cancel') }), 204);
  });

  it('while one waits tells how far it is, and begins nothing anew', async () => {
    await pass(kit, 2 * HOUR);
    const { open } = await openRecovery(kit, 'grace');
    const before = expectStatus(await kit.browser().post('/recovery/status', { token: open }), 200).body;
    kit.clock.advance(5 * MINUTE);
    const mails = await mailsOf(kit, () => askFor('grace@example.com'), 'grace');
    assert.deepEqual(subjects(mails), ['Your account recovery is waiting']);
    const after = expectStatus(await kit.browser().post('/recovery/status', { token: open }), 200).body;
    assert.deepEqual(after, before);
    await kit.browser().post('/recovery/cancel', { token: tokenOf(mails[0], 'cancel') });
  });

  it('goes silent for an address that floods it, which is told nothing, and for no other', async (t) => {
    await pass(kit, 2 * HOUR);
    const flood = { 'x-forwarded-for': '203.0.113.50' };
    const proxied = await startKit({ database, configuration: { trustedProxies: ['loopback'] } });
    t.after(() => proxied.close());
    const rows = async (): Promise<number> => (await proxied.tables())['mfa_recovery_asks']!.length;
    const answers: unknown[] = [];
    for (let round = 1; round <= 121; round += 1)
      answers.push(seen(await proxied.browser().post('/recovery', { login: `nobody-${round}` }, flood)));
    assert.equal(await rows(), 120);
    assert.deepEqual(answers.at(-1), answers[0]);
    await proxied.browser().post('/recovery', { login: 'x' }, { 'x-forwarded-for': '203.0.113.51' });
    assert.equal(await rows(), 121);
  });

  it('is not lost when the host cannot look people up for a while, and holds up nobody else', async (t) => {
    await pass(kit, 2 * HOUR);
    let away = true;
    const lookup = (name: string): Promise<never> | undefined =>
      away && name.startsWith('ada') ? Promise.reject(new Error('the directory is away')) : undefined;
    const other = await startKit({
      database,
      configuration: {
        users: {
          find: (id) => Promise.resolve(kit.users.get(id)),
          findByLogin: (login) =>
            lookup(login) ?? Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
          verifyPassword: () => Promise.resolve(undefined),
        },
      },
    });
    t.after(() => other.close());
    await other.browser().post('/recovery', { login: 'ada@example.com' });
    await other.browser().post('/recovery', { login: 'grace@example.com' });
    await other.mfa.jobs.runDue();
    assert.deepEqual(
      other.mails.map(({ to }) => to),
      ['grace@example.com'],
    );
    away = false;
    other.clock.advance(MINUTE);
    await other.mfa.jobs.runDue();
    assert.deepEqual(
      other.mails.map(({ to }) => to),
      ['grace@example.com', 'ada@example.com'],
    );
  });

  it('is forgotten when nobody went on with it: what is stored of it goes in time', async () => {
    for (let time = 0; time < 2; time += 1) {
      kit.clock.advance(400 * DAY);
      await runAsAllAlong(kit);
    }
    const tables = await kit.tables();
    assert.deepEqual(
      [tables['mfa_recoveries'], tables['mfa_recovery_tokens'], tables['mfa_recovery_asks']],
      [[], [], []],
    );
  });
});

describe('Account recovery', () => {
  it('is not served where it is turned off, nor where the host cannot find people by login', async () => {
    const users = {
      find: () => Promise.resolve(undefined),
      verifyPassword: () => Promise.resolve(undefined),
    };
    for (const configuration of [{ accountRecovery: false } as const, { users }]) {
      const kit = await startKit({ configuration });
      for (const path of ['', '/open', '/status', '/cancel', '/complete'])
        expectProblem(
          await kit.browser().post(`/recovery${path}`, { login: 'ada@example.com' }),
          404,
          'not_found',
        );
      await kit.mfa.jobs.runDue();
      await kit.close();
    }
  });

  it('changes nothing by GET: a mail scanner that follows links does no harm (B4)', async () => {
    const kit = await startKit();
    const mail = await ask(kit);
    const before = await kit.tables();
    for (const path of [
      '/recovery',
      '/recovery/open',
      '/recovery/status',
      '/recovery/cancel',
      '/recovery/complete',
    ]) {
      for (const method of ['GET', 'HEAD']) {
        const reply = await kit.browser().send(method, `${path}?token=${tokenOf(mail, 'cancel')}`);
        assert.equal(reply.status, 404);
      }
    }
    assert.deepEqual(await kit.tables(), before);
    await kit.close();
  });

  it('links to the public URL alone, whatever a request said it was called (B6)', async () => {
    const kit = await startKit({ configuration: { publicUrl: 'https://app.example.com' } });
    await kit
      .browser({ host: 'evil.example', 'x-forwarded-host': 'evil.example' })
      .post('/recovery', { login: 'ada@example.com' });
    await kit.mfa.jobs.runDue();
    const [mail] = kit.mails;
    const links = [...`${mail!.text}${mail!.html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link);
    assert.equal(links.length, 6, 'two in the text; in HTML each twice, as address and as words');
    for (const link of links)
      assert.match(link, /^https:\/\/app\.example\.com\/recover#(open|cancel)=[\w-]{43}$/);
    await kit.close();
  });
});
