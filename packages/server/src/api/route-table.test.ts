import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Router } from 'express';
import { z } from 'zod';
import { enrol, expectProblem, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import type { Route } from './route.ts';

/** How fresh each changing route asks the person to be, by the contract. A new route has to be thought through here. */
const FRESHNESS: Readonly<Record<string, string>> = {
  'POST /sign-in': 'none',
  'POST /sign-out': 'none',
  'POST /challenge/totp': 'none',
  'POST /challenge/recovery-code': 'none',
  'POST /challenge/password': 'none',
  'POST /challenge/passkey/options': 'none',
  'POST /challenge/passkey': 'none',
  'POST /passkey-sign-in/options': 'none',
  'POST /passkey-sign-in': 'none',
  'DELETE /sessions/:id': 'depends',
  'DELETE /sessions': 'fresh',
  'DELETE /devices/:id': 'none',
  'DELETE /devices': 'none',
  'POST /passkeys/options': 'enrol',
  'POST /passkeys': 'enrol',
  'PATCH /passkeys/:id': 'none',
  'DELETE /passkeys/:id': 'fresh',
  'POST /totp': 'enrol',
  'POST /totp/:id/confirm': 'enrol',
  'PATCH /totp/:id': 'none',
  'DELETE /totp/:id': 'depends',
  'DELETE /factors': 'fresh',
  'POST /recovery-codes': 'fresh',
  'POST /recovery-codes/confirm': 'none',
  'POST /recovery': 'none',
  'POST /recovery/open': 'none',
  'POST /recovery/status': 'none',
  'POST /recovery/cancel': 'none',
  'POST /recovery/complete': 'none',
  'POST /admin/recoveries': 'fresh',
  'POST /admin/recoveries/:id/approve': 'fresh',
  'POST /admin/recoveries/:id/reject': 'fresh',
  'PUT /admin/policy': 'fresh',
  'POST /admin/members/:id/reset': 'fresh',
  'POST /admin/members/:id/exempt': 'fresh',
  'POST /activity/:id/report': 'none',
};

/** Changing routes that write no audit event. */
const UNAUDITED = [
  'POST /challenge/passkey/options',
  'POST /passkey-sign-in/options',
  'POST /passkeys/options',
  'POST /totp',
  'POST /recovery/status',
];

/** What each route that takes a secret counts guesses against (L1, L2, L4). */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  'POST /sign-in': ['address'],
  'POST /challenge/totp': ['pending-sign-in', 'account', 'authenticator'],
  'POST /challenge/recovery-code': ['pending-sign-in', 'account', 'recovery-codes'],
  'POST /challenge/password': ['account'],
  'POST /totp/:id/confirm': ['account', 'recovery-code-sets'],
  'POST /recovery/complete': ['account', 'recovery-passwords'],
};

/** Fields of a body in which somebody could guess. A passkey's response is none: it is a signature; nor is a mailed token of 256 random bits (K1). */
const GUESSABLE = ['password', 'code'];

/** What cannot be guessed and is limited all the same: for the pending sign-in's sake (L1), or for what it costs (L5). */
const COUNTED_ALL_THE_SAME: Readonly<Record<string, readonly string[]>> = {
  'POST /passkeys': ['recovery-code-sets'],
  'POST /recovery-codes': ['recovery-code-sets'],
  'POST /challenge/passkey': ['pending-sign-in'],
  'POST /passkey-sign-in': ['address'],
  'POST /recovery': ['recovery-asks', 'recovery-mails'],
  'POST /passkey-sign-in/options': ['passkey-options'],
};

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const fieldsOf = ({ body }: Route): readonly string[] => {
  const schema = body && z.toJSONSchema(body, { io: 'input' });
  return Object.keys(schema?.properties ?? {});
};

const isAdministrative = ({ path }: Route): boolean => path.startsWith('/admin/');

/** Of the shape that a browser writes; that nobody looks into it is the point. */
const REGISTRATION = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA', transports: [] },
  clientExtensionResults: {},
};

