import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import fc from 'fast-check';
import { it } from 'node:test';
import { plainText } from '../api/plain-text.ts';
import type { Route } from '../api/route.ts';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const RUNS = { numRuns: 40 };
const text = fc.string({ unit: 'binary', maxLength: 80 });

/** Bodies that are close to right: known fields with wrong values, and unknown fields. */
const nearly = fc.dictionary(
  fc.oneof(
    fc.constantFrom('login', 'password', 'code', 'name', 'rememberDevice', '__proto__', 'toString'),
    text,
  ),
  fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.constantFrom('123456', '', true)),
  { maxKeys: 4 },
);

describeOnEachDatabase('Whatever a request brings', (database) => {
  let kit: RunningKit;
  let signedIn: Browser;
  let pending: Browser;
  let factorId: string;
  before(async () => {
    kit = await startKit({ database });
    signedIn = kit.browser();
    ({ factorId } = await enrol(kit, signedIn));
    pending = await signIn(kit.browser());
  });
  after(() => kit.close());

  /** Somebody whose request comes as far as the body. */
  const callerOf = ({ authentication }: Route): Browser =>
    authentication === 'begins'
      ? kit.browser()
      : (authentication === 'challenge' ? pending : signedIn).copy();

  it('a body that is not of the declared shape is 400, and nothing is changed', async () => {
    const before = await kit.tables();
    for (const route of kit.mfa.routes) {
      if (route.method === 'GET') continue;
      const path = route.path.replace(':id', factorId);
      const body = fc.oneof(fc.jsonValue(), nearly);
      await fc.assert(
        fc.asyncProperty(body, async (value) => {
          // Through JSON, since that is what the schema is given: -0 becomes 0 on the way.
          const sent: unknown = JSON.parse(JSON.stringify(value));
          const empty = typeof sent === 'object' && sent !== null && Object.keys(sent).length === 0;
          fc.pre(route.body ? !route.body.safeParse(sent).success : !empty);
          const reply = await callerOf(route).send(route.method, path, JSON.stringify(sent));
          expectProblem(reply, 400, 'validation_failed');
        }),
        RUNS,
      );
    }
    assert.deepEqual(await kit.tables(), before);
  });

  it('bytes that are no JSON are 400, and nothing is changed', async () => {
    const before = await kit.tables();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const reply = await kit.browser().send('POST', '/sign-in', bytes);
        expectProblem(reply, 400, 'validation_failed');
      }),
      RUNS,
    );
    assert.deepEqual(await kit.tables(), before);
  });

  it('a path is found or not, and nothing fails', async () => {
    const segment = fc.oneof(
      text.map((one) => encodeURIComponent(one.toWellFormed())),
      fc.constantFrom('%00', '%', '%zz', '%c0%af', '..%2f..', '%2e%2e%2f', 'x'.repeat(4000)),
    );
    const before = await kit.tables();
    await fc.assert(
      fc.asyncProperty(segment, fc.constantFrom('DELETE', 'PATCH', 'POST'), async (id, method) => {
        fc.pre(id !== '' && id !== '.' && id !== '..' && id !== factorId);
        const body = method === 'PATCH' ? { name: 'x' } : method === 'POST' ? { code: '123456' } : undefined;
        const path = method === 'POST' ? `/totp/${id}/confirm` : `/totp/${id}`;
        const reply = await signedIn.copy().send(method, path, body);
        assert.ok([400, 404].includes(reply.status), reply.text);
      }),
      RUNS,
    );
    assert.deepEqual(await kit.tables(), before);
  });

  it('cookies, tokens and browser names of any content change nothing and break nothing', async () => {
    // What a header may contain at all; fetch refuses the rest.
    const header = fc.string({
      unit: fc
        .integer({ min: 0x20, max: 0xff })
        .filter((code) => code < 0x7f || code > 0x9f)
        .map((code) => String.fromCharCode(code)),
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(header, header, header, async (cookie, csrf, agent) => {
        const headers = {
          cookie: `mfa-session=${cookie}; mfa-pending=${csrf}; ${agent}`,
          'x-mfa-csrf': csrf,
          'user-agent': agent,
        };
        const view = await kit.browser().get('/session', headers);
        assert.deepEqual([view.status, view.body], [200, { state: 'signed-out' }]);
        expectProblem(await kit.browser().post('/totp', {}, headers), 401, 'session_required');
        expectProblem(await signedIn.copy().post('/totp', {}, { 'x-mfa-csrf': csrf }), 403, 'csrf_failed');
      }),
      RUNS,
    );
  });

  it('any name that is accepted is kept as it was sent, on either database', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 }), async (name) => {
        const reply = await signedIn.patch(`/totp/${factorId}`, { name });
        if (reply.status === 200) assert.equal(reply.body['name'], plainText(name.trim()).trim());
        else expectProblem(reply, 400, 'validation_failed');
      }),
      RUNS,
    );
  });

  it('text that is half a character is refused or stored, and nothing fails', async () => {
    for (const name of ['\ud83d', 'x\udc00', '\uffff', '\ufffe\u{10ffff}', '\\u0000', '\u0000']) {
      const reply = await signedIn.patch(`/totp/${factorId}`, { name });
      assert.ok([200, 400].includes(reply.status), reply.text);
    }
  });
});
