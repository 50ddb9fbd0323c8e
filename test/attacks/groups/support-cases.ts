import assert from 'node:assert/strict';
import { attacksOn } from '../attack.ts';
import { alike, refused, succeeded, successes } from '../checks/expect.ts';
import { newPerson, signedIn, signInWithApp, type Person } from '../cast/people.ts';
import { newWorkspace, supportAgent } from '../cast/workspace.ts';
import type { Scene } from '../cast/scene.ts';
import type { Answer } from '../http/answer.ts';
import type { Browser } from '../http/browser.ts';

const CASES = '/mfa/admin/recoveries';

const request = (subject: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  evidence: { kind: 'video call', reference: 'TICKET-7' },
  reason: 'lost phone',
  ...subject,
});

const start = (browser: Browser, subject: Readonly<Record<string, unknown>>): Promise<Answer> =>
  browser.post(CASES, request(subject));

const idOf = (answer: Answer): string => String(answer.body['id']);

interface OpenCase {
  readonly person: Person;
  readonly opener: Browser;
  readonly other: Browser;
  readonly path: string;
}

/** A case that one of support opened, and another one who has not decided yet. */
async function openCase(scene: Scene): Promise<OpenCase> {
  const person = await newPerson(scene);
  const [opener, other] = [await supportAgent(scene), await supportAgent(scene)];
  const opened = succeeded(await start(opener.browser, { userId: person.id }), 201);
  return { person, opener: opener.browser, other: other.browser, path: `${CASES}/${idOf(opened)}` };
}

