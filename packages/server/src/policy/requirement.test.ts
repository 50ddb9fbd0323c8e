import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BEGAN, factsWith } from '../testing/sessions.fixture.ts';
import { BY_DEFAULT } from './policy.fixture.ts';
import type { Policy } from './policy.ts';
import type { Owed } from './policy.store.ts';
import { keptBy, nextReminder, requirementOf, unseenDeadlines, type Requirement } from './requirement.ts';

const NOW = BEGAN;
const DAY = 86_400_000;
const IN_TWO_WEEKS = NOW + 14 * DAY;

interface Situation {
  readonly role?: string;
  readonly tier?: string;
  readonly totp?: number;
  readonly locked?: number;
  readonly passkeys?: number;
  readonly policy?: Partial<Policy>;
  readonly owed?: Partial<Owed>;
  readonly now?: number;
}

const argumentsOf = ({
  role,
  tier,
  totp = 0,
  locked = 0,
  passkeys = 0,
  policy,
  owed,
  now = NOW,
}: Situation) =>
  [
    { ...(role !== undefined && { role }), ...(tier !== undefined && { tier }) },
    factsWith({
      totpFactors: totp,
      lockedTotpFactors: locked,
      passkeys,
      owed: { workspace: 'analytical', ...(policy && { policy: { ...BY_DEFAULT, ...policy } }), ...owed },
    }),
    BY_DEFAULT,
    now,
  ] as const;

const asked = (situation: Situation): Requirement => requirementOf(...argumentsOf(situation));
const starting = (situation: Situation) => unseenDeadlines(...argumentsOf(situation));
const brief = (situation: Situation): unknown => {
  const { level, reasons, deadline } = asked(situation);
  return [level, reasons, ...(deadline === undefined ? [] : [deadline])];
};

describe('What policy asks of a person', () => {
  for (const [who, situation, expected] of [
    ['advises who need not and has nothing', {}, ['recommended', []]],
    [
      'is not met by a locked authenticator, which proves nothing any more (L2)',
      { role: 'admin', totp: 1, locked: 1 },
      ['grace', ['role'], IN_TWO_WEEKS],
    ],
    [
      'is met by an authenticator that is not locked',
      { role: 'admin', totp: 2, locked: 1 },
      ['none', ['role']],
    ],
    ['asks nothing of who need not and has a factor', { totp: 1 }, ['none', []]],
    ['asks admins by their role', { role: 'admin' }, ['grace', ['role'], IN_TWO_WEEKS]],
    [
      'asks other roles where the policy names them',
      { role: 'clerk', policy: { roles: ['clerk'] } },
      ['grace', ['role'], IN_TWO_WEEKS],
    ],
    [
      'asks admins nothing where the policy names them no more',
      { role: 'admin', policy: { roles: [] } },
      ['recommended', []],
    ],
    [
      'asks everybody where the workspace does',
      { policy: { required: true } },
      ['grace', ['workspace'], IN_TWO_WEEKS],
    ],
    [
      'asks by tier, whatever the workspace says',
      { tier: 'enterprise', policy: {} },
      ['grace', ['tier'], IN_TWO_WEEKS],
    ],
    [
      'tells every reason there is',
      { role: 'admin', tier: 'enterprise', policy: { required: true } },
      ['grace', ['role', 'workspace', 'tier'], IN_TWO_WEEKS],
    ],
    [
      'keeps the reasons once it is met',
      { role: 'admin', totp: 1, owed: { deadline: NOW - DAY } },
      ['none', ['role']],
    ],
    [
      'is enforced at the deadline, not before',
      { role: 'admin', owed: { deadline: NOW } },
      ['enforced', ['role'], NOW],
    ],
    [
      'leaves time to the last millisecond',
      { role: 'admin', owed: { deadline: NOW + 1 } },
      ['grace', ['role'], NOW + 1],
    ],
    [
      'is enforced at once without any grace',
      { role: 'admin', policy: { graceDays: 0 } },
      ['enforced', ['role'], NOW],
    ],
  ] as const satisfies readonly (readonly [string, Situation, unknown])[]) {
    it(who, () => {
      assert.deepEqual(brief(situation), expected);
    });
  }

  it('holds to the stored deadline, whatever the policy says about grace by now (R5)', () => {
    const owed = { deadline: NOW + DAY };
    for (const graceDays of [0, 14, 365])
      assert.equal(asked({ role: 'admin', policy: { graceDays }, owed }).deadline, NOW + DAY);
  });

  it('knows a deadline of one requirement when another one asks: nothing starts anew (R5)', () => {
    const owed = { deadline: NOW - DAY };
    assert.deepEqual(brief({ policy: { required: true }, owed }), ['enforced', ['workspace'], NOW - DAY]);
    assert.deepEqual(starting({ policy: { required: true }, owed }), {});
  });

  it('holds nobody to a deadline while they are exempt, and leaves it where it was (R5)', () => {
    const owed = { deadline: NOW - DAY, exemptUntil: NOW + 1 };
    const exempt = asked({ role: 'admin', owed });
    assert.deepEqual([exempt.level, exempt.deadline, exempt.exemptUntil], ['grace', NOW - DAY, NOW + 1]);
    const after = asked({ role: 'admin', owed, now: NOW + 1 });
    assert.deepEqual([after.level, after.deadline, after.exemptUntil], ['enforced', NOW - DAY, undefined]);
  });

  it('is met by whatever factor, a locked one too', () => {
    for (const factors of [{ totp: 1 }, { passkeys: 1 }])
      assert.equal(asked({ role: 'admin', ...factors }).level, 'none');
    assert.deepEqual(asked({ role: 'admin' }).methods, ['passkey', 'totp']);
  });
});

