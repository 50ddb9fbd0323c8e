import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, prove, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

/** More than one request looks at. */
const ELSEWHERE = 210;
const HERE = 60;

/** Cases of two workspaces; Sam sees those of his own. Those of the other are newer. */
describeOnEachDatabase('The list of cases', (database) => {
  let kit: RunningKit;
  let sam: Browser;
  let samsApp: Enrolled;
  /** Whom the host was asked for, as often as it was. */
  let asked: string[] = [];
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        authorize: (_actor, action, subject) =>
          Promise.resolve(
            action !== 'recovery-case.list' || subject === undefined || subject.workspace === 'here',
          ),
        users: {
          find: (id) => {
            asked.push(id);
            return Promise.resolve(kit.users.get(id));
          },
          findByLogin: (login) => Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
          verifyPassword: (login) =>
            Promise.resolve([...kit.users.values()].find(({ name }) => name === login)),
        },
      },
    });
    sam = kit.browser();
    meet('sam', 'here');
    samsApp = await enrol(kit, sam, 'sam');
    await openCases('here', HERE);
    await openCases('elsewhere', ELSEWHERE);
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => kit.close());

  function meet(id: string, workspace: string): void {
    const name = `${id}@example.com`;
    kit.users.set(`user-${id}`, { id: `user-${id}`, name, displayName: id, emails: [name], workspace });
  }

  async function openCases(workspace: string, count: number): Promise<void> {
    for (let nth = 1; nth <= count; nth += 1) {
      const id = `${workspace}-${String(nth).padStart(3, '0')}`;
      meet(id, workspace);
      kit.clock.advance(1000);
      await open(id);
    }
  }

  async function open(id: string, browser = sam): Promise<string> {
    const request = {
      userId: `user-${id}`,
      evidence: { kind: 'call', reference: 'T-7' },
      reason: 'lost phone',
    };
    let reply = await browser.post('/admin/recoveries', request);
    if (reply.status === 401) {
      await prove(kit, browser, samsApp.app);
      reply = await browser.post('/admin/recoveries', request);
    }
    return String(expectStatus(reply, 201).body['id']);
  }

  interface Page {
    readonly people: readonly string[];
    readonly next: string | null;
  }

  async function page(cursor?: string): Promise<Page> {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    const { body } = expectStatus(await sam.get(`/admin/recoveries${query}`), 200);
    const recoveries = body['recoveries'] as { userId: string }[];
    return { people: recoveries.map(({ userId }) => userId), next: body['next'] as string | null };
  }

  /** All pages, to the last. */
  async function pages(): Promise<readonly Page[]> {
    const all = [await page()];
    for (let next = all[0]!.next; next !== null; next = all.at(-1)!.next) all.push(await page(next));
    return all;
  }

  const ofHere = (from: number, to: number): string[] =>
    Array.from({ length: from - to + 1 }, (_, index) => `user-here-${String(from - index).padStart(3, '0')}`);

  it('reaches each case that one may see, however many others there are before it, and none twice', async () => {
    const all = await pages();
    assert.deepEqual(
      all.flatMap(({ people }) => people),
      ofHere(HERE, 1),
    );
    assert.deepEqual(
      all.map(({ people }) => people.length),
      [0, 50, 10],
      'a page may be empty and still have a next one',
    );
  });

  it('asks the host for each person once in a request, and for no more than a part of all', async () => {
    const { next } = await page();
    const first = asked.filter((id) => id !== 'user-sam');
    assert.equal(first.length, 200);
    assert.equal(new Set(first).size, first.length);
    asked = [];
    await page(next!);
    const counts = Map.groupBy(asked, (id) => id);
    // Sam is who asks, and who started each of them.
    assert.ok(counts.get('user-sam')!.length <= 2, String(counts.get('user-sam')!.length));
    counts.delete('user-sam');
    assert.ok([...counts.values()].every((times) => times.length === 1));
  });

  it('takes no cursor that is not its own: not that of another workspace, nor that of the members', async () => {
    const { next } = await page();
    meet('rob', 'elsewhere');
    const rob = kit.browser();
    await enrol(kit, rob, 'rob');
    expectProblem(await rob.get(`/admin/recoveries?cursor=${next!}`), 400, 'validation_failed');
    for (const cursor of ['x', 'AAAA.k1', `${next!}x`, '', encodeURIComponent('{"open":true}')])
      expectProblem(await sam.get(`/admin/recoveries?cursor=${cursor}`), 400, 'validation_failed');
    expectProblem(await sam.get('/admin/recoveries?workspace=elsewhere'), 400, 'validation_failed');
  });

  it('has the open ones first, whenever they were opened', async () => {
    meet('kim', 'here');
    const kim = kit.browser();
    const { app } = await enrol(kit, kim, 'kim');
    for (const { id } of (await firstOnes()).slice(0, 10)) {
      const reject = (): ReturnType<Browser['post']> => kim.post(`/admin/recoveries/${id}/reject`);
      if ((await reject()).status === 401) {
        await prove(kit, kim, app);
        expectStatus(await reject(), 200);
      }
    }
    const all = await pages();
    assert.deepEqual(
      all.flatMap(({ people }) => people),
      [...ofHere(HERE - 10, 1), ...ofHere(HERE, HERE - 9)],
    );
  });

  async function firstOnes(): Promise<readonly { id: string }[]> {
    const { next } = await page();
    const { body } = expectStatus(await sam.get(`/admin/recoveries?cursor=${next!}`), 200);
    return body['recoveries'] as { id: string }[];
  }
});
