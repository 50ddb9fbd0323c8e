import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { mfaKit, type Outcome } from '../../command-line/testing/mfa-kit.ts';
import { createMfa } from '../../create-mfa.ts';
import { enrolPasskey, newDevice, oneClick } from '../../passkeys/testing/ceremonies.ts';
import type { SoftwareAuthenticator } from '../../passkeys/testing/software-authenticator.ts';
import { generateKeyRing } from '../../secrets/key-ring.ts';
import type { Browser } from '../../testing/browser.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  prove,
  signIn,
  type Enrolled,
} from '../../testing/people.ts';
import { DAY, finishRecovery, mailsOf, openRecovery, pass, tokenOf } from '../../testing/recoveries.ts';
import { startKit, type RunningKit } from '../../testing/running-kit.ts';
import { alreadyAt, inPostgres, type TestDatabase } from '../testing/databases.ts';

describe('a kit that is moved from SQLite to PostgreSQL in the middle of everything', () => {
  const keys = generateKeyRing();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const delivered: string[] = [];
  let folder: string;
  let file: string;
  let postgres: TestDatabase;
  let receiver: Server;
  let device: SoftwareAuthenticator;
  let ada: Enrolled;
  let earlier: Record<'inSession' | 'halfWayIn' | 'remembered', Browser>;
  let moved: Outcome;
  let kit: RunningKit;
  const opened: RunningKit[] = [];

  async function kitOver(url: string): Promise<RunningKit> {
    const { port } = receiver.address() as AddressInfo;
    const configuration = {
      keys,
      publicUrl: 'http://localhost:4000',
      webhooks: [{ url: `http://localhost:${port}/`, secret }],
    };
    const started = await startKit({ database: alreadyAt(url), configuration });
    opened.push(started);
    return started;
  }
  const move = (): Promise<Outcome> => mfaKit(['move', '--from', file, '--to', postgres.url]);

  /** The same browser, in front of the kit that goes on. */
  function goesOn(browser: Browser): Browser {
    const same = kit.browser();
    for (const [name, value] of browser.cookies) same.cookies.set(name, value);
    same.csrf = browser.csrf;
    return same;
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-kit-move-'));
    file = `sqlite:${join(folder, 'kit.sqlite')}`;
    postgres = await inPostgres();
    receiver = createServer((request, response) => {
      delivered.push(String(request.headers['webhook-id']));
      request.resume();
      response.writeHead(204).end();
    });
    receiver.listen(0, 'localhost');
    await once(receiver, 'listening');

    const former = await kitOver(file);
    await openRecovery(former, 'linus');
    const inSession = former.browser();
    ada = await enrol(former, inSession);
    device = newDevice(former);
    expectStatus(await enrolPasskey(inSession, device), 201);
    const remembered = await signIn(former.browser());
    former.clock.advance(60_000);
    const code = { code: ada.app.codeAt(former.clock.now()), rememberDevice: true };
    expectStatus(await remembered.post('/challenge/totp', code), 200);
    const spent = await signIn(former.browser());
    expectStatus(await spent.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }), 200);
    const halfWayIn = await signIn(former.browser());
    earlier = { inSession, halfWayIn, remembered };
    // Nothing of what was last done has been told to anybody when it stops.
    await addApp(former, await signIn(former.browser(), 'grace'), 'Grüße 🔑 "\\');
    await former.stopStore();

    moved = await move();
    kit = await kitOver(postgres.url);
    kit.clock.advance(former.clock.now() - kit.clock.now());
  });
  after(async () => {
    for (const one of opened) await one.close();
    receiver.closeAllConnections();
    receiver.close();
    await once(receiver, 'close');
    await postgres.remove();
    rmSync(folder, { recursive: true });
  });

  it('says of each table how many rows there are, each the same in both, and where to serve from', () => {
    assert.deepEqual([moved.code, moved.errors], [0, '']);
    assert.match(moved.output, /^mfa_accounts +2 rows, each the same in both$/m);
    assert.match(moved.output, /^mfa_totp_factors +2 rows, each the same in both$/m);
    assert.match(moved.output, /^mfa_passkeys +1 row, each the same in both$/m);
    const { host, pathname } = new URL(postgres.url);
    assert.ok(moved.output.endsWith(`moved: serve from postgres://${host}${pathname} from now on\n`));
  });

  it('sends what was waiting, each mail and each webhook once', async () => {
    const told = delivered.length;
    const mails = await mailsOf(kit, () => Promise.resolve(), 'grace');
    assert.deepEqual(mails, [], 'nothing is left over for a second run');
    const subjects = kit.mails
      .filter(({ to }) => to.includes('grace@example.com'))
      .map(({ subject }) => subject);
    assert.equal(new Set(subjects).size, subjects.length);
    assert.ok(subjects.length > 0);
    assert.ok(delivered.length > told);
    assert.equal(new Set(delivered).size, delivered.length);
  });

  it('knows its sessions, and who was half way in gets in', async () => {
    const session = goesOn(earlier.inSession);
    const { body } = expectStatus(await session.get('/factors'), 200);
    assert.deepEqual([(body['totp'] as []).length, (body['passkeys'] as []).length], [1, 1]);
    await prove(kit, goesOn(earlier.halfWayIn), ada.app);
  });

  it('skips the challenge in a browser that it remembers', async () => {
    const remembered = goesOn(earlier.remembered);
    expectStatus(await remembered.post('/sign-out'), 204);
    const { body } = await remembered.post('/sign-in', { login: 'ada@example.com', password: PASSWORD });
    assert.equal(body['state'], 'signed-in');
  });

  it('takes the passkey and the codes of before, and those that were spent no second time (S1)', async () => {
    expectStatus(await oneClick(kit.browser(), device), 200);
    const spent = await signIn(kit.browser());
    expectProblem(
      await spent.post('/challenge/recovery-code', { code: ada.recoveryCodes[0] }),
      401,
      'invalid_code',
    );
    expectStatus(await spent.post('/challenge/recovery-code', { code: ada.recoveryCodes[1] }), 200);
  });

  it('goes on with a recovery that was waiting', async () => {
    const mails = await mailsOf(kit, () => pass(kit, 3 * DAY), 'linus');
    await finishRecovery(kit, tokenOf(mails.at(-1), 'finish'), PASSWORD);
  });

  it('is not served from the file any more, nor moved again', async () => {
    const refusal = /kit\.sqlite was moved to postgres:\/\/[^@]*\/mfa_\w+ at .*: give that address/;
    const users = { find: () => Promise.resolve(undefined) };
    const configuration = { publicUrl: 'http://localhost:4000', serviceName: 'Test Notes', keys, users };
    await assert.rejects(createMfa({ ...configuration, database: file }), refusal);
    const again = await move();
    assert.deepEqual([again.code, again.output], [1, '']);
    assert.match(again.errors, refusal);
  });
});
