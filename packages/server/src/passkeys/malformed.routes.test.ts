import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, before, it } from 'node:test';
import { hashOfToken } from '../secrets/tokens.ts';
import type { Row } from '../store/sql/unit-of-work.ts';
import type { Browser, Reply } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { creationOptions, holdPasskey, newDevice, oneClick, requestOptions } from './testing/ceremonies.ts';
import { brokenAssertion, brokenRegistration, type Json, type Mutation } from './testing/mutations.ts';
import type { SoftwareAuthenticator } from './testing/software-authenticator.ts';

const RUNS = 100;

/** The challenge that a response names, as far as it can be read. */
function challengeIn(response: unknown): unknown {
  try {
    const { clientDataJSON } = (response as { response: { clientDataJSON: string } }).response;
    return (JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as Json)['challenge'];
  } catch {
    return undefined;
  }
}

describeOnEachDatabase('A malformed response (W8)', (database) => {
  let kit: RunningKit;
  let device: SoftwareAuthenticator;
  before(async () => {
    kit = await startKit({ database });
    device = newDevice(kit);
    await holdPasskey(kit.browser(), device);
  });
  after(() => kit.close());

  /** What is stored: the challenges, and everything else but the record of refusals. */
  async function stored(): Promise<{ challenges: readonly Row[]; rest: Json }> {
    const { mfa_ceremonies: challenges = [], ...tables } = await kit.tables();
    const refusals = { mfa_audit_events: undefined, mfa_attempts: undefined, mfa_throttles: undefined };
    return { challenges, rest: { ...tables, ...refusals } };
  }

  /** Sends a response that something is wrong with, and judges what came of it. */
  async function judge(
    made: { challenge: string; response: unknown },
    mutation: Mutation,
    earlier: Json,
    send: (body: unknown) => Promise<Reply>,
  ): Promise<void> {
    const response = mutation.apply(made.response as Json);
    const reply = await send({ response });
    const told = `${mutation.what}: ${reply.text}`;
    const code = reply.body['code'];
    if (reply.status === 400) assert.equal(code, 'validation_failed', told);
    else if (reply.status === 413) assert.equal(code, 'payload_too_large', told);
    else assert.deepEqual([reply.status, code], [401, 'passkey_rejected'], told);
    const { challenges, rest } = await stored();
    assert.deepEqual(rest, earlier, told);
    // What is not of the declared shape was never looked into; all else used its challenge up before it was verified (rule W1).
    const read = reply.status === 401 && challengeIn(response) === made.challenge;
    const row = challenges.find(({ challenge_hash }) => challenge_hash === hashOfToken(made.challenge));
    assert.equal(row?.['used_at'] !== null, read, told);
  }

  it('to a sign-in is refused, whatever is wrong with it, and changes nothing', async () => {
    const send = (body: unknown): Promise<Reply> => kit.browser().post('/passkey-sign-in', body);
    const { rest } = await stored();
    await fc.assert(
      fc.asyncProperty(brokenAssertion, async (mutation) => {
        // Twenty refusals in five minutes would close the address (rule L4), and a hundred are wanted.
        kit.clock.advance(5 * 60_000);
        const options = await requestOptions(kit.browser(), '/passkey-sign-in');
        await judge({ challenge: options.challenge, response: device.get(options) }, mutation, rest, send);
      }),
      { numRuns: RUNS },
    );
    expectStatus(await oneClick(kit.browser(), device), 200);
  });

  it('to a step-up is refused, whatever is wrong with it, and changes nothing', async () => {
    const browser: Browser = kit.browser();
    expectStatus(await oneClick(browser, device), 200);
    const { rest } = await stored();
    // Within a session the handle may be missing, but it may not be another one.
    const harmless = 'without response.userHandle';
    await fc.assert(
      fc.asyncProperty(
        brokenAssertion.filter(({ what }) => what !== harmless),
        async (mutation) => {
          const options = await requestOptions(browser, '/challenge/passkey');
          await judge(
            { challenge: options.challenge, response: device.get(options) },
            mutation,
            rest,
            (body) => browser.post('/challenge/passkey', body),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('to an enrolment is refused, whatever is wrong with it, and changes nothing', async () => {
    const browser = await signIn(kit.browser(), 'grace');
    await creationOptions(browser);
    const { rest } = await stored();
    await fc.assert(
      fc.asyncProperty(brokenRegistration, async (mutation) => {
        const options = await creationOptions(browser);
        const response = newDevice(kit).create(options, { attestation: 'packed-self' });
        await judge({ challenge: options.challenge, response }, mutation, rest, (body) =>
          browser.post('/passkeys', body),
        );
      }),
      { numRuns: RUNS },
    );
  });
});
