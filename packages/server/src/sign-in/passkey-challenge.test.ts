import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Happening } from '../activity/audit-event.ts';
import type { Entry } from '../activity/journal.ts';
import type { Call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { answerTo, openPasskeyServices, type PasskeyServices } from '../passkeys/testing/services.ts';
import type { Traits } from '../passkeys/testing/software-authenticator.ts';
import type { Store } from '../store/store.ts';
import { inMemory } from '../store/testing/databases.ts';
import { START } from '../store/testing/person.ts';
import type { SignInOutcome } from './sign-in.ts';

const securityKey: Partial<Traits> = { synced: false };
const WAYS = ['alone', 'second half', 'step-up'] as const;
type Way = (typeof WAYS)[number];

interface Raced {
  readonly outcome: SignInOutcome | Problem;
  /** What was written to the audit after somebody else was first. */
  readonly told: readonly (readonly [Happening['event'], Happening['outcome'], string | undefined])[];
}

/** Proves with a passkey while, between reading it and writing its use, somebody else does something. */
async function raced(
  way: Way,
  traits: Partial<Traits>,
  meanwhile: (services: PasskeyServices, store: Store, call: Call) => Promise<void>,
): Promise<Raced> {
  let interrupt: (() => Promise<void>) | undefined;
  const entries: Entry[] = [];
  const first = async (): Promise<void> => {
    const work = interrupt;
    interrupt = undefined;
    await work?.();
  };
  const services = await openPasskeyServices(inMemory, traits, (store) => ({
    completePasskeySignIn: async (signIn) => {
      await first();
      const outcome = await store.completePasskeySignIn(signIn);
      if (outcome === 'completed') entries.push(...signIn.entries);
      return outcome;
    },
    completeSignIn: async (completion) => {
      await first();
      const outcome = await store.completeSignIn(completion);
      if (outcome === 'completed') entries.push(...completion.entries(undefined));
      return outcome;
    },
    completeStepUp: async (completion) => {
      await first();
      const outcome = await store.completeStepUp(completion);
      if (outcome === 'completed') entries.push(...completion.entries);
      return outcome;
    },
    recordPasskeyFailure: async (pending, failure) => {
      await store.recordPasskeyFailure(pending, (pendingEnded) => {
        const made = failure(pendingEnded);
        entries.push(...made);
        return made;
      });
    },
  }));
  const { challenge, device, store } = services;
  const call =
    way === 'alone'
      ? services.fromNowhere()
      : await (way === 'step-up' ? services.inSession() : services.inChallenge());
  const options = await (way === 'alone' ? challenge.signInOptions(call) : challenge.options(call));
  const response = answerTo(device, options, { counter: 7 });
  entries.length = 0;
  interrupt = async () => {
    await meanwhile(services, store, call);
    entries.length = 0;
  };
  const proving = way === 'alone' ? challenge.signIn(call, response) : challenge.prove(call, response);
  const outcome = await proving.catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
  await services.close();
  return { outcome, told: entries.map(({ event }) => [event.event, event.outcome, event.reason]) };
}

/** The same passkey, copied, signs in at the same counter. */
async function copyIsUsed({ challenge, device, fromNowhere }: PasskeyServices): Promise<void> {
  const response = answerTo(device, await challenge.signInOptions(fromNowhere()), { counter: 7 });
  await challenge.signIn(fromNowhere(), response);
}

async function passkeyIsRevoked(services: PasskeyServices, store: Store, call: Call): Promise<void> {
  const { session } = call.session ? { session: call.session } : await services.inSession();
  const { userId, id: currentId, facts } = session;
  const [passkey] = await store.listPasskeys(userId);
  const removal = {
    userId,
    currentId,
    now: START,
    seenSince: 0,
    epoch: facts.epoch,
    keeping: 'nothing',
  } as const;
  assert.equal(await store.removePasskey(removal, passkey!.id, () => []), 'removed');
}

const failureOf = {
  alone: 'auth.sign_in.failure',
  'second half': 'auth.2fa.failure',
  'step-up': 'auth.step_up.failure',
} as const;

for (const way of WAYS) {
  describe(`A passkey that proves (${way}) while something else happens to it`, () => {
    it('is refused when a copy of a security key was quicker, and that is reported as what it is (W6, S1)', async () => {
      const { outcome, told } = await raced(way, securityKey, copyIsUsed);
      assert.ok(outcome instanceof Problem);
      assert.equal(outcome.code, 'passkey_rejected');
      assert.deepEqual(told, [
        [failureOf[way], 'failure', 'counter'],
        ['auth.passkey.counter_anomaly', 'blocked', undefined],
      ]);
    });

    it('is accepted when another device of a synced passkey was quicker, and that is reported (W6)', async () => {
      const { outcome, told } = await raced(way, {}, copyIsUsed);
      assert.ok(!(outcome instanceof Problem));
      assert.equal(outcome.view.state, 'signed-in');
      assert.deepEqual(told[0], ['auth.passkey.counter_anomaly', 'success', undefined]);
    });
  });
}

describe('A passkey that is revoked between its look-up and its use', () => {
  it('signs nobody in, and the browser is told to forget it', async () => {
    const { outcome, told } = await raced('alone', {}, passkeyIsRevoked);
    assert.ok(outcome instanceof Problem);
    assert.equal(outcome.details.unknownCredential, true);
    assert.deepEqual(told, [['auth.sign_in.failure', 'failure', 'unknown-credential']]);
  });

  it('proves nothing in a session, also when that had been opened with it and was left without (S4)', async () => {
    const { outcome, told } = await raced('step-up', {}, passkeyIsRevoked);
    assert.ok(outcome instanceof Problem);
    assert.equal(outcome.code, 'session_required');
    assert.deepEqual(told, []);
  });

  it('finishes no sign-in: that one was begun with factors which have changed (S5)', async () => {
    const { outcome } = await raced('second half', {}, passkeyIsRevoked);
    assert.ok(outcome instanceof Problem);
    assert.equal(outcome.code, 'challenge_expired');
  });
});
