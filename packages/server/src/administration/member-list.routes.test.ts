import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Users } from '../ports/users.ts';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import {
  addApp,
  enrol,
  expectProblem,
  expectStatus,
  PASSWORD,
  people,
  signIn,
  signInFully,
  type Enrolled,
} from '../testing/people.ts';
import { DAY } from '../testing/recoveries.ts';
import { startKit, type KitOptions, type RunningKit } from '../testing/running-kit.ts';
import type { Member } from './member-view.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** Somebody else whom the host knows. */
function meet(kit: RunningKit, id: string, workspace: string, role = 'member'): void {
  const name = `${id}@example.com`;
  kit.users.set(id, { id, name, displayName: id, emails: [name], workspace, role });
}

const configuration: KitOptions['configuration'] = {
  policy: { roles: ['admin'], graceDays: 14 },
  authorize: (actor, action) =>
    Promise.resolve((action === 'member.list' || action === 'member.exempt') && actor.role === 'admin'),
};

interface Page {
  readonly members: readonly Member[];
  readonly next: string | null;
}

async function list(browser: Browser, asked: Readonly<Record<string, string>> = {}): Promise<Page> {
  const reply = await browser.get(`/admin/members?${String(new URLSearchParams(asked))}`);
  return expectStatus(reply, 200).body as unknown as Page;
}

