import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DATABASES, type TemporaryDatabase } from '../../demo/server/database/temporary-database.fixture.ts';
import { lateMailServer } from '../../packages/server/src/notifications/testing/mail-server.ts';
import { parseAnswer } from '../attacks/http/answer.ts';
import { send } from '../attacks/http/connection.ts';
import { bytesOf } from '../attacks/http/request.ts';
import { readLedger } from './invariants/ledger.ts';
import { Crowd } from './people/crowd.ts';
import { startFleet, type Fleet } from './running/fleet.ts';
import { assertSound } from './running/verdict.ts';

const MEGABYTE = 1024 * 1024;
const SIGN_IN = { method: 'POST', path: '/mfa/sign-in' } as const;
const JSON_TYPE = { 'Content-Type': 'application/json' } as const;

/** Not `once` of node:events, which takes an error for the end of waiting. */
const closed = (socket: Socket): Promise<unknown> => new Promise((end) => socket.once('close', end));

describe('two servers in hard times', { concurrency: false }, () => {
  let database: TemporaryDatabase;
  let fleet: Fleet;
  let crowd: Crowd;

  before(async () => {
    database = await DATABASES['PostgreSQL']!();
    fleet = await startFleet({
      databases: [database.url, database.url],
      patience: { headers: 3_000, request: 5_000 },
    });
    crowd = new Crowd(fleet, { people: 10, lanes: 10 });
    await crowd.arrive();
  });
  after(async () => {
    await fleet.close();
    await database.remove();
  });

  /** Everybody signs in, nobody is interrupted, and nothing is wrong. */
  async function assertServed(): Promise<void> {
    const { tally } = fleet.world;
    const { interrupted } = tally;
    await crowd.round();
    assert.equal(tally.interrupted, interrupted, 'somebody was interrupted');
    await assertSound(database.url, fleet.world);
  }

  it('serve again what waited for an event loop that stood still', async () => {
    const standing = fleet.server(0).order({ kind: 'block', milliseconds: 3_000 });
    // Where the machine is slow as well, some may wait for longer than the server waits for its database, and are told so.
    await crowd.round();
    await standing;
    await assertSound(database.url, fleet.world);
    await assertServed();
  });

  async function begin(beginning: string): Promise<Socket> {
    const socket = connect(fleet.portOf(0), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.write(beginning);
    return socket;
  }

  it('cut off who sends headers and bodies a byte at a time, and serve everybody else meanwhile', async () => {
    const begun = `${SIGN_IN.method} ${SIGN_IN.path} HTTP/1.1\r\nHost: localhost\r\n`;
    const body = `${begun}Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"login":"`;
    const slow = await Promise.all(
      Array.from({ length: 60 }, (_, index) => begin(index % 2 === 0 ? begun : body)),
    );
    const answers = slow.map(async (socket) => {
      const parts: Buffer[] = [];
      socket.on('data', (part: Buffer) => parts.push(part));
      await closed(socket);
      return Buffer.concat(parts);
    });
    // One byte more each time that somebody else is served.
    fleet.front.onForwarded = () => {
      for (const socket of slow) if (socket.writable) socket.write('a');
    };
    await assertServed();
    for (const bytes of await Promise.all(answers)) {
      // A byte that was on its way when the connection was closed may have taken the answer with it.
      if (bytes.length > 0) assert.equal(parseAnswer(bytes).status, 408);
    }
    fleet.front.onForwarded = () => undefined;
    await assertServed();
  });

  /** By how much more than ever before a server's memory has grown. */
  async function growthOver(work: () => Promise<void>): Promise<number> {
    const [before] = await fleet.order({ kind: 'peak-memory' });
    await work();
    const [after] = await fleet.order({ kind: 'peak-memory' });
    return after! - before!;
  }

  const toFirst = (): { to: string; from: undefined } => ({
    to: `http://localhost:${fleet.portOf(0)}`,
    from: undefined,
  });

  it('refuse 50 MB that come as a small archive, many at once, without taking them in', async () => {
    const archive = gzipSync(Buffer.alloc(50 * MEGABYTE, ' '));
    const request = bytesOf(
      { ...SIGN_IN, headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, body: archive },
      'localhost',
    );
    const grown = await growthOver(async () => {
      const answers = await Promise.all(Array.from({ length: 16 }, () => send(request, toFirst())));
      for (const answer of answers)
        assert.deepEqual([answer.status, answer.body['code']], [413, 'payload_too_large']);
    });
    // All of them together would be 800.
    assert.ok(grown < 200 * MEGABYTE, `${(grown / MEGABYTE).toFixed(0)} MB`);
    await assertServed();
  });

  /** What came back for bytes that go on after the answer; the end of the connection may overtake it. */
  async function answeredTo(bytes: Buffer): Promise<Buffer> {
    const socket = connect(fleet.portOf(0), '127.0.0.1');
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => undefined);
    socket.write(bytes);
    await closed(socket);
    return Buffer.concat(parts);
  }

  it('refuse 50 MB that come as they are, announced or not, and hang up', async () => {
    const much = Buffer.alloc(50 * MEGABYTE, 'a');
    const announced = bytesOf({ ...SIGN_IN, headers: JSON_TYPE, body: much }, 'localhost');
    const chunked = { ...JSON_TYPE, 'Content-Length': null, 'Transfer-Encoding': 'chunked' };
    const head = bytesOf({ ...SIGN_IN, headers: chunked }, 'localhost');
    const size = Buffer.from(`${much.length.toString(16)}\r\n`);
    const unannounced = Buffer.concat([head, size, much, Buffer.from('\r\n0\r\n\r\n')]);
    const grown = await growthOver(async () => {
      for (const request of [announced, unannounced]) {
        const answers = await Promise.all(Array.from({ length: 4 }, () => answeredTo(request)));
        // On a machine that is slower than the server is patient, that is the reason.
        for (const bytes of answers)
          if (bytes.length > 0) assert.ok([413, 408].includes(parseAnswer(bytes).status));
      }
    });
    // All of them together would be 400.
    assert.ok(grown < 150 * MEGABYTE, `${(grown / MEGABYTE).toFixed(0)} MB`);
    await assertServed();
  });
});

describe('a mail server that is gone', () => {
  it('keeps nobody from signing in; when it is back, everybody is told once of all that happened', async () => {
    const database = await DATABASES['PostgreSQL']!();
    const mail = await lateMailServer();
    const fleet = await startFleet({ databases: [database.url, database.url], mail: mail.url });
    try {
      const crowd = new Crowd(fleet, { people: 8, lanes: 8 });
      await crowd.arrive();
      for (let round = 0; round < 5; round += 1) await crowd.round();
      await fleet.order({ kind: 'run-jobs' });
      const away = await assertSound(database.url, fleet.world);
      assert.ok(away.notices.length >= 24);
      assert.ok(away.notices.every((notice) => notice.sent_at === null));
      assert.equal(fleet.world.tally.interrupted, 0);

      await mail.start();
      const waiting = async (): Promise<boolean> =>
        (await readLedger(database.url)).notices.some((notice) => notice.sent_at === null);
      for (let looks = 0; (await waiting()) && looks < 20; looks += 1) {
        await fleet.advance(30 * 60_000);
        await fleet.order({ kind: 'run-jobs' });
      }
      const back = await assertSound(database.url, fleet.world, away);
      assert.equal(mail.taken.length, back.notices.length, 'each of them once');
      assert.equal(new Set(mail.taken.map(({ id }) => id)).size, back.notices.length);
    } finally {
      await fleet.close();
      await mail.stop();
      await database.remove();
    }
  });
});
