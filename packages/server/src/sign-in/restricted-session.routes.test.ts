import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { addApp, enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

/** What the contract lists as open, and the ways in, which ask for no session. */
const OPEN = [
  'GET /session',
  'GET /factors',
  'GET /recovery-codes',
  'GET /openapi.json',
  'GET /passkeys',
  'POST /passkey-sign-in',
  'POST /passkey-sign-in/options',
  'POST /passkeys',
  'POST /passkeys/options',
  'POST /sign-in',
  'POST /sign-out',
  'POST /totp',
  'POST /totp/:id/confirm',
  'POST /recovery-codes/confirm',
  'POST /recovery',
  'POST /recovery/open',
  'POST /recovery/status',
  'POST /recovery/cancel',
  'POST /recovery/complete',
];

/**
 * She has no passkey, no remembered device, no session and no event of that id: not found, and a body that cannot be right, come first. For these the
 * declaration has to do.
 */
const NOT_REACHED = [
  '/passkeys/:id',
  '/challenge/passkey',
  '/sessions/:id',
  '/devices/:id',
  '/activity/:id/report',
];

describe('The restricted session after a recovery code', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({
      host: (app, mfa) => {
        app.get('/host', mfa.require(), (_request, response) => void response.json({}));
        app.get('/host-at-level-1', mfa.require({ aal: 1 }), (_request, response) => void response.json({}));
      },
    });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  async function restricted(): Promise<Browser> {
    const browser = await signIn(kit.browser());
    expectStatus(await browser.post('/challenge/recovery-code', { code: ada.recoveryCodes.pop() }), 200);
    return browser;
  }

  it('opens what is needed to enrol, and nothing else of the whole route table', async () => {
    const browser = await restricted();
    const open = [];
    // Signing out comes last: it ends the session that the others are tried with.
    const last = (path: string): number => (path === '/sign-out' ? 1 : 0);
    for (const route of kit.mfa.routes.toSorted((one, other) => last(one.path) - last(other.path))) {
      if (NOT_REACHED.includes(route.path)) {
        assert.equal(route.restricted, 'closed');
        continue;
      }
      const twin = browser.copy();
      const body = bodyFor(`${route.method} ${route.path}`);
      // A route that is declared closed answers before anything could happen; of the open ones, most answer for want of something else.
      const path = route.path.replace(':id', ada.factorId);
      const reply = await twin.send(route.method, path, route.method === 'GET' ? undefined : body, {
        ...(route.path === '/sign-in' && { cookie: undefined }),
      });
      if (reply.body['code'] !== 'enrolment_required') open.push(`${route.method} ${route.path}`);
      else assert.equal(reply.status, 403);
    }
    assert.deepEqual(open.sort(), [...OPEN].sort());
  });

  it('is told so before it is asked for a step-up', async () => {
    const browser = await restricted();
    kit.clock.advance(10 * 60_000);
    expectProblem(await browser.delete(`/totp/${ada.factorId}`), 403, 'enrolment_required');
    expectProblem(await browser.post('/recovery-codes'), 403, 'enrolment_required');
  });

  it('is refused by the host\u2019s routes too, whatever level they ask', async () => {
    const browser = await restricted();
    for (const path of ['/host', '/host-at-level-1']) {
      expectProblem(await browser.host('GET', path), 403, 'enrolment_required');
    }
  });

  it('may drop what it has begun to set up, at any time, but no factor', async () => {
    const browser = await restricted();
    const { body } = expectStatus(await browser.post('/totp'), 201);
    kit.clock.advance(10 * 60_000);
    expectStatus(await browser.delete(`/totp/${String(body['id'])}`), 204);
    expectProblem(await browser.delete(`/totp/${ada.factorId}`), 403, 'enrolment_required');
    const factors = (await browser.get('/factors')).body;
    assert.deepEqual([factors['pending'], (factors['totp'] as unknown[]).length], [[], 1]);
  });

  it('may take longer than the window of freshness to enrol', async () => {
    const browser = await restricted();
    kit.clock.advance(40 * 60_000);
    expectStatus(await browser.post('/totp'), 201);
  });

  it('is lifted by confirming a factor: a new token, AAL 2; the old factor stays, and so do the codes', async () => {
    const browser = await restricted();
    const before = browser.copy();
    const { recoveryCodes } = await addApp(kit, browser, 'New phone');
    assert.deepEqual(recoveryCodes, []);
    expectProblem(await before.get('/factors'), 401, 'session_required');
    const view = (await browser.get('/session')).body;
    assert.deepEqual([view['aal'], view['mustEnroll']], [2, false]);
    const { body } = await browser.get('/factors');
    assert.deepEqual((body['totp'] as { id: string }[]).map(({ id }) => id).includes(ada.factorId), true);
    assert.equal((body['recoveryCodes'] as { remaining: number }).remaining, ada.recoveryCodes.length);
    expectStatus(await browser.delete(`/totp/${ada.factorId}`), 204);
  });
});

function bodyFor(route: string): unknown {
  switch (route) {
    case 'POST /sign-in':
      return { login: 'nobody', password: 'wrong password' };
    case 'POST /challenge/totp':
    case 'POST /totp/:id/confirm':
      return { code: '123456' };
    case 'POST /challenge/recovery-code':
      return { code: 'x' };
    case 'POST /challenge/password':
      return { password: 'wrong password' };
    case 'POST /admin/members/:id/reset':
      return { reason: 'lost phone' };
    case 'POST /admin/members/:id/exempt':
      return { reason: 'away', until: '2026-02-01T12:00:00.000Z' };
    case 'PUT /admin/policy':
      return {
        required: false,
        graceDays: 14,
        roles: [],
        rememberDevice: true,
        phishingResistantRoles: [],
      };
    case 'POST /admin/recoveries':
      return { userId: 'user-grace', evidence: { kind: 'call', reference: 'T-1' }, reason: 'lost phone' };
    case 'PATCH /totp/:id':
      return { name: 'x' };
    default:
      return {};
  }
}
