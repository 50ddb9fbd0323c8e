import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { generateKeyRing } from '@mfa-kit/server';
import pg from 'pg';
import { DATABASES, type TemporaryDatabase } from '../../demo/server/database/temporary-database.fixture.ts';
import { startCluster, type ClusterSettings } from '../../examples/two-nodes/cluster.ts';
import { PASSWORD } from '../../examples/two-nodes/host/people.ts';
import { startMailSink, type MailSink, type ReceivedMail } from '../../examples/two-nodes/mail-sink.ts';
import { CHEAP_ARGON2 } from '../support/cheap-argon2.ts';
import { ApiClient, codeNow } from './support/api.ts';
import { COMPILED_ONCE } from '../support/compiled-once.ts';

const STEP = 30_000;
/** Processes that are told to end, two at a time. */
const ENDINGS = 20;
const LANES = 2;
const CLIENTS = 4;
/** Milliseconds between an answer and the next request of a client: enough to be under way at any moment, and to leave the machine to others. */
const BETWEEN = 60;

let folder: string;
let database: TemporaryDatabase;
let mail: MailSink;
let mails: ReceivedMail[];
let settings: ClusterSettings;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'two-nodes-'));
  const keysFile = path.join(folder, 'keys.json');
  await writeFile(keysFile, JSON.stringify(generateKeyRing()));
  database = await DATABASES['PostgreSQL']!();
  mails = [];
  mail = await startMailSink(0, (received) => mails.push(received));
  settings = {
    port: 0,
    nodes: 2,
    databaseUrl: database.url,
    smtpUrl: mail.url,
    keysFile,
    probeEvery: 200,
    environment: { ...CHEAP_ARGON2, ...COMPILED_ONCE, DRAIN: '1s' },
  };
});

after(async () => {
  await mail.close();
  await database.remove();
  await rm(folder, { recursive: true });
});

/** Sets up an app. @returns the code that it shows next, which is good already: nobody has to wait for it, and no half minute ends too soon. */
async function enrol(browser: ApiClient): Promise<string> {
  const started = await browser.call('POST', '/mfa/totp');
  assert.equal(started.status, 201, JSON.stringify(started.body));
  const secret = String(started.body['secret']);
  const now = Date.now();
  const code = await codeNow(secret, now);
  const confirmed = await browser.call('POST', `/mfa/totp/${String(started.body['id'])}/confirm`, { code });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  return codeNow(secret, now + STEP);
}

async function outbox(): Promise<{ waiting: number; all: number }> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    const { rows } = await client.query<{ waiting: number; all: number }>(
      'SELECT count(*) FILTER (WHERE sent_at IS NULL)::int AS waiting, count(*)::int AS all FROM mfa_outbox',
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}

/** Over one connection that is kept, as a browser keeps it. @returns the status, once the whole answer is there. */
async function ask(agent: Agent, url: string, login: string | undefined): Promise<number> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = login
      ? request(`${url}/mfa/sign-in`, {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
        })
      : request(`${url}/mfa/session`, { agent });
    asked.once('response', resolve).once('error', reject);
    asked.end(login && JSON.stringify({ login, password: PASSWORD }));
  });
  JSON.parse(await text(response));
  return response.statusCode ?? 0;
}

describe('two nodes behind a balancer', () => {
  it('sign a person in, each a part of it, and go on when one of them is gone', async () => {
    const cluster = await startCluster(settings);
    const seen = new Set<string>();
    try {
      const browser = new ApiClient(cluster.url);
      assert.equal((await browser.signIn('ada@example.com', PASSWORD)).status, 200);
      const code = await enrol(browser);
      await browser.call('POST', '/mfa/sign-out');
      assert.equal((await browser.signIn('ada@example.com', PASSWORD)).body['state'], 'challenge');
      const passed = await browser.call('POST', '/mfa/challenge/totp', { code });
      assert.equal(passed.body['aal'], 2, JSON.stringify(passed.body));
      seen.add(String(passed.headers.get('x-request-id')));

      const [first, second] = cluster.nodes;
      assert.ok(first && second);
      first.child.kill('SIGKILL');
      await first.ended;
      for (let count = 0; count < 4; count += 1) {
        const { body, headers } = await browser.call('GET', '/mfa/session');
        assert.equal(body['state'], 'signed-in');
        seen.add(String(headers.get('x-request-id')));
      }
      assert.equal((await browser.call('POST', '/api/charge')).status, 200);
      assert.match(
        [...seen][0] ?? '',
        /^[0-9a-f-]{36}$/,
        'requests have the ids that the balancer gave them',
      );
      assert.equal(seen.size, 5);
    } finally {
      assert.equal(await cluster.stop(), true, 'and everything ends in good order');
    }
  });

  it(`lose no request and no mail while ${ENDINGS} of them are told to end, and each ends with 0`, async () => {
    const cluster = await startCluster({ ...settings, nodes: LANES + 1 });
    const statuses = new Map<number, number>();
    const failures: string[] = [];
    let answered = 0;
    let goesOn = true;
    let heard: { at: number; go: () => void }[] = [];

    /** Settles when so many more were answered: a moment that has nothing to do with what the nodes are at. */
    const answers = (more: number): Promise<void> =>
      new Promise((go) => heard.push({ at: answered + more, go }));

    async function client(login: string): Promise<void> {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let count = 0; goesOn; count += 1) {
        try {
          const status = await ask(agent, cluster.url, count % 3 === 0 ? login : undefined);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        } catch (error) {
          failures.push(String(error));
        }
        answered += 1;
        for (const one of heard.filter(({ at }) => answered >= at)) one.go();
        heard = heard.filter(({ at }) => answered < at);
        await pause(BETWEEN);
      }
      agent.destroy();
    }

    /** Ends one node after the other, each when the one in its place is ready. */
    async function lane(index: number): Promise<void> {
      for (let count = 0; count < ENDINGS / LANES; count += 1) {
        const node = victims[index]!;
        await answers(1 + ((count * 7 + index * 3) % 23));
        node.child.kill('SIGTERM');
        victims[index] = await cluster.startNode();
        codes.push(await node.ended);
      }
    }

    const codes: (number | null)[] = [];
    const victims = cluster.nodes.slice(0, LANES);
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      client(['grace@example.com', 'linus@example.com'][index % 2]!),
    );
    try {
      const ending = Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)));
      // Mails, while the process that sends them is replaced again and again.
      for (const login of ['grace@example.com', 'linus@example.com']) {
        const browser = new ApiClient(cluster.url);
        await browser.signIn(login, PASSWORD);
        await enrol(browser);
        codes.push(await cluster.replaceJobs());
      }
      await ending;
    } finally {
      goesOn = false;
      await Promise.all(clients);
    }
    assert.deepEqual(failures, []);
    assert.deepEqual([...statuses.keys()], [200]);
    assert.deepEqual(codes, Array<number>(ENDINGS + 2).fill(0));
    for (let left = await outbox(); left.waiting > 0; left = await outbox()) await pause(100);
    assert.equal(mails.length, (await outbox()).all, 'each mail went out, once');
    assert.equal(await cluster.stop(), true);
  });
});
