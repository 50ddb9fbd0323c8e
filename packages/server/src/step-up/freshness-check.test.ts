import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from '../api/problem.ts';
import type { Proof } from '../sessions/proof.ts';
import { BEGAN, sessionWith } from '../testing/sessions.fixture.ts';
import { assertSatisfies, type Demand } from './freshness-check.ts';

const MINUTE = 60_000;
const NOW = BEGAN + 10 * MINUTE;
const password = (minutesAgo: number): Proof => ({ method: 'password', at: NOW - minutesAgo * MINUTE });
const totp = (minutesAgo: number): Proof => ({ method: 'totp', at: NOW - minutesAgo * MINUTE });

function verdict(
  proofs: readonly Proof[],
  factors: number,
  demand: Partial<Demand>,
  passwordCanBeAsked = true,
): unknown {
  const session = sessionWith(proofs, { totpFactors: factors });
  try {
    assertSatisfies(
      session,
      { action: 'DELETE /things', aal: 'highest', ...demand },
      NOW,
      passwordCanBeAsked,
    );
    return 'passes';
  } catch (error) {
    assert.ok(error instanceof Problem);
    return error.details.stepUp ?? error.code;
  }
}

const stepUp = (methods: readonly string[], maxAge: number): unknown => ({
  methods,
  maxAge,
  action: 'DELETE /things',
});
const within = 5 * MINUTE;

describe('What an action asks of the person', () => {
  for (const [what, found, wanted] of [
    ['the highest level passes without a factor on the password', verdict([password(60)], 0, {}), 'passes'],
    [
      'the highest level passes with a factor when it was proven',
      verdict([password(9), totp(9)], 1, {}),
      'passes',
    ],
    [
      'the highest level asks for the factor that another session set up meanwhile',
      verdict([password(1)], 1, {}),
      stepUp(['totp'], 86_400),
    ],
    ['a window passes on a fresh factor', verdict([password(9), totp(5)], 1, { within }), 'passes'],
    [
      'a window asks again when the factor is older, however fresh the password',
      verdict([password(0), totp(5.1)], 1, { within }),
      stepUp(['totp'], 300),
    ],
    [
      'a window passes on a fresh password for people without a factor',
      verdict([password(5)], 0, { within }),
      'passes',
    ],
    [
      'a window asks for the password again of people without a factor',
      verdict([password(5.1)], 0, { within }),
      stepUp(['password'], 300),
    ],
    [
      'a window names no method where the host has no password check',
      verdict([password(5.1)], 0, { within }, false),
      stepUp([], 300),
    ],
    ['level 2 refuses people without a factor', verdict([password(0)], 0, { aal: 2 }), 'mfa_required'],
    [
      'level 2 refuses them also when they once proved a factor, now removed',
      verdict([password(0), totp(0)], 0, { aal: 2 }),
      'mfa_required',
    ],
    ['level 2 passes on a proven factor', verdict([password(9), totp(9)], 1, { aal: 2 }), 'passes'],
    [
      'level 1 passes on the password, for people with a factor too',
      verdict([password(9)], 1, { aal: 1 }),
      'passes',
    ],
    [
      'level 1 with a window still asks the factor of people who have one',
      verdict([password(0)], 1, { aal: 1, within }),
      stepUp(['totp'], 300),
    ],
    [
      'a proof from the future is not fresh (S9)',
      verdict([password(9), totp(-1)], 1, { within }),
      stepUp(['totp'], 300),
    ],
    [
      'a recovery code is no proof for a dangerous action',
      verdict([password(0), { method: 'recovery-code', at: NOW }], 1, { within }),
      stepUp(['totp'], 300),
    ],
  ] as const) {
    it(what, () => {
      assert.deepEqual(found, wanted);
    });
  }
});

/** What of an action is answered when it is refused, or `passes`. */
const asked = (proofs: readonly Proof[], demand: Omit<Demand, 'action'>): unknown => {
  const found = verdict(proofs, 1, demand);
  return typeof found === 'object' ? (found as { maxAge: number }).maxAge : found;
};

describe('A proof that is enough for one action', () => {
  const session = (minutesAgo: number): readonly Proof[] => [password(60), totp(minutesAgo)];
  const actions = {
    'billing.charge': { aal: 'highest', within: 5 * MINUTE },
    'workspace.delete': { aal: 'highest', within: MINUTE },
    'billing.export': { aal: 2, within: 15 * MINUTE },
    'notes.read': { aal: 'highest' },
  } as const;
  for (const [minutesAgo, verdicts] of [
    [0, ['passes', 'passes', 'passes', 'passes']],
    [1, ['passes', 'passes', 'passes', 'passes']],
    [1.001, ['passes', 60, 'passes', 'passes']],
    [5, ['passes', 60, 'passes', 'passes']],
    [5.001, [300, 60, 'passes', 'passes']],
    [15, [300, 60, 'passes', 'passes']],
    [15.001, [300, 60, 900, 'passes']],
    [59, [300, 60, 900, 'passes']],
  ] as const) {
    it(`is judged anew for each other: ${minutesAgo} minutes old`, () => {
      assert.deepEqual(
        Object.values(actions).map((demand) => asked(session(minutesAgo), demand)),
        verdicts,
      );
    });
  }

  it('is judged by its own time and never by the age of the session', () => {
    const old = sessionWith([password(600), totp(0)], { totpFactors: 1 });
    const began = { ...old, createdAt: NOW - 600 * MINUTE };
    const demand = { action: 'workspace.delete', aal: 'highest', within: MINUTE } as const;
    assert.deepEqual(assertSatisfies(began, demand, NOW, true), totp(0));
    const young = sessionWith([password(2), totp(2)], { totpFactors: 1 });
    assert.throws(() => assertSatisfies({ ...young, createdAt: NOW }, demand, NOW, true), Problem);
  });
});
