import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, expectStatus, prove, signIn } from '../testing/people.ts';
import { quickHasher } from '../testing/quick-hasher.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { samplesOf, type Samples } from './testing/samples.ts';

const events = (event: string, labels = ''): RegExp =>
  new RegExp(`^mfa_audit_events_total\\{event="${event.replaceAll('.', '\\.')}".*${labels}`);

describeOnEachDatabase('The metrics', (database) => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({ database, host: (app, mfa) => app.get('/metrics', mfa.metrics) });
  });
  after(() => kit.close());

  const scrape = async (): Promise<Samples> => samplesOf(await kit.mfa.metrics.text());
  /** How much the samples with these labels grew while something was done. */
  async function growth(which: RegExp, work: () => Promise<unknown>): Promise<number> {
    const earlier = (await scrape()).sum(which);
    await work();
    return (await scrape()).sum(which) - earlier;
  }

  it('are text that Prometheus reads, as a handler of the host too', async () => {
    const response = await fetch(`${kit.base}/metrics`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.match(await response.text(), /^# TYPE mfa_audit_events_total counter$/m);
    assert.equal((await fetch(`${kit.base}/metrics`, { method: 'POST' })).status, 404);
  });

  it('count each event that is written, by name, outcome, method and reason', async () => {
    const wrong = events(
      'auth.sign_in.failure',
      'outcome="failure".*method="password".*reason="invalid-credentials"',
    );
    const refused = await growth(wrong, () =>
      kit.browser().post('/sign-in', { login: 'nobody@example.com', password: 'wrong' }),
    );
    assert.equal(refused, 1);
    assert.equal(await growth(events('auth.sign_in.success'), () => signIn(kit.browser())), 1);
    const trail = await kit.audit();
    const { sum } = await scrape();
    assert.equal(sum(/^mfa_audit_events_total/), trail.length);
  });

  it('count no event that was undone, and none that was there already', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const { app } = await addApp(kit, browser);
    const pending = kit.browser();
    await signIn(pending, 'linus');
    const code = app.codeAt(kit.clock.now());
    await prove(kit, browser, app);
    // Of two who bring the same code, one finds it used, and what it had written is undone.
    const twin = pending.copy();
    kit.clock.advance(60_000);
    const right = app.codeAt(kit.clock.now());
    assert.notEqual(right, code);
    const completed = await growth(events('auth.2fa.success'), () =>
      Promise.all([
        pending.post('/challenge/totp', { code: right }),
        twin.post('/challenge/totp', { code: right }),
      ]),
    );
    assert.equal(completed, 1);
    // Written once a minute, however often it is tried.
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await browser.post('/challenge/totp', { code: app.wrongCodeAt(kit.clock.now()) });
    }
    const trail = await kit.audit();
    assert.equal((await scrape()).sum(/^mfa_audit_events_total/), trail.length);
  });

  it('time each answer by the route as it is declared, never by the path that was asked for', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    await browser.delete('/totp/some-id-of-somebody');
    await browser.get('/no/such/secret-path');
    const samples = await scrape();
    const timed = /^mfa_http_request_duration_seconds_count\{route="([^"]*)",status="(\d+)"\}$/;
    const told = samples.names(timed);
    assert.ok(
      told.includes('mfa_http_request_duration_seconds_count{route="DELETE /totp/:id",status="404"}'),
    );
    assert.ok(told.includes('mfa_http_request_duration_seconds_count{route="undeclared",status="404"}'));
    assert.doesNotMatch(samples.text, /some-id-of|secret-path/);
  });

  it('tell how many sessions are alive, how old the oldest waiting mail is, and that the database answers', async () => {
    kit.clock.advance(5 * 60_000);
    const earlier = await scrape();
    const browser = await signIn(kit.browser(), 'grace');
    await addApp(kit, browser);
    kit.clock.advance(5 * 60_000);
    const later = await scrape();
    assert.equal(later.value('mfa_sessions_live') - earlier.value('mfa_sessions_live'), 1);
    assert.ok(later.value('mfa_outbox_waiting') > 0);
    assert.ok(later.value('mfa_outbox_oldest_waiting_seconds') >= 300);
    assert.equal(later.value('mfa_store_up'), 1);
    await kit.mfa.jobs.runDue();
    const delivered = await scrape();
    assert.deepEqual(
      ['waiting', 'oldest_waiting_seconds', 'given_up'].map((name) => delivered.value(`mfa_outbox_${name}`)),
      [0, 0, 0],
    );
    expectStatus(await browser.post('/sign-out'), 204);
  });

  it('tell how many people have a factor, by what they are, and look at all accounts every five minutes only', async () => {
    kit.users.set('user-eve', {
      id: 'user-eve',
      name: 'eve@example.com',
      displayName: 'Eve',
      emails: [],
      role: 'admin',
      tier: 'pro',
    });
    const admins = 'mfa_people{role_class="admin",tier="pro",enrolled="false"}';
    const browser = await signIn(kit.browser(), 'eve');
    kit.clock.advance(5 * 60_000);
    assert.equal((await scrape()).value(admins), 1);
    await addApp(kit, browser);
    assert.equal((await scrape()).value(admins), 1, 'not looked at again yet');
    kit.clock.advance(5 * 60_000);
    const samples = await scrape();
    assert.deepEqual([samples.value(admins), samples.value(admins.replace('false', 'true'))], [0, 1]);
    assert.equal(samples.value('mfa_sealed_secrets{key="older"}'), 0);
    assert.ok(samples.value('mfa_sealed_secrets{key="current"}') >= 1);
  });

  it('name nobody: no person, no address, no browser, no workspace (K6)', async () => {
    const { text } = await scrape();
    const stored = JSON.stringify(await kit.tables());
    for (const { id, name } of kit.users.values())
      for (const word of [id, name]) assert.ok(!text.includes(word), word);
    for (const [, ip] of stored.matchAll(/"ip":"([^"]+)"/g)) assert.ok(!text.includes(ip!), ip);
  });
});

describe('The metrics of a kit in trouble', () => {
  it('are answered while the database is away, and say so (S8)', async () => {
    const kit = await startKit();
    await kit.stopStore();
    const samples = samplesOf(await kit.mfa.metrics.text());
    assert.equal(samples.value('mfa_store_up'), 0);
    await kit.close();
  });

  it('tell how busy the hasher is, where it says so', async () => {
    const hasher = { ...quickHasher, load: () => ({ running: 2, waiting: 5 }) };
    const kit = await startKit({ configuration: { hasher } });
    const samples = samplesOf(await kit.mfa.metrics.text());
    assert.deepEqual([samples.value('mfa_hasher_running'), samples.value('mfa_hasher_waiting')], [2, 5]);
    await kit.close();
  });
});
