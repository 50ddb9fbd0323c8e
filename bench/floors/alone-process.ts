import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { entriesOf, type Origin } from '../../packages/server/src/activity/journal.ts';
import type { LivePendingSignIn } from '../../packages/server/src/api/call.ts';
import { argon2Hasher } from '../../packages/server/src/ports/hasher.ts';
import { newId } from '../../packages/server/src/secrets/ids.ts';
import { createSessions } from '../../packages/server/src/sessions/sessions.ts';
import { createCompletion } from '../../packages/server/src/sign-in/completion.ts';
import { openStore } from '../../packages/server/src/store/open-store.ts';
import { timed, type Sample } from '../load/load.ts';
import { ORIGIN } from '../load/request.ts';
import { answerParent, settings } from '../running/in-child.ts';
import type { Work } from './alone.ts';

/** Parts of what the kit does, each by itself: no HTTP, no guards, nothing around it. */
const { url } = settings as { url: string };

const store = openStore(url);
const HOUR = 3_600_000;
const limits = { absolute: 24 * HOUR, idle: HOUR };
const nothingAsked = {
  level: 'none',
  reasons: [],
  methods: ['passkey', 'totp'],
  passkeyOnly: false,
} as const;
const sessions = createSessions({
  store,
  users: { find: () => Promise.resolve(undefined) },
  limits,
  rememberDevice: false,
  requirements: {
    of: () => nothingAsked,
    settled: (_user, facts) => Promise.resolve(facts),
    noticed: (_user, facts) => Promise.resolve(facts),
    maySkipChallenge: () => false,
    assertMet: () => Promise.resolve(),
  },
});
const completion = createCompletion({ store, sessions, devices: { allowed: false } as never });
const hasher = argon2Hasher();

const originNow = (): Origin => ({
  now: Date.now(),
  requestId: newId(),
  ip: '192.0.2.7',
  userAgent: 'Firefox',
});

async function findSession(tokenHash: string): Promise<{ userId: string; id: string }> {
  const now = Date.now();
  const session = await store.findSession(tokenHash, now, now - HOUR);
  if (!session) throw new Error('no such session');
  return session;
}

async function attemptTotp(tokenHash: string, right: boolean): Promise<void> {
  const origin = originNow();
  const pending = await store.findPendingSignIn(tokenHash, origin.now);
  if (!pending) throw new Error('no such sign-in');
  const { userId } = pending.facts;
  const attempt = { id: newId(), at: origin.now, userId, pendingTokenHash: tokenHash };
  const counted = await store.countTotpAttempt(attempt);
  const [factor] = counted.verdict === 'counted' ? counted.factors : [];
  if (!factor) throw new Error('not counted');
  if (!right) {
    const failure = {
      event: 'auth.2fa.failure',
      outcome: 'failure',
      reason: 'wrong',
      method: 'totp',
    } as const;
    await store.recordFailure(attempt, origin.now, () => entriesOf(origin, userId)(failure));
    return;
  }
  const user = { id: userId, name: userId, displayName: userId, emails: [] };
  const live: LivePendingSignIn = {
    ...pending,
    user,
    csrf: '',
    requirement: nothingAsked,
    rememberDevice: false,
  };
  const used = { id: factor.id, label: factor.name };
  await completion.signIn({ origin, parameters: {}, query: undefined, body: undefined }, live, {
    proof: { method: 'totp', at: origin.now, factor: factor.id },
    attempt,
    spent: { method: 'totp', factorId: factor.id, step: Math.floor(origin.now / 30_000) },
    happenings: () => [{ event: 'auth.2fa.success', outcome: 'success', method: 'totp', factor: used }],
    lost: () => Promise.reject(new Error('the code was used')),
  });
}

async function doOnce(work: Work, index: number): Promise<unknown> {
  const item = work.items[index] as never;
  switch (work.scenario) {
    case 'session':
      return findSession(item);
    case 'factors': {
      const { userId, id } = await findSession(item);
      return store.listFactors(userId, id, Date.now());
    }
    case 'activity': {
      const { userId } = await findSession(item);
      return store.listActivity(userId, { most: 51 });
    }
    case 'totp':
      return attemptTotp(item, true);
    case 'failed-totp':
      return attemptTotp(item, false);
    case 'recovery-code':
      return hasher.verify(item, Buffer.alloc(32));
    case 'passkey':
      return verify(item);
  }
}

async function verify(asked: {
  response: AuthenticationResponseJSON;
  challenge: string;
  publicKey: string;
}): Promise<void> {
  const { response, challenge, publicKey } = asked;
  const { verified } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: ORIGIN,
    expectedRPID: 'localhost',
    credential: {
      id: response.id,
      publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
      counter: 0,
    },
  });
  if (!verified) throw new Error('not verified');
}

await store.migrate(Date.now());
answerParent('ready', (work: Work): Promise<Sample> =>
  timed(work.items.length, work.connections, (index) => doOnce(work, index)),
);
