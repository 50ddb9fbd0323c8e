import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

type Line = Readonly<Record<string, unknown>>;

const linesOf = (kit: RunningKit): readonly Line[] =>
  kit
    .log()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** The lines that doing something left. */
async function told(kit: RunningKit, work: () => Promise<unknown>): Promise<readonly Line[]> {
  const before = linesOf(kit).length;
  await work();
  return linesOf(kit).slice(before);
}

describe('The log of requests', () => {
  let kit: RunningKit;
  before(async () => {
    kit = await startKit({
      host: (app, mfa) =>
        void app.post('/notes/:id', mfa.require(), (_request, response) => response.json({})),
    });
  });
  after(() => kit.close());

  it('has one line for each, with the id of the answer, the route as it is declared, status and time', async () => {
    const browser = await signIn(kit.browser());
    const lines = await told(kit, () => browser.get('/factors'));
    assert.equal(lines.length, 1);
    const { level, msg, requestId, route, status, milliseconds, ...rest } = lines[0]!;
    assert.deepEqual([level, msg, route, status], [30, 'answered', 'GET /factors', 200]);
    assert.equal(typeof milliseconds, 'number');
    assert.match(String(requestId), /^[\w-]{22}$/);
    assert.deepEqual(Object.keys(rest).sort(), ['hostname', 'pid', 'time'], 'and nobody is named');
  });

  it('says of a refusal which, and why, in words of its own; an id in the path is not among them (K6)', async () => {
    const secret = 'recovery-code-pasted-into-the-address';
    const browser = await signIn(kit.browser());
    for (const [work, route, code] of [
      [() => browser.delete(`/totp/${secret}`), 'DELETE /totp/:id', 'not_found'],
      [() => browser.get(`/nothing/${secret}`), 'undeclared', 'not_found'],
      [() => browser.delete('/totp/%ff'), 'undeclared', 'validation_failed'],
      [() => kit.browser().host('POST', `/notes/${secret}`), 'POST /notes/:id', 'session_required'],
    ] as const) {
      const lines = await told(kit, work);
      assert.equal(lines.length, 1, route);
      assert.deepEqual(
        [lines[0]?.['msg'], lines[0]?.['route'], lines[0]?.['code']],
        ['refused', route, code],
      );
      assert.doesNotMatch(JSON.stringify(lines), new RegExp(secret));
    }
  });

  it('says of trouble of our own what caused it, at a level that is always on', async () => {
    const broken = await startKit({
      configuration: {
        users: {
          find: () => Promise.resolve(undefined),
          verifyPassword: () => Promise.reject(new Error('directory away', { cause: new Error('TLS') })),
        },
      },
    });
    const credentials = { login: 'ada@example.com', password: PASSWORD };
    const lines = await told(broken, () => broken.browser().post('/sign-in', credentials));
    assert.deepEqual([lines[0]?.['level'], lines[0]?.['code']], [50, 'unavailable']);
    assert.equal((lines[0]?.['err'] as Line)['message'], 'directory away: TLS');
    await broken.close();
  });
});

describe('The id of a request', () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
  const uuid = '0d5ed0a2-4b5e-4f37-9a2c-2a9f9a1c7e11';
  // Past the witness, which knows the kit's own ids.
  const idOf = async (kit: RunningKit, headers: Record<string, string>): Promise<string> =>
    (await fetch(`${kit.base}/mfa/session`, { headers })).headers.get('x-request-id') ?? '';

  it('is the one of a trusted proxy: X-Request-Id, else the trace; in answer, log and audit alike', async () => {
    const kit = await startKit({ configuration: { trustedProxies: ['loopback'] } });
    assert.equal(await idOf(kit, { 'x-request-id': uuid, traceparent }), uuid);
    assert.equal(await idOf(kit, { traceparent }), TRACE);
    await fetch(`${kit.base}/mfa/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': uuid },
      body: JSON.stringify({ login: 'ada@example.com', password: PASSWORD }),
    });
    assert.deepEqual([...new Set((await kit.audit('user-ada')).map((row) => row.request_id))], [uuid]);
    assert.match(kit.log(), new RegExp(`"requestId":"${uuid}","route":"POST /sign-in"`));
    await kit.close();
  });

  it('is made anew where the proxy sent something else', async () => {
    const kit = await startKit({ configuration: { trustedProxies: ['loopback'] } });
    for (const headers of [
      { 'x-request-id': 'short' },
      { 'x-request-id': 'a'.repeat(65) },
      { 'x-request-id': 'id"with,quotes' },
      { 'x-request-id': '-looks-like-an-option' },
      { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
      { traceparent: TRACE },
    ])
      assert.match(await idOf(kit, headers), /^[\w-]{22}$/, JSON.stringify(headers));
    await kit.close();
  });

  it('is nobody else’s to choose (L4)', async () => {
    const kit = await startKit();
    assert.match(await idOf(kit, { 'x-request-id': uuid, traceparent }), /^[\w-]{22}$/);
    await kit.close();
  });
});