describe('What policy asks of a role that has to be safe from phishing', () => {
  const policy = { phishingResistantRoles: ['admin'], roles: [] };

  it('is a passkey, by that role, also where no other rule asks for anything', () => {
    const requirement = asked({ role: 'admin', policy });
    assert.deepEqual(
      [requirement.level, requirement.reasons, requirement.methods],
      ['grace', ['role'], ['passkey']],
    );
    assert.equal(asked({ role: 'member', policy }).level, 'recommended');
  });

  it('is not met by an authenticator app, and has a deadline of its own: an old one blocks nobody by surprise', () => {
    const owed = { deadline: NOW - 100 * DAY };
    assert.deepEqual(brief({ role: 'admin', policy, totp: 1, owed }), ['grace', ['role'], IN_TWO_WEEKS]);
    assert.deepEqual(starting({ role: 'admin', policy, totp: 1, owed }), { passkeyDeadline: IN_TWO_WEEKS });
    const late = { ...owed, passkeyDeadline: NOW };
    assert.deepEqual(brief({ role: 'admin', policy, totp: 1, owed: late }), ['enforced', ['role'], NOW]);
  });

  it('does not take the deadline off who has nothing at all', () => {
    const owed = { deadline: NOW - DAY };
    assert.deepEqual(brief({ role: 'admin', policy, owed }), ['enforced', ['role'], NOW - DAY]);
  });

  for (const [when, situation, passkeyOnly] of [
    [
      'not before there is a passkey: a code still lets in to make one',
      { totp: 1, owed: { passkeyDeadline: NOW - DAY } },
      false,
    ],
    ['not while there is time', { totp: 1, passkeys: 1, owed: { passkeyDeadline: NOW + 1 } }, false],
    ['from the deadline on', { totp: 1, passkeys: 1, owed: { passkeyDeadline: NOW } }, true],
    ['at once for who had one when it was asked', { totp: 1, passkeys: 1 }, true],
    ['while the person is exempt, too: they have it', { passkeys: 1, owed: { exemptUntil: NOW + 1 } }, true],
  ] as const satisfies readonly (readonly [string, Situation, boolean])[]) {
    it(`lets prove by passkey alone ${when}`, () => {
      assert.equal(asked({ role: 'admin', policy, ...situation }).passkeyOnly, passkeyOnly);
    });
  }

  it('lets other roles prove as they like', () => {
    assert.equal(asked({ role: 'member', policy, passkeys: 1, totp: 1 }).passkeyOnly, false);
  });
});

describe('The deadlines that start', () => {
  it('are those of what is asked and not there, once', () => {
    assert.deepEqual(starting({ role: 'admin' }), { deadline: IN_TWO_WEEKS });
    assert.deepEqual(starting({ role: 'admin', owed: { deadline: NOW - DAY } }), {});
    assert.deepEqual(starting({ role: 'admin', policy: { phishingResistantRoles: ['admin'] } }), {
      deadline: IN_TWO_WEEKS,
      passkeyDeadline: IN_TWO_WEEKS,
    });
  });

  it('are none for who need not, and for who has it already', () => {
    assert.deepEqual(starting({}), {});
    assert.deepEqual(starting({ role: 'admin', totp: 1 }), {});
    const policy = { phishingResistantRoles: ['admin'] };
    assert.deepEqual(starting({ role: 'admin', passkeys: 1, policy }), {});
  });
});

describe('The next reminder', () => {
  it('is seven days, three days and one day before a deadline, and then none', () => {
    const deadline = NOW + 14 * DAY;
    const times: number[] = [];
    for (let at: number | undefined = NOW; at !== undefined; at = nextReminder({ deadline }, at))
      times.push(at);
    assert.deepEqual(times, [NOW, deadline - 7 * DAY, deadline - 3 * DAY, deadline - DAY]);
  });

  it('is the nearest one of both deadlines', () => {
    const deadlines = { deadline: NOW + 8 * DAY, passkeyDeadline: NOW + 4 * DAY };
    assert.equal(nextReminder(deadlines, NOW), NOW + DAY);
  });

  it('is none within a day of the deadline, after it, and where there is none', () => {
    for (const deadline of [NOW + DAY, NOW, NOW - DAY])
      assert.equal(nextReminder({ deadline }, NOW), undefined);
    assert.equal(nextReminder({}, NOW), undefined);
  });
});

describe('What stays when factors are removed (S7)', () => {
  for (const [level, situation, kept] of [
    ['nothing of who need not', { totp: 1 }, 'nothing'],
    ['a factor of who has met it', { role: 'admin', totp: 1 }, 'factor'],
    ['a factor in grace', { role: 'admin' }, 'factor'],
    [
      'a passkey where the role asks for one',
      { role: 'admin', policy: { phishingResistantRoles: ['admin'] } },
      'passkey',
    ],
    ['a factor of who is exempt', { role: 'admin', owed: { exemptUntil: NOW + 1 } }, 'factor'],
  ] as const satisfies readonly (readonly [string, Situation, string])[]) {
    it(`is ${level}`, () => {
      assert.equal(keptBy(asked(situation)), kept);
    });
  }
});
