import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { newTimeOrderedId } from '../secrets/ids.ts';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  prove,
  signIn,
  type Enrolled,
} from '../testing/people.ts';
import { START, startKit, type RunningKit } from '../testing/running-kit.ts';
import type { ActivityEvent } from './activity-view.ts';
import { recordsOf } from './testing/csv-reader.ts';

const DAY = 86_400_000;

describeOnEachDatabase('The activity as a file', (database) => {
  let kit: RunningKit;
  let browser: Browser;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({ database });
    browser = kit.browser({ 'user-agent': '=HYPERLINK("https://evil.example","x")' });
    ada = await enrol(kit, browser);
    await addApp(kit, browser, '@SUM(1+1)*cmd|\u0027 /C calc\u0027!A0');
    await prove(kit, browser, ada.app);
  });
  after(() => kit.close());

  const feed = async (query = ''): Promise<readonly ActivityEvent[]> =>
    expectStatus(await browser.get(`/activity${query}`), 200).body['events'] as ActivityEvent[];
  const csv = async (query = ''): Promise<Record<string, string>[]> =>
    recordsOf(expectStatus(await browser.get(`/activity.csv${query}`), 200).text);

  it('is named after the day, and a spreadsheet knows in what letters it is written', async () => {
    const reply = expectStatus(await browser.get('/activity.csv'), 200);
    assert.equal(
      reply.headers.get('content-disposition'),
      'attachment; filename="security-activity-2026-01-15.csv"',
    );
    assert.equal(reply.headers.get('content-type'), 'text/csv; charset=utf-8');
    const bytes = await fetch(`${kit.base}/mfa/activity.csv`, {
      headers: { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    }).then((response) => response.bytes());
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  it('says what the feed says, line by line', async () => {
    const events = await feed();
    const lines = await csv();
    assert.deepEqual(
      lines.map(({ id, at, event, outcome, method, current }) => ({
        id,
        at,
        event,
        outcome,
        method,
        current,
      })),
      events.map(({ id, at, event, outcome, method, current }) => ({
        id,
        at,
        event,
        outcome,
        method: method ?? '',
        current: String(current),
      })),
    );
  });

  it('is read by a spreadsheet and not run, whatever people and browsers call themselves (B6)', async () => {
    const lines = await csv();
    const cells = lines.flatMap((line) => Object.values(line));
    for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    assert.ok(cells.includes('\u0027=HYPERLINK("https://evil.example","x")'));
    assert.ok(cells.some((cell) => cell.startsWith("'@SUM(1+1)")));
  });

  it('is filtered like the feed, and no longer than is asked for', async () => {
    const added = await csv('?type=auth.totp.added');
    assert.deepEqual(
      added.map(({ event }) => event),
      ['auth.totp.added', 'auth.totp.added'],
    );
    assert.equal((await csv('?limit=3')).length, 3);
    assert.deepEqual(await csv('?ip=203.0.113.9'), []);
    const { next } = expectStatus(await browser.get('/activity?limit=2'), 200).body;
    const rest = await csv(`?cursor=${String(next)}`);
    assert.deepEqual(
      rest.map(({ id }) => id),
      (await feed()).slice(2).map(({ id }) => id),
    );
    expectProblem(await browser.get('/activity.csv?colour=red'), 400, 'validation_failed');
  });

  it('is a document as well, with the same events in it', async () => {
    const reply = expectStatus(await browser.get('/activity.json'), 200);
    assert.equal(
      reply.headers.get('content-disposition'),
      'attachment; filename="security-activity-2026-01-15.json"',
    );
    assert.deepEqual(reply.body, { events: await feed() });
    const filtered = expectStatus(await browser.get('/activity.json?type=auth.totp.added'), 200);
    assert.deepEqual(filtered.body, { events: await feed('?type=auth.totp.added') });
  });

  it('is whole, however long', async () => {
    const grace = await signIn(kit.browser(), 'grace');
    // As many as it takes for several readings, some of them in one millisecond.
    const written = 450;
    const rows = Array.from({ length: written }, (_, number) => {
      const at = START - DAY + Math.floor(number / 3);
      return `('user-grace', '${newTimeOrderedId(at)}', ${at}, 'auth.2fa.success', 'success', 'user', '{}')`;
    });
    await kit.sql(
      `INSERT INTO mfa_audit_events (subject, id, at, event, outcome, actor_kind, details) VALUES ${rows.join(',')}`,
    );
    const lines = recordsOf(expectStatus(await grace.get('/activity.csv'), 200).text);
    const document = expectStatus(await grace.get('/activity.json'), 200).body['events'] as ActivityEvent[];
    assert.equal(lines.length, written + 1);
    assert.equal(new Set(lines.map(({ id }) => id)).size, written + 1);
    assert.deepEqual(
      document.map(({ id }) => id),
      lines.map(({ id }) => id),
    );
  });

  it('has no secret of the whole run in it, and neither has the feed (K6)', async () => {
    const texts = await Promise.all(
      ['/activity', '/activity?limit=100', '/activity.csv', '/activity.json'].map(
        async (path) => (await browser.get(path)).text,
      ),
    );
    assert.ok(kit.witness.secrets.size > 20);
    for (const secret of kit.witness.secrets)
      for (const text of texts) assert.ok(!text.includes(secret), `${secret.slice(0, 4)}…`);
  });
});

describe('Whatever a person calls an authenticator app', () => {
  it('is in the file as they wrote it, and no formula (B6)', async () => {
    const kit = await startKit();
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    const start = fc.constantFrom('=', '+', '-', '@', '"', '', "'", ',');
    const names = fc.tuple(start, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(names, async ([first, rest]) => {
        const renamed = await browser.patch(`/totp/${factorId}`, { name: first + rest });
        fc.pre(renamed.status === 200);
        const name = String(renamed.body['name']);
        const query = '?type=auth.totp.renamed&limit=1';
        const [line] = recordsOf((await browser.get(`/activity.csv${query}`)).text);
        assert.equal(line?.['factor'], /^[=+\-@]/.test(name) ? `'${name}` : name);
      }),
      { numRuns: 40 },
    );
    await kit.close();
  });
});

describe('The activity as a file, when the database is away', () => {
  it('is a refusal and no empty file (S8)', async () => {
    const kit = await startKit();
    const browser = await signIn(kit.browser());
    await kit.stopStore();
    for (const path of ['/activity', '/activity.csv', '/activity.json'])
      expectProblem(await browser.get(path), 503, 'unavailable');
    await kit.close();
  });
});
