import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addApp, signIn } from '../testing/people.ts';
import { mailsOf, subjects } from '../testing/recoveries.ts';
import type { RunningKit } from '../testing/running-kit.ts';
import { become, changePolicy, DAY, startWorkspace } from './testing/workspace.ts';

let kit: RunningKit;
beforeEach(async () => {
  kit = await startWorkspace();
});
afterEach(() => kit.close());

/** What a person is told while days go by, and on which of them. */
async function told(days: number, name = 'ada'): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let day = 1; day <= days; day += 1) {
    const mails = await mailsOf(
      kit,
      () => {
        kit.clock.advance(DAY);
        return Promise.resolve();
      },
      name,
    );
    lines.push(...subjects(mails).map((subject) => `${day}: ${subject}`));
  }
  return lines;
}

describe('Reminders', () => {
  it('go out seven days, three days and one day before the deadline, and never again', async () => {
    await signIn(kit.browser());
    assert.deepEqual(
      await told(40),
      [7, 11, 13].map((day) => `${day}: Remember to set up two-step sign-in`),
    );
  });

  it('say until when, and are in the audit as what the kit did by itself', async () => {
    await signIn(kit.browser());
    await kit.mfa.jobs.runDue();
    const { events } = await kit.audited(() => told(7));
    assert.deepEqual(
      events.map(({ event, subject, actor_kind: actor }) => [event, subject, actor]),
      [['auth.enforcement.reminded', 'user-ada', 'system']],
    );
    assert.match(kit.mails.at(-1)!.text, /From 29 January 2026/);
  });

  it('go out once when the jobs run at the same time in several places', async () => {
    await signIn(kit.browser());
    const mails = await mailsOf(kit, () => {
      kit.clock.advance(8 * DAY);
      return Promise.all([kit.mfa.jobs.runDue(), kit.mfa.jobs.runDue()]);
    });
    assert.equal(mails.length, 1);
  });

  it('are one, not three, when the jobs did not run for long', async () => {
    await signIn(kit.browser());
    const mails = await mailsOf(kit, () => {
      kit.clock.advance(13.5 * DAY);
      return Promise.resolve();
    });
    assert.equal(mails.length, 1);
    assert.deepEqual(await told(10), []);
  });

  it('are none after the deadline', async () => {
    await signIn(kit.browser());
    const mails = await mailsOf(kit, () => {
      kit.clock.advance(20 * DAY);
      return Promise.resolve();
    });
    assert.deepEqual(mails, []);
  });

  it('begin with what is left of a short grace', async () => {
    await changePolicy(kit, { graceDays: 2 });
    await signIn(kit.browser());
    assert.deepEqual(await told(5), ['1: Remember to set up two-step sign-in']);
  });

  for (const [who, change] of [
    ['set it up', () => undefined],
    ['need not any more', () => become(kit, 'ada', { role: 'member' })],
    ['are disabled', () => become(kit, 'ada', { disabled: true })],
    ['are gone', () => kit.users.delete('user-ada')],
    [
      'are exempt',
      () =>
        kit.sql(
          `UPDATE mfa_deadlines SET exempt_until = ${kit.clock.now() + 30 * DAY} WHERE user_id = 'user-ada'`,
        ),
    ],
  ] as const) {
    it(`are not for those who ${who}`, async () => {
      const browser = await signIn(kit.browser());
      if (who === 'set it up') await addApp(kit, browser);
      await change();
      await kit.mfa.jobs.runDue();
      assert.deepEqual(await told(15), []);
    });
  }

  it('go on for who has to again, with the deadline that there was', async () => {
    await signIn(kit.browser());
    become(kit, 'ada', { role: 'member' });
    assert.deepEqual(await told(8), []);
    become(kit, 'ada', { role: 'admin' });
    assert.deepEqual(
      await told(8),
      [3, 5].map((day) => `${day}: Remember to set up two-step sign-in`),
    );
  });
});

describe('Reminders of many', () => {
  it('are not held up by one whom the host cannot look up just now, who is reminded later', async () => {
    await kit.close();
    let broken = false;
    kit = await startWorkspace({
      configuration: {
        users: {
          find: (id) =>
            broken && id === 'user-ada'
              ? Promise.reject(new Error('no directory'))
              : Promise.resolve(kit.users.get(id)),
          verifyPassword: (login) =>
            Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
        },
      },
    });
    become(kit, 'grace', { role: 'admin' });
    for (const name of ['ada', 'grace']) await signIn(kit.browser(), name);
    await kit.mfa.jobs.runDue();
    broken = true;
    kit.clock.advance(7 * DAY);
    const first = await mailsOf(kit, () => kit.mfa.jobs.runDue(), 'grace').then(() => kit.mails);
    const reminded = () => first.filter(({ subject }) => subject.includes('Remember')).map(({ to }) => to);
    assert.deepEqual(reminded(), ['grace@example.com']);
    broken = false;
    await kit.mfa.jobs.runDue();
    assert.deepEqual(reminded(), ['grace@example.com', 'ada@example.com']);
  });
});
