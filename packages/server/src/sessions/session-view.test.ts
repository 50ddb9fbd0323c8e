import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Proof } from '../sessions/proof.ts';
import { BEGAN, codesLeft, pendingWith, sessionWith } from '../testing/sessions.fixture.ts';
import { signInMethods } from '../step-up/what-proves-what.ts';
import { sessionView, viewOf } from './session-view.ts';

const HOUR = 3_600_000;
const password: Proof = { method: 'password', at: BEGAN };
const totp: Proof = { method: 'totp', at: BEGAN + 1000 };
const recoveryCode: Proof = { method: 'recovery-code', at: BEGAN + 1000 };
const withFactor = { totpFactors: 1, ...codesLeft(10) };

describe('The session view', () => {
  it('says nothing but that nobody is signed in, when nobody is', () => {
    assert.deepEqual(viewOf({}, HOUR), { state: 'signed-out' });
  });

  it('names no user, no level and no methods used while the sign-in is pending', () => {
    assert.deepEqual(viewOf({ pending: pendingWith(withFactor) }, HOUR), {
      state: 'challenge',
      csrf: 'the csrf value',
      challenge: {
        purpose: 'sign-in',
        methods: ['totp', 'recovery-code'],
        rememberDevice: true,
        expiresAt: '2026-01-15T12:10:00.000Z',
      },
    });
  });

  it('tells who, how surely, by what and for how long, once signed in', () => {
    assert.deepEqual(viewOf({ session: sessionWith([password, totp], withFactor) }, HOUR), {
      state: 'signed-in',
      csrf: 'the csrf value',
      user: { id: 'user-ada', name: 'ada@example.com', displayName: 'Ada' },
      aal: 2,
      amr: [
        { method: 'password', at: '2026-01-15T12:00:00.000Z' },
        { method: 'totp', at: '2026-01-15T12:00:01.000Z' },
      ],
      signedInAt: '2026-01-15T12:00:00.000Z',
      idleExpiresAt: '2026-01-15T13:00:00.000Z',
      expiresAt: '2026-01-16T12:00:00.000Z',
      requirement: { level: 'none', reasons: [] },
      mustEnroll: false,
      nudges: [],
    });
  });

  it('never names an idle end after the absolute one (B1)', () => {
    const late = { ...sessionWith([password]), lastSeenAt: BEGAN + 23.5 * HOUR };
    assert.equal(viewOf({ session: late }, HOUR).idleExpiresAt, '2026-01-16T12:00:00.000Z');
  });

  for (const [left, told, nudges] of [
    [10, undefined, []],
    [4, undefined, []],
    [3, 3, ['few-recovery-codes']],
    [0, 0, ['few-recovery-codes']],
  ] as const) {
    it(`${told === undefined ? 'keeps quiet' : 'warns'} with ${left} recovery codes left`, () => {
      const session = sessionWith([password, totp], { totpFactors: 1, ...codesLeft(left) });
      const view = viewOf({ session }, HOUR);
      assert.equal(view.recoveryCodesRemaining, told);
      assert.deepEqual(view.nudges, nudges);
    });
  }

  it('tells how many codes are left after a sign-in by one, and that a factor has to be set up', () => {
    const view = viewOf(
      { session: sessionWith([password, recoveryCode], { totpFactors: 1, ...codesLeft(9) }) },
      HOUR,
    );
    assert.equal(view.recoveryCodesRemaining, 9);
    assert.equal(view.mustEnroll, true);
    assert.equal(view.aal, 1);
  });

  it('reminds of codes that were not confirmed as saved', () => {
    const session = sessionWith([password, totp], { totpFactors: 1, ...codesLeft(10, false) });
    assert.deepEqual(viewOf({ session }, HOUR).nudges, ['recovery-codes-not-saved']);
  });

  it('is of the declared shape in every state', () => {
    for (const identity of [
      {},
      { pending: pendingWith(withFactor) },
      { session: sessionWith([password, recoveryCode], { totpFactors: 1, ...codesLeft(1, false) }) },
    ]) {
      const view = viewOf(identity, HOUR);
      assert.deepEqual(sessionView.parse(view), view);
    }
  });
});

describe('The methods of a sign-in', () => {
  for (const [what, facts, methods] of [
    ['an authenticator app first, then recovery codes', withFactor, ['totp', 'recovery-code']],
    ['no recovery codes when all are used', { totpFactors: 1, ...codesLeft(0) }, ['totp']],
    [
      'no authenticator app when each is locked (L2)',
      { totpFactors: 1, lockedTotpFactors: 1, ...codesLeft(2) },
      ['recovery-code'],
    ],
    [
      'an authenticator app while one of two is not locked',
      { totpFactors: 2, lockedTotpFactors: 1, ...codesLeft(0) },
      ['totp'],
    ],
    ['nothing when nothing is left', { totpFactors: 1, lockedTotpFactors: 1, ...codesLeft(0) }, []],
  ] as const) {
    it(`are ${what}`, () => {
      assert.deepEqual(signInMethods(pendingWith(facts)), methods);
    });
  }
});
