import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, people, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

interface Held {
  readonly kit: RunningKit;
  /** Holds the next look-up of a person. */
  hold(): { readonly arrived: Promise<void>; go(): void };
}

describeOnEachDatabase('A request of somebody who is deleted while it is answered', (database) => {
  async function started(): Promise<Held> {
    let held: { arrived: PromiseWithResolvers<void>; gone: PromiseWithResolvers<void> } | undefined;
    const find = async (id: string): Promise<ReturnType<typeof people>[number] | undefined> => {
      const waiting = held;
      held = undefined;
      waiting?.arrived.resolve();
      await waiting?.gone.promise;
      return people().find((person) => person.id === id);
    };
    const [, grace] = people();
    const verifyPassword = (): Promise<typeof grace> => Promise.resolve(grace);
    const kit = await startKit({ database, configuration: { users: { find, verifyPassword } } });
    return {
      kit,
      hold() {
        const now = { arrived: Promise.withResolvers<void>(), gone: Promise.withResolvers<void>() };
        held = now;
        return { arrived: now.arrived.promise, go: () => now.gone.resolve() };
      },
    };
  }

  for (const path of ['/totp', '/passkeys/options']) {
    it(`is answered session_required, and leaves nothing of them: POST ${path}`, async () => {
      const { kit, hold } = await started();
      const browser = await signIn(kit.browser(), 'grace');
      const { arrived, go } = hold();
      const answer = browser.post(path);
      await arrived;
      await kit.mfa.userDeleted('user-grace');
      go();
      expectProblem(await answer, 401, 'session_required');
      const { mfa_totp_enrolments: enrolments, mfa_ceremonies: challenges } = await kit.tables();
      assert.deepEqual([enrolments, challenges], [[], []]);
      await kit.close();
    });
  }
});
