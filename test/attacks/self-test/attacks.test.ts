import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { attacks } from '../attacks.ts';
import { GROUPS, type Attack } from '../attack.ts';
import { run, type Outcome } from '../running/run.ts';
import { canUseManyAddresses, Target, type Inside } from '../running/target.ts';
import { startWeakServer, type WeakServer } from './weak-server.ts';

const REFUSED = /should be refused as/;
const CODE_OF_STATUS_200 = /but was answered 200/;

/** What has to be found in the weak server, and by which words one knows that it was this and nothing else. */
const FOUND: readonly (readonly [id: string, words: RegExp])[] = [
  ['guess-passwords-from-one-address', /too_many_attempts, but was answered 200/],
  ['guess-codes-on-one-sign-in', /challenge_expired.* but was answered 200/],
  ['guess-codes-over-sign-ins', /too_many_attempts, but was answered 200/],
  ['guess-codes-in-parallel-on-one-sign-in', /40 were verified/],
  ['guess-passwords-in-parallel', /30 were verified/],
  ['totp-replay-of-enrolment', CODE_OF_STATUS_200],
  ['totp-replay-of-sign-in', CODE_OF_STATUS_200],
  ['totp-replay-in-parallel', /16 !== 1/],
  ['totp-outside-the-window', CODE_OF_STATUS_200],
  ['totp-enrolment-of-somebody-else', CODE_OF_STATUS_200],
  ['totp-enrolment-of-another-session', CODE_OF_STATUS_200],
  ['recovery-twice', CODE_OF_STATUS_200],
  ['recovery-in-parallel', /8 !== 1/],
  ['session-fixed-before-sign-in', /Expected "actual" to be strictly unequal/],
  ['session-after-sign-out', /\+ 'signed-in'\n- 'signed-out'/],
  ['csrf-missing', REFUSED],
  ['cross-site-fetch', REFUSED],
  ['cross-site-origin', REFUSED],
  ['step-up-old-password', /step_up_required, but was answered 201/],
  ['admin-of-oneself', /forbidden, but was answered 204/],
  ['admin-only-exempt', /forbidden, but was answered 204/],
  ['admin-exempt-for-ever', /validation_failed, but was answered 204/],
  ['case-alone', CODE_OF_STATUS_200],
  ['case-opened-in-parallel', /8 !== 1/],
  ['path-in-disguise', /\/API\/notes/],
  ['enumerate-logins', /401 !== 404/],
];

/** What even the weak server does right. */
const WITHSTOOD = ['signed-out-view', 'totp-of-somebody-else', 'recovery-of-somebody-else'];

function named(id: string): Attack {
  const attack = attacks.find((one) => one.id === id);
  assert.ok(attack, `there is no attack ${id}`);
  return attack;
}

describe('the attacks', () => {
  it('have ids of their own, and say where they come from', () => {
    assert.equal(new Set(attacks.map(({ id }) => id)).size, attacks.length);
    for (const { id, from, title } of attacks) {
      assert.match(id, /^[a-z0-9-]+$/);
      assert.ok(from.length > 0 && title.length > 0, id);
      for (const source of from) {
        assert.match(
          source,
          /^([SLKWBR]\d+$|CWE-\d+$|CVE-\d{4}-\d+$|WSTG-[A-Z]+-\d+$|RFC \d+|NIST SP |WebAuthn §)/,
          id,
        );
      }
    }
  });

  it('are at least 150, in all groups', () => {
    assert.ok(attacks.length >= 150, String(attacks.length));
    for (const group of GROUPS)
      assert.ok(
        attacks.some((attack) => attack.group === group),
        group,
      );
  });
});

describe('attacks on a weak server', () => {
  let server: WeakServer;
  const outcomes = new Map<string, Outcome>();

  async function attack(ids: readonly string[], inside: Inside = {}): Promise<readonly Outcome[]> {
    const manyAddresses = await canUseManyAddresses();
    const target = new Target({ processes: [server.url], origin: server.url, inside, manyAddresses });
    return run(target, ids.map(named), () => undefined);
  }

  before(async () => {
    server = await startWeakServer();
    for (const outcome of await attack([...FOUND.map(([id]) => id), ...WITHSTOOD])) {
      outcomes.set(outcome.attack.id, outcome);
    }
  });

  after(() => server.close());

  for (const [id, words] of FOUND) {
    it(`succeed: ${id}`, () => {
      const error = outcomes.get(id)?.error;
      assert.ok(error instanceof assert.AssertionError, `was not found out: ${String(error)}`);
      assert.match(error.message, words);
    });
  }

  for (const id of WITHSTOOD) {
    it(`come to nothing where it is not weak: ${id}`, () => {
      assert.equal(outcomes.get(id)?.error, undefined);
    });
  }

  for (const events of [0, 2]) {
    it(`succeed when the audit has ${events} events instead of one`, async () => {
      const eventsOf = ([requestId = '']: readonly string[]) => {
        const row = { request_id: requestId, event: 'auth.2fa.failure', reason: 'wrong' };
        return Promise.resolve(Array.from({ length: events }, () => row));
      };
      const audit = { eventsOf, all: () => Promise.resolve('') };
      const [outcome] = await attack(['totp-of-somebody-else'], { audit });
      assert.match(String(outcome?.error), new RegExp(`the audit has ${events} times auth.2fa.failure`));
    });
  }

  it('succeed when a secret is in the log or in the audit', async () => {
    const leak = () => Promise.resolve('{"msg":"sign-in with acme-demo-passphrase"}');
    const audit = { eventsOf: () => Promise.resolve([]), all: leak };
    const leaky = await attack(['session-after-sign-out'], { log: leak, audit });
    for (const place of ['log', 'audit']) {
      const outcome = leaky.find(({ attack: { id } }) => id === `secrets-in-${place}`);
      assert.match(String(outcome?.error), /K6: a password is in/);
    }
  });
});
