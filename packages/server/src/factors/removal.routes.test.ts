import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import {
  answerChallenge,
  enrolPasskey,
  holdPasskey,
  newSecurityKey,
} from '../passkeys/testing/ceremonies.ts';
import type { Reply } from '../testing/browser.ts';
import type { MakeDatabase } from '../store/testing/databases.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  AuthenticatorApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  people,
  prove,
  signIn,
  signInFully,
} from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

let kit: RunningKit;
afterEach(() => kit.close());

const methodsOf = (reply: Reply): readonly string[] =>
  (reply.body['amr'] as { method: string }[]).map(({ method }) => method);

describeOnEachDatabase('Whoever got in with a factor that is removed', (database) => {
  const start = async (): Promise<void> => {
    kit = await startKit({
      database,
      host: (app, mfa) => {
        app.post('/pay', mfa.require({ within: '5m', aal: 2 }), (_request, response) => {
          response.json({});
        });
      },
    });
  };

  it('is out, also after adding a factor of their own and removing it again (S4)', async () => {
    await start();
    const owner = kit.browser();
    const old = await enrol(kit, owner);
    const phone = await addApp(kit, owner, 'New phone');
    const thief = await signInFully(kit, kit.browser(), old.app);
    const own = await addApp(kit, thief, 'A thief’s');
    expectStatus(await thief.delete(`/totp/${own.factorId}`), 204);

    await prove(kit, owner, phone.app);
    expectStatus(await owner.delete(`/totp/${old.factorId}`), 204);
    expectProblem(await thief.host('POST', '/pay', {}), 401, 'session_required');
    expectProblem(await thief.post('/totp'), 401, 'session_required');
    expectStatus(await owner.host('POST', '/pay', {}), 200);
  });

  it('leaves nothing behind in the session that removes it: level and freshness come of what is left (S4)', async () => {
    await start();
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    kit.clock.advance(240_000);
    const other = await addApp(kit, browser, 'Tablet');
    expectStatus(await browser.delete(`/totp/${other.factorId}`), 204);
    const view = await browser.get('/session');
    assert.deepEqual([view.body['aal'], methodsOf(view)], [2, ['password', 'totp']]);
    expectProblem(await browser.host('POST', '/pay', {}), 401, 'step_up_required');
    await prove(kit, browser, app);
    expectStatus(await browser.delete('/factors'), 204);
    const after = await browser.get('/session');
    assert.deepEqual([after.body['aal'], methodsOf(after)], [1, ['password']]);
  });

  it('stays at level 2 who moves to a new phone: proven with the old one, the new one added, the old one removed', async () => {
    await start();
    const browser = kit.browser();
    const old = await enrol(kit, browser);
    kit.clock.advance(600_000);
    await prove(kit, browser, old.app);
    await addApp(kit, browser, 'New phone');
    expectStatus(await browser.delete(`/totp/${old.factorId}`), 204);
    const view = await browser.get('/session');
    assert.deepEqual([view.body['aal'], methodsOf(view)], [2, ['password', 'totp']]);
    expectStatus(await browser.host('POST', '/pay', {}), 200);
  });

  it('is out with a security key too, however many others were added after it (S4)', async () => {
    await start();
    const owner = kit.browser();
    const phone = await holdPasskey(owner, newSecurityKey(kit));
    const thief = await signIn(kit.browser());
    expectStatus(await answerChallenge(thief, phone.device), 200);
    const added = expectStatus(await enrolPasskey(thief, newSecurityKey(kit)), 201);
    const { id } = added.body['passkey'] as { id: string };
    expectStatus(await thief.delete(`/passkeys/${id}`), 200);
    expectStatus(await owner.delete(`/passkeys/${phone.passkeyId}`), 200);
    expectProblem(await thief.get('/factors'), 401, 'session_required');
  });
});