/** What a route takes, of the shape that it takes. */
function bodyOf(route: Route, kit: RunningKit): Readonly<Record<string, unknown>> | undefined {
  if (!route.body) return undefined;
  const body = {
    code: '123456',
    response: REGISTRATION,
    userId: 'user-grace',
    evidence: { kind: 'call', reference: 'T-1' },
    reason: 'lost phone',
    required: false,
    graceDays: 0,
    roles: [],
    rememberDevice: true,
    phishingResistantRoles: [],
    until: new Date(kit.clock.now() + 86_400_000).toISOString(),
  };
  const fields = fieldsOf(route);
  return Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)));
}

describe('The route table', () => {
  let kit: RunningKit;
  let changing: readonly Route[];
  before(async () => {
    kit = await startKit({ configuration: { authorize: () => Promise.resolve(true) } });
    changing = kit.mfa.routes.filter(({ method }) => method !== 'GET');
  });
  after(() => kit.close());

  it('is all that the Express router serves: no route beside the declared ones (B3)', () => {
    const served = (kit.mfa.router as Router).stack.flatMap(({ route }) =>
      route ? route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`) : [],
    );
    assert.deepEqual(served, kit.mfa.routes.map(nameOf));
    assert.equal(new Set(served).size, served.length);
  });

  it('asks every changing route for the freshness that was agreed, and says what it depends on where it depends', () => {
    const declared = changing.map((route) => [
      nameOf(route),
      typeof route.freshness === 'function' ? 'depends' : route.freshness,
    ]);
    const depending = changing.filter(({ freshness }) => typeof freshness === 'function');
    assert.ok(depending.every(({ freshnessNote }) => freshnessNote !== undefined && freshnessNote !== ''));
    assert.deepEqual(Object.fromEntries(declared), FRESHNESS);
  });

  it('has nothing for a stolen session: each dangerous route asks for a proof, and nothing is changed', async () => {
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser, 'linus');
    kit.clock.advance(5 * 60_000 + 1);
    const before = await kit.tables();
    const refused: string[] = [];
    for (const route of changing.filter(({ freshness }) => freshness !== 'none')) {
      const path = route.path.replace(':id', route.idsOf === 'people' ? 'user-grace' : factorId);
      const reply = await browser.copy().send(route.method, path, bodyOf(route, kit));
      // What is another's, or not there, is not there: ownership comes first.
      if (reply.status === 404) continue;
      expectProblem(reply, 401, 'step_up_required');
      refused.push(nameOf(route));
    }
    assert.deepEqual({ ...(await kit.tables()), mfa_audit_events: [] }, { ...before, mfa_audit_events: [] });
    for (const name of [
      'DELETE /totp/:id',
      'DELETE /factors',
      'POST /recovery-codes',
      'POST /totp',
      'POST /passkeys/options',
      'POST /passkeys',
      'POST /admin/recoveries',
      'POST /admin/members/:id/reset',
      'POST /admin/members/:id/exempt',
    ])
      assert.ok(refused.includes(name), name);
  });

  it('closes all that is administered to who owes a factor since a deadline, and nothing else', () => {
    for (const route of kit.mfa.routes)
      assert.equal(route.overdue === 'closed', isAdministrative(route), nameOf(route));
    // Whatever asks the host for leave is administration, wherever it is.
    assert.ok(kit.mfa.routes.every((route) => !route.permits || isAdministrative(route)));
  });

  it('asks for a fresh proof whoever does something to others or to what is asked of them', () => {
    for (const route of kit.mfa.routes)
      if (isAdministrative(route) && route.method !== 'GET')
        assert.equal(route.freshness, 'fresh', nameOf(route));
  });

  it('has nothing to administer for who owes a factor since a deadline, with a password just given', async () => {
    const strict = await startKit({
      configuration: {
        authorize: () => Promise.resolve(true),
        policy: { required: true, graceDays: 0 },
      },
    });
    const browser = await signIn(strict.browser(), 'linus');
    const before = await strict.tables();
    const administrative = strict.mfa.routes.filter(isAdministrative);
    const { events } = await strict.audited(async () => {
      for (const route of administrative) {
        const reply = await browser.send(
          route.method,
          route.path.replace(':id', 'user-grace'),
          bodyOf(route, strict),
        );
        expectProblem(reply, 403, 'mfa_required');
      }
    });
    assert.deepEqual(
      events.map(({ event, details }) => [event, (JSON.parse(details) as { action: string }).action]),
      administrative.map((route) => ['auth.enforcement.blocked', nameOf(route)]),
    );
    const told = { mfa_audit_events: [], mfa_outbox: [], mfa_throttles: [] };
    assert.deepEqual({ ...(await strict.tables()), ...told }, { ...before, ...told });
    await strict.close();
  });

  it('lets only a sign-in or a recovery begin without CSRF token, and only a sign-out without session', () => {
    const withoutSession = changing.filter(({ authentication }) => authentication !== 'session');
    assert.deepEqual(
      Object.fromEntries(withoutSession.map((route) => [nameOf(route), route.authentication])),
      {
        'POST /sign-in': 'begins',
        'POST /sign-out': 'anyone',
        'POST /challenge/totp': 'challenge',
        'POST /challenge/recovery-code': 'challenge',
        'POST /challenge/passkey/options': 'challenge',
        'POST /challenge/passkey': 'challenge',
        'POST /passkey-sign-in/options': 'begins',
        'POST /passkey-sign-in': 'begins',
        'POST /recovery': 'begins',
        'POST /recovery/open': 'begins',
        'POST /recovery/status': 'begins',
        'POST /recovery/cancel': 'begins',
        'POST /recovery/complete': 'begins',
      },
    );
  });

  it('refuses every changing route that does not begin something without the CSRF token of a live session', async () => {
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    for (const route of changing) {
      if (route.authentication === 'begins') continue;
      const path = route.path.replace(':id', factorId);
      const before = await kit.tables();
      const reply = await browser.copy().send(route.method, path, undefined, { 'x-mfa-csrf': undefined });
      expectProblem(reply, 403, 'csrf_failed');
      assert.deepEqual(await kit.tables(), before, nameOf(route));
    }
  });

  it('asks every changing route for audit events, or for the reason why there are none', () => {
    const unaudited = [];
    for (const route of changing) {
      if (!('none' in route.audit)) assert.ok(route.audit.length > 0, nameOf(route));
      else {
        assert.ok(route.audit.none.length > 0, nameOf(route));
        unaudited.push(nameOf(route));
      }
    }
    assert.deepEqual(unaudited, UNAUDITED);
  });

  it('limits every route in which something could be guessed, and no other', () => {
    for (const route of kit.mfa.routes) {
      const guessable = fieldsOf(route).some((field) => GUESSABLE.includes(field));
      const expected = guessable ? LIMITS[nameOf(route)] : (COUNTED_ALL_THE_SAME[nameOf(route)] ?? []);
      assert.deepEqual(route.limits, expected, nameOf(route));
    }
  });

  it('lets reading change nothing: GET has no body, no audit, no freshness, no limit (B4)', async () => {
    const browser = kit.browser();
    await enrol(kit, browser, 'grace');
    const pending = await signIn(kit.browser(), 'grace');
    const before = await kit.tables();
    for (const route of kit.mfa.routes.filter(({ method }) => method === 'GET')) {
      assert.equal(route.body, undefined, nameOf(route));
      assert.ok('none' in route.audit, nameOf(route));
      assert.deepEqual([route.freshness, route.limits], ['none', []], nameOf(route));
      for (const method of ['GET', 'HEAD']) {
        for (const anyone of [browser, pending, kit.browser()]) await anyone.copy().send(method, route.path);
      }
    }
    assert.deepEqual(await kit.tables(), before);
  });

  it('refuses unknown fields in every body', () => {
    for (const route of changing) {
      if (!route.body) continue;
      const schema = z.toJSONSchema(route.body, { io: 'input' });
      const objects = [schema, ...(schema.anyOf ?? [])].filter(
        (one) => typeof one === 'object' && one.type === 'object',
      );
      assert.ok(objects.length > 0, nameOf(route));
      for (const one of objects) {
        assert.equal(typeof one === 'object' && one.additionalProperties, false, nameOf(route));
      }
    }
  });
});