export const supportCases = attacksOn('administration', [
  {
    id: 'case-alone',
    title: 'Nobody lets a person in alone: who opened a case cannot decide it, in any of their browsers',
    from: ['R4', 'CWE-284', 'WSTG-BUSL-06'],
    async run(scene) {
      const person = await newPerson(scene);
      const agent = await supportAgent(scene);
      const opened = succeeded(await start(agent.browser, { userId: person.id }), 201);
      const elsewhere = await signInWithApp(scene, agent);
      for (const browser of [agent.browser, elsewhere])
        for (const how of ['approve', 'reject'])
          refused(await browser.post(`${CASES}/${idOf(opened)}/${how}`), 'forbidden');
    },
  },
  {
    id: 'case-about-oneself',
    title: 'Nobody of support opens or decides a case about themselves, by id or by login',
    from: ['R4', 'CWE-284'],
    async run(scene) {
      const [ada, kim] = [await supportAgent(scene), await supportAgent(scene)];
      refused(await start(ada.browser, { userId: ada.id }), 'forbidden');
      refused(await start(ada.browser, { login: ada.login }), 'forbidden');
      const opened = succeeded(await start(kim.browser, { login: ada.login }), 201);
      refused(await ada.browser.post(`${CASES}/${idOf(opened)}/approve`), 'forbidden');
    },
  },
  {
    id: 'case-by-others',
    title: 'Admins, members and strangers open, decide and list no cases; by logins they learn nothing',
    from: ['B5', 'CWE-203', 'CWE-204', 'CWE-862', 'WSTG-IDNT-04'],
    async run(scene) {
      const { admin, member } = await newWorkspace(scene);
      const { path } = await openCase(scene);
      for (const { browser } of [admin, member]) {
        refused(await browser.get(CASES), 'forbidden');
        refused(await browser.post(`${path}/approve`), 'forbidden');
        const known = refused(await start(browser, { login: member.login }), 'forbidden');
        alike(known, await start(browser, { login: `${scene.unique('nobody')}@example.com` }));
        alike(known, await start(browser, { userId: scene.unique('nobody') }));
      }
      refused(await start(scene.browser(), { login: member.login }), 'session_required');
    },
  },
  {
    id: 'case-bent',
    title: 'A case is for one person, named one way, with evidence that is a reference',
    from: ['CWE-20', 'CWE-915', 'CWE-843'],
    async run(scene) {
      const { browser } = await supportAgent(scene);
      const { id, login } = await newPerson(scene);
      for (const subject of [
        {},
        { userId: id, login },
        { userId: [id] },
        { login: { $ne: '' } },
        { login: `${login}\0` },
        { userId: '' },
        { userId: id, evidence: 'TICKET-7' },
        { userId: id, evidence: { kind: 'passport', reference: 'x', scan: 'data:image/png;base64,AAAA' } },
        { userId: id, skipWait: true },
        { userId: id, skipWait: { reason: '' } },
        { userId: id, status: 'ready' },
        { userId: id, readyAt: '2020-01-01T00:00:00Z' },
      ])
        refused(await start(browser, subject), 'validation_failed');
      succeeded(await start(browser, { login }), 201);
    },
  },
  {
    id: 'case-opened-in-parallel',
    title: 'Of eight cases for one person at the same instant, by id and by login, one is opened',
    from: ['S1', 'CWE-362'],
    async run(scene) {
      const { id, login } = await newPerson(scene);
      const { browser } = await supportAgent(scene);
      const answers = await scene.atOnce(
        Array.from({ length: 8 }, (_, index) => ({
          browser,
          request: browser.request('POST', CASES, request(index % 2 === 0 ? { userId: id } : { login })),
        })),
      );
      assert.equal(successes(answers), 1);
      for (const answer of answers)
        if (answer.status === 201) scene.expectEvent(answer, 'auth.recovery.tier3_started');
        else refused(answer, 'conflict');
    },
  },
  {
    id: 'case-decided-in-parallel',
    title: 'Of approvals and rejections of one case at the same instant, one decides',
    from: ['S1', 'R4', 'CWE-362'],
    async run(scene) {
      const { other, path } = await openCase(scene);
      const third = await supportAgent(scene);
      const contenders = [other, third.browser].flatMap((browser) =>
        ['approve', 'reject', 'approve', 'reject'].map((how) => ({
          browser,
          request: browser.request('POST', `${path}/${how}`),
        })),
      );
      const answers = await scene.atOnce(contenders);
      assert.equal(successes(answers), 1);
      for (const answer of answers) if (answer.status !== 200) refused(answer, 'conflict');
    },
  },
  {
    id: 'case-replayed',
    title: 'A decision that was sent once does nothing when it is sent again, nor does the other one',
    from: ['S1', 'CWE-294'],
    async run(scene) {
      const { other, path } = await openCase(scene);
      const rejected = succeeded(await other.post(`${path}/reject`));
      scene.expectEvent(rejected, 'auth.recovery.tier3_rejected');
      refused(await other.post(`${path}/reject`), 'conflict');
      refused(await other.post(`${path}/approve`), 'conflict');
    },
  },
  {
    id: 'case-skips-nothing-unseen',
    title: 'Who is let in sooner hears of the case, and the reason is on record with both of support',
    from: ['R4', 'CWE-778'],
    async run(scene) {
      const person = await signedIn(scene);
      const [opener, other] = [await supportAgent(scene), await supportAgent(scene)];
      const skipWait = { reason: 'travels tomorrow' };
      const opened = succeeded(await start(opener.browser, { login: person.login, skipWait }), 201);
      scene.expectEvent(opened, 'auth.recovery.tier3_started');
      assert.ok((await scene.mailTo(person.login)).length >= 1, 'the person is told');
      assert.equal(opened.body['status'], 'pending', 'the second person is never skipped');
      succeeded(await other.browser.post(`${CASES}/${idOf(opened)}/approve`));
      const { text } = succeeded(await other.browser.get(CASES));
      for (const known of [opener.id, other.id, 'travels tomorrow']) assert.ok(text.includes(known));
    },
  },
  {
    id: 'case-stolen-session',
    title: 'A stolen session cookie of support alone can open and decide no case',
    from: ['R4', 'CWE-306', 'RFC 9470'],
    movesClock: true,
    async run(scene) {
      const { person, other, path } = await openCase(scene);
      await scene.advance(5 * 60 + 1);
      const thief = scene.browser(scene.newAddress());
      thief.setCookie('session', other.cookie('session'));
      succeeded(await thief.get('/mfa/session'));
      refused(await thief.post(`${path}/approve`), 'step_up_required');
      refused(await start(thief, { login: person.login }), 'step_up_required');
    },
  },
]);