describeOnEachDatabase('The list of members', (database) => {
  let kit: RunningKit;
  let admin: Browser;
  let adminsApp: Enrolled;
  before(async () => {
    kit = await startKit({ database, configuration });
    for (const [name, role] of Object.entries({ ada: 'admin', grace: 'admin', linus: 'member' }))
      kit.users.set(`user-${name}`, { ...kit.users.get(`user-${name}`)!, workspace: 'w1', role });
    meet(kit, 'user-eve', 'w2', 'admin');
    adminsApp = await enrol(kit, kit.browser());
  });
  beforeEach(async () => {
    admin = await signInFully(kit, kit.browser(), adminsApp.app);
  });
  after(() => kit.close());

  const member = async (id: string): Promise<Member | undefined> =>
    (await list(admin)).members.find((one) => one.id === id);

  it('names everybody of the workspace, in the order of the host, with what is known of them', async () => {
    const signedInAt = kit.clock.now();
    assert.deepEqual(await list(admin), {
      members: [
        {
          id: 'user-ada',
          name: 'ada@example.com',
          displayName: 'Ada',
          role: 'admin',
          mfa: 'totp',
          requirement: { level: 'none', reasons: ['role'] },
          deadline: null,
          exemptUntil: null,
          lastSignInAt: iso(signedInAt),
          isSelf: true,
        },
        {
          id: 'user-grace',
          name: 'grace@example.com',
          displayName: 'Grace',
          role: 'admin',
          mfa: 'none',
          requirement: { level: 'grace', reasons: ['role'] },
          deadline: null,
          exemptUntil: null,
          lastSignInAt: null,
          isSelf: false,
        },
        {
          id: 'user-linus',
          name: 'linus@example.com',
          displayName: 'Linus',
          role: 'member',
          mfa: 'none',
          requirement: { level: 'recommended', reasons: [] },
          deadline: null,
          exemptUntil: null,
          lastSignInAt: null,
          isSelf: false,
        },
      ],
      next: null,
    });
  });

  it('never names people of another workspace, whatever the host answers', async () => {
    const talkative = await startKit({
      database,
      configuration: {
        ...configuration,
        users: {
          ...usersOf(kit),
          members: () => Promise.resolve([...kit.users.values()]),
        },
      },
    });
    const eve = await signIn(talkative.browser(), 'user-eve');
    const { members } = await list(eve);
    assert.deepEqual(
      members.map(({ id }) => id),
      ['user-eve'],
    );
    await talkative.close();
  });

  it('tells the deadline once it was noticed, and that it is over when it is', async () => {
    const noticed = kit.clock.now();
    await signIn(kit.browser(), 'grace');
    const grace = await member('user-grace');
    assert.deepEqual(
      [grace?.requirement, grace?.deadline, grace?.lastSignInAt],
      [{ level: 'grace', reasons: ['role'] }, iso(noticed + 14 * DAY), iso(noticed)],
    );
    kit.clock.advance(15 * DAY);
    admin = await signInFully(kit, kit.browser(), adminsApp.app);
    const late = await member('user-grace');
    assert.deepEqual(
      [late?.requirement.level, late?.deadline],
      ['enforced', iso(noticed + 14 * DAY)],
      'nobody moved it (R5)',
    );
  });

  it('tells half a sign-in from a whole one', async () => {
    const before = (await member('user-ada'))?.lastSignInAt;
    kit.clock.advance(60_000);
    await signIn(kit.browser(), 'ada');
    assert.equal((await member('user-ada'))?.lastSignInAt, before);
  });

  it('is by the policy of this workspace for somebody who came from another and did not sign in since', async () => {
    await signIn(kit.browser(), 'linus');
    kit.users.set('user-linus', { ...kit.users.get('user-linus')!, workspace: 'w2' });
    const eve = await signIn(kit.browser(), 'user-eve');
    await kit.sql(
      `INSERT INTO mfa_policies (workspace, required, grace_days, roles, remember_device, phishing_resistant_roles)
       VALUES ('w2', 1, 14, '[]', 1, '[]')`,
    );
    const linus = (await list(eve)).members.find(({ id }) => id === 'user-linus');
    assert.deepEqual(linus?.requirement, { level: 'grace', reasons: ['workspace'] });
    kit.users.set('user-linus', { ...kit.users.get('user-linus')!, workspace: 'w1' });
    assert.deepEqual((await member('user-linus'))?.requirement.reasons, []);
  });

  it('can be narrowed to what people have, and to what is asked of them', async () => {
    const ids = async (status: string): Promise<string[]> =>
      (await list(admin, { status })).members.map(({ id }) => id);
    assert.deepEqual(await ids('totp'), ['user-ada']);
    assert.deepEqual(await ids('none'), ['user-grace', 'user-linus']);
    assert.deepEqual(await ids('enforced'), ['user-grace']);
    assert.deepEqual(await ids('exempt'), []);
    await kit.sql(
      `UPDATE mfa_deadlines SET exempt_until = ${kit.clock.now() + DAY} WHERE user_id = 'user-grace'`,
    );
    assert.deepEqual(
      [await ids('enforced'), await ids('grace'), await ids('exempt')],
      [[], ['user-grace'], ['user-grace']],
    );
    for (const status of ['passkey', 'both']) assert.deepEqual(await ids(status), []);
  });

  it('takes no status or cursor but its own, and no other word', async () => {
    for (const query of [
      'status=all',
      'status=',
      'status=none&status=totp',
      'cursor=',
      'cursor=x',
      'cursor=user-ada',
      'cursor=AAAA.k1',
      `cursor=${'A'.repeat(60)}.k1`,
      `cursor=${'A'.repeat(60)}.k9`,
      `cursor=${'A'.repeat(3000)}.k1`,
      'limit=7',
      'workspace=w2',
    ])
      expectProblem(await admin.get(`/admin/members?${query}`), 400, 'validation_failed');
  });

  it('is for those whom the host lets, in a session that may do more than enrol', async () => {
    expectProblem(await kit.browser().get('/admin/members'), 401, 'session_required');
    expectProblem(
      await (await signIn(kit.browser(), 'ada')).get('/admin/members'),
      401,
      'challenge_required',
    );
    expectProblem(await (await signIn(kit.browser(), 'linus')).get('/admin/members'), 403, 'forbidden');
    const restricted = await signIn(kit.browser(), 'ada');
    await restricted.post('/challenge/recovery-code', { code: adminsApp.recoveryCodes[0] });
    expectProblem(await restricted.get('/admin/members'), 403, 'enrolment_required');
  });
});

/** The people of a kit, for another one. */
const usersOf = (kit: RunningKit): Users => ({
  find: (id) => Promise.resolve(kit.users.get(id)),
  verifyPassword: (login, password) =>
    Promise.resolve(
      password === PASSWORD ? [...kit.users.values()].find(({ name }) => name === login) : undefined,
    ),
});