/** The kit of a host whose look-up of people can be made to wait: a request waits between being let in and doing its work. */
async function startHeld(
  database: MakeDatabase,
): Promise<{ readonly hold: (request: () => Promise<Reply>) => Promise<Held> }> {
  let gate: Promise<undefined> | undefined;
  let arrived = Promise.withResolvers<undefined>();
  kit = await startKit({
    database,
    configuration: {
      users: {
        async find(id) {
          if (gate) {
            arrived.resolve(undefined);
            await gate;
          }
          return people().find((person) => person.id === id);
        },
        verifyPassword: (login, password) =>
          Promise.resolve(password === PASSWORD ? people().find(({ name }) => name === login) : undefined),
      },
    },
  });
  return {
    async hold(request) {
      const held = Promise.withResolvers<undefined>();
      arrived = Promise.withResolvers();
      gate = held.promise;
      const reply = request();
      await arrived.promise;
      gate = undefined;
      return {
        go: () => {
          held.resolve(undefined);
          return reply;
        },
      };
    },
  };
}

/** A request that was let in and waits. */
interface Held {
  go(): Promise<Reply>;
}

const factorsLeft = async (): Promise<number> => (await kit.tables())['mfa_totp_factors']!.length;

describeOnEachDatabase('A removal that was let in, and waits', (database) => {
  it('removes nothing by the password when a first factor was set up meanwhile (S5)', async () => {
    const { hold } = await startHeld(database);
    const thief = await signIn(kit.browser(), 'grace');
    const owner = await signIn(kit.browser(), 'grace');
    const late = await hold(() => thief.delete('/factors'));
    await addApp(kit, owner);
    expectProblem(await late.go(), 409, 'conflict');
    assert.equal(await factorsLeft(), 1);
    expectStatus(await owner.get('/factors'), 200);
  });

  for (const [ending, status] of [
    ['DELETE /sessions', 204],
    ['DELETE /sessions/:id', 204],
    ['POST /sign-out', 204],
  ] as const) {
    it(`removes nothing when its session was ended meanwhile, by ${ending}`, async () => {
      const { hold } = await startHeld(database);
      const owner = kit.browser();
      const { app } = await enrol(kit, owner);
      const thief = await signInFully(kit, kit.browser(), app);
      await prove(kit, owner, app);
      const sessions = (await thief.get('/sessions')).body['sessions'] as { id: string; current: boolean }[];
      const stolen = sessions.find(({ current }) => current)!.id;
      const late = await hold(() => thief.delete('/factors'));
      const ended =
        ending === 'POST /sign-out'
          ? await thief.copy().post('/sign-out')
          : await owner.delete(ending.replace('DELETE ', '').replace(':id', stolen));
      expectStatus(ended, status);
      expectProblem(await late.go(), 401, 'session_required');
      assert.equal(await factorsLeft(), 1);
      expectStatus(await owner.get('/factors'), 200);
    });
  }

  it('removes no factor that was a pending enrolment when it was let in, without a proof', async () => {
    const { hold } = await startHeld(database);
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    const started = expectStatus(await browser.post('/totp'), 201);
    const id = String(started.body['id']);
    const secret = new AuthenticatorApp(String(started.body['secret']));
    const late = await hold(() => browser.copy().delete(`/totp/${id}`));
    const code = secret.codeAt(kit.clock.now());
    expectStatus(await browser.post(`/totp/${id}/confirm`, { code }), 200);
    const reply = await late.go();
    assert.ok(reply.status >= 400 && reply.status < 500, reply.text);
    assert.equal(await factorsLeft(), 2);
    await prove(kit, browser, app);
  });

  it('sent twice at once goes through once, and the other is told why', async () => {
    await startHeld(database);
    const browser = kit.browser();
    const { factorId } = await enrol(kit, browser);
    await addApp(kit, browser, 'Tablet');
    const replies = await Promise.all([1, 2, 3].map(() => browser.copy().delete(`/totp/${factorId}`)));
    assert.equal(replies.filter(({ status }) => status === 204).length, 1);
    assert.ok(replies.every(({ status }) => [204, 404, 409].includes(status)));
    assert.equal(await factorsLeft(), 1);
  });
});
