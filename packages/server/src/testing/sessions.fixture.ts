import type { LivePendingSignIn, LiveSession } from '../api/call.ts';
import type { Requirement } from '../policy/requirement.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { Proof } from '../sessions/proof.ts';

/** The moment at which sessions of fixtures began. */
export const BEGAN = Date.UTC(2026, 0, 15, 12);

const user = { id: 'user-ada', name: 'ada@example.com', displayName: 'Ada', emails: ['ada@example.com'] };

export const factsWith = (facts: Partial<AccountFacts> = {}): AccountFacts => ({
  userId: user.id,
  epoch: 0,
  totpFactors: 0,
  lockedTotpFactors: 0,
  passkeys: 0,
  owed: { workspace: '' },
  ...facts,
});

/** The recovery codes of somebody who has so many left. */
export const codesLeft = (remaining: number, confirmed = true): Partial<AccountFacts> => ({
  recoveryCodes: { remaining, total: 10, createdAt: BEGAN, confirmed },
});

/** What is asked of somebody of whom nothing is. */
export const NOTHING_ASKED: Requirement = {
  level: 'none',
  reasons: [],
  methods: ['passkey', 'totp'],
  passkeyOnly: false,
};

export const sessionWith = (proofs: readonly Proof[], facts: Partial<AccountFacts> = {}): LiveSession => ({
  tokenHash: 'hash',
  id: 'session-1',
  userId: user.id,
  proofs,
  createdAt: BEGAN,
  expiresAt: BEGAN + 24 * 3_600_000,
  lastSeenAt: BEGAN,
  ip: '203.0.113.9',
  userAgent: 'test',
  user,
  csrf: 'the csrf value',
  facts: factsWith(facts),
  requirement: NOTHING_ASKED,
});

export const pendingWith = (facts: Partial<AccountFacts>): LivePendingSignIn => ({
  tokenHash: 'hash',
  proofs: [{ method: 'password', at: BEGAN }],
  expiresAt: BEGAN + 600_000,
  facts: factsWith(facts),
  requirement: NOTHING_ASKED,
  user,
  csrf: 'the csrf value',
  rememberDevice: true,
});