describeOnEachDatabase('A long list of members', (database) => {
  const COUNT = 240;
  let kit: RunningKit;
  let admin: Browser;
  /** What the host was asked for, since it was last looked at. */
  let asked: number[] = [];
  const numbered = (number: number): string => `person-${String(number).padStart(3, '0')}`;
  before(async () => {
    const known = new Map(people().map((user) => [user.id, user]));
    const sorted = () => [...known.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    kit = await startKit({
      database,
      configuration: {
        ...configuration,
        users: {
          find: (id) => Promise.resolve(known.get(id)),
          verifyPassword: (login, password) =>
            Promise.resolve(
              password === PASSWORD ? [...known.values()].find(({ name }) => name === login) : undefined,
            ),
          members(workspace, { after = '', limit }) {
            asked.push(limit);
            const page = sorted().filter((user) => user.workspace === workspace && user.id > after);
            return Promise.resolve(page.slice(0, limit));
          },
        },
      },
    });
    known.clear();
    for (let number = 0; number < COUNT; number += 1) {
      const id = numbered(number);
      const name = `${id}@example.com`;
      const role = number === 0 ? 'admin' : 'member';
      known.set(id, { id, name, displayName: id, emails: [name], workspace: 'w1', role });
    }
    known.set('user-eve', {
      id: 'user-eve',
      name: 'eve@example.com',
      displayName: 'Eve',
      emails: ['eve@example.com'],
      workspace: 'w2',
      role: 'admin',
    });
    for (const number of [3, 130, 239]) await addApp(kit, await signIn(kit.browser(), numbered(number)));
    admin = await signIn(kit.browser(), numbered(0));
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => kit.close());

  async function readAll(query: Readonly<Record<string, string>>): Promise<readonly Page[]> {
    const pages: Page[] = [await list(admin, query)];
    for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next) {
      assert.ok(pages.length < 20, 'it ends');
      pages.push(await list(admin, { ...query, cursor: next }));
    }
    return pages;
  }

  it('comes a page at a time, with everybody on one page', async () => {
    const pages = await readAll({});
    assert.deepEqual(
      pages.map(({ members }) => members.length),
      [50, 50, 50, 50, 40],
    );
    assert.deepEqual(
      pages.flatMap(({ members }) => members.map(({ id }) => id)),
      Array.from({ length: COUNT }, (_, number) => numbered(number)),
    );
    assert.equal(asked.length, pages.length, 'the host is asked once for each');
  });

  it('is read on to find the few of a status, so far in one call and no further', async () => {
    const pages = await readAll({ status: 'totp' });
    assert.deepEqual(
      pages.map(({ members }) => members.map(({ id }) => id)),
      [[numbered(3), numbered(130)], [numbered(239)]],
    );
    assert.ok(asked.length <= 5 && asked.every((limit) => limit <= 51));
  });

  it('loses nobody and repeats nobody where a page is full in the middle of one of the host’s', async () => {
    const pages = await readAll({ status: 'none' });
    const found = pages.flatMap(({ members }) => members.map(({ id }) => id));
    const expected = Array.from({ length: COUNT }, (_, number) => numbered(number)).filter(
      (id) => ![3, 130, 239].map(numbered).includes(id),
    );
    assert.deepEqual(found, expected);
    assert.ok(pages.every(({ members }) => members.length <= 50));
  });

  it('goes on from a cursor of its own and from no other: altered, or from another workspace', async () => {
    const { next } = await list(admin);
    assert.ok(next);
    assert.ok(!next.includes(numbered(49)), 'it names nobody');
    assert.ok(!Buffer.from(next, 'base64url').toString('latin1').includes('person'));
    for (let place = 0; place < next.length; place += 7) {
      const altered = `${next.slice(0, place)}${next[place] === 'A' ? 'B' : 'A'}${next.slice(place + 1)}`;
      expectProblem(await admin.get(`/admin/members?cursor=${altered}`), 400, 'validation_failed');
    }
    const eve = await signIn(kit.browser(), 'eve');
    const refused = expectProblem(await eve.get(`/admin/members?cursor=${next}`), 400, 'validation_failed');
    assert.deepEqual(refused.body['fields'], [{ path: 'cursor', code: 'custom' }]);
    assert.deepEqual(
      (await list(eve)).members.map(({ id }) => id),
      ['user-eve'],
    );
    assert.equal((await list(admin, { cursor: next })).members[0]?.id, numbered(50));
  });

  it('is asked for as often as one likes, and changes nothing (B4)', async () => {
    const before = await kit.tables();
    await list(admin);
    await admin.send('HEAD', '/admin/members');
    assert.deepEqual(await kit.tables(), before);
  });
});

describe('A host that does not name the people of a workspace', () => {
  it('has no list of members', async () => {
    const others = await startKit({ configuration });
    const kit = await startKit({ configuration: { ...configuration, users: usersOf(others) } });
    const browser = await signIn(kit.browser());
    expectProblem(await browser.get('/admin/members'), 404, 'not_found');
    await kit.close();
    await others.close();
  });

  it('or cannot right now, answers so (S8)', async () => {
    const others = await startKit({ configuration });
    const users = { ...usersOf(others), members: () => Promise.reject(new Error('the directory is away')) };
    const kit = await startKit({
      configuration: { ...configuration, users, authorize: () => Promise.resolve(true) },
    });
    const browser = await signIn(kit.browser());
    expectProblem(await browser.get('/admin/members'), 503, 'unavailable');
    await kit.close();
    await others.close();
  });
});
