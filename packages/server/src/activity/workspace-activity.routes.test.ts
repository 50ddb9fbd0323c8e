import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AdministrativeAction } from '../ports/authorize.ts';
import type { Browser } from '../testing/browser.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { enrol, expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { recordsOf } from './testing/csv-reader.ts';
import type { WorkspaceEvent } from './workspace-activity.ts';

const PATHS = ['/admin/activity', '/admin/audit.csv'];

describeOnEachDatabase('The audit of a workspace', (database) => {
  let kit: RunningKit;
  let admin: Browser;
  const asked: [string, AdministrativeAction, string | undefined][] = [];
  before(async () => {
    kit = await startKit({
      database,
      configuration: {
        authorize: (actor, action, subject) => {
          asked.push([actor.id, action, subject?.id]);
          return Promise.resolve(actor.id === 'user-ada');
        },
      },
    });
    for (const [id, workspace] of [
      ['user-ada', 'acme'],
      ['user-grace', 'acme'],
      ['user-linus', 'elsewhere'],
    ] as const)
      kit.users.set(id, { ...kit.users.get(id)!, workspace });
    admin = kit.browser();
    await enrol(kit, admin);
    await signIn(kit.browser(), 'grace');
    await signIn(kit.browser(), 'linus');
    await kit.browser().post('/sign-in', { login: 'nobody@example.com', password: 'wrong, on purpose' });
  });
  after(() => kit.close());

  const read = async (query = ''): Promise<readonly WorkspaceEvent[]> =>
    expectStatus(await admin.get(`/admin/activity${query}`), 200).body['events'] as WorkspaceEvent[];

  it('is for those whom the host says so of, asked for each reading', async () => {
    const grace = await signIn(kit.browser(), 'grace');
    for (const path of PATHS) {
      asked.length = 0;
      expectProblem(await grace.get(path), 403, 'forbidden');
      expectStatus(await admin.get(path), 200);
      assert.deepEqual(asked, [
        ['user-grace', 'audit.read', undefined],
        ['user-ada', 'audit.read', undefined],
      ]);
      expectProblem(await kit.browser().get(path), 401, 'session_required');
    }
  });

  it('is of the workspace that the administrator is in, and of no other, whoever is asked for', async () => {
    const events = await read('?limit=100');
    const subjects = new Set(events.map(({ subject }) => subject?.id));
    assert.deepEqual(subjects, new Set(['user-ada', 'user-grace']));
    assert.deepEqual(await read('?subject=user-linus'), []);
    const [first] = await kit.audit('user-linus');
    assert.equal((first as unknown as { workspace: string }).workspace, 'elsewhere');
  });

  it('is of one person, where that is asked for', async () => {
    const events = await read('?subject=user-grace');
    assert.ok(events.length > 0);
    assert.ok(events.every(({ subject }) => subject?.id === 'user-grace'));
  });

  it('tells whose account, of which workspace, by whom, in which session, on which request, and the details', async () => {
    const [event] = await read('?type=auth.sign_in.success&subject=user-grace&limit=1');
    const stored = (await kit.audit('user-grace')).findLast(
      ({ event: name }) => name === 'auth.sign_in.success',
    )!;
    assert.deepEqual(event?.subject, { id: 'user-grace', name: 'grace@example.com' });
    assert.deepEqual(event.actor, { kind: 'user', id: 'user-grace', name: 'grace@example.com' });
    assert.equal(event.workspace, 'acme');
    assert.deepEqual(
      [event.session, event.requestId, event.details, event.current],
      [stored.session_id, stored.request_id, { stage: 'complete' }, false],
    );
  });

  it('has the true reason of a refusal', async () => {
    const pending = await signIn(kit.browser());
    expectProblem(await pending.post('/challenge/recovery-code', { code: 'no code' }), 401, 'invalid_code');
    const [event] = await read('?type=auth.2fa.failure&limit=1');
    assert.equal(event?.reason, 'format');
  });

  it('is filtered and read on like a person\u2019s', async () => {
    const all = await read('?limit=100');
    const { body } = await admin.get('/admin/activity?limit=3');
    const rest = await read(`?limit=100&cursor=${String(body['next'])}`);
    assert.deepEqual([...(body['events'] as WorkspaceEvent[]), ...rest], all);
    expectProblem(await admin.get('/admin/activity?from=2026-01-16&to=2026-01-15'), 400, 'validation_failed');
    expectProblem(await admin.get('/admin/activity?workspace=elsewhere'), 400, 'validation_failed');
    expectProblem(await admin.get('/admin/audit.csv?subject='), 400, 'validation_failed');
  });

  it('is a table as well, of the same events', async () => {
    const reply = expectStatus(await admin.get('/admin/audit.csv'), 200);
    assert.equal(reply.headers.get('content-disposition'), 'attachment; filename="audit-2026-01-15.csv"');
    const lines = recordsOf(reply.text);
    const events = await read('?limit=100');
    assert.deepEqual(
      lines.map(({ id, subject, subjectName, actor, reason, details }) => ({
        id,
        subject,
        subjectName,
        actor,
        reason,
        details,
      })),
      events.map(({ id, subject, actor, reason, details }) => ({
        id,
        subject: subject?.id ?? '',
        subjectName: subject?.name ?? '',
        actor: actor.kind,
        reason: reason ?? '',
        details: Object.keys(details).length === 0 ? '' : JSON.stringify(details),
      })),
    );
  });

  it('has no secret of the run in it (K6)', async () => {
    const texts = [
      (await admin.get('/admin/activity?limit=100')).text,
      (await admin.get('/admin/audit.csv')).text,
    ];
    for (const secret of kit.witness.secrets)
      for (const text of texts) assert.ok(!text.includes(secret), `${secret.slice(0, 4)}…`);
  });

  it('still names by id whom the host does not know any more', async () => {
    const grace = kit.users.get('user-grace')!;
    kit.users.delete('user-grace');
    const [event] = await read('?subject=user-grace&limit=1');
    assert.deepEqual(event?.subject, { id: 'user-grace', name: null });
    kit.users.set('user-grace', grace);
  });

  it('follows a person to another workspace from their next sign-in on', async () => {
    kit.users.set('user-grace', { ...kit.users.get('user-grace')!, workspace: 'elsewhere' });
    const before = (await read('?subject=user-grace')).length;
    await signIn(kit.browser(), 'grace');
    assert.equal((await read('?subject=user-grace')).length, before);
  });
});

describe('The audit of a workspace, where the host', () => {
  it('has said nothing about who administers, is closed to everybody', async () => {
    const kit = await startKit();
    const browser = await signIn(kit.browser());
    for (const path of PATHS) expectProblem(await browser.get(path), 403, 'forbidden');
    await kit.close();
  });

  it('has no workspaces, is that of everybody, and of those who could not be named', async () => {
    const kit = await startKit({ configuration: { authorize: () => Promise.resolve(true) } });
    const browser = await signIn(kit.browser());
    await kit.browser().post('/sign-in', { login: 'nobody@example.com', password: 'wrong, on purpose' });
    const events = expectStatus(await browser.get('/admin/activity'), 200).body['events'] as WorkspaceEvent[];
    assert.deepEqual(
      events.map(({ event, subject }) => [event, subject?.id ?? null]),
      [
        ['auth.sign_in.failure', null],
        ['auth.sign_in.success', 'user-ada'],
      ],
    );
    await kit.close();
  });

  it('cannot say whether somebody administers, is not shown, and nothing else breaks (S8)', async () => {
    const authorize = (): Promise<boolean> => Promise.reject(new Error('the directory is away'));
    const kit = await startKit({ configuration: { authorize } });
    const browser = await signIn(kit.browser());
    for (const path of PATHS) expectProblem(await browser.get(path), 503, 'unavailable');
    expectStatus(await browser.get('/activity'), 200);
    await kit.close();
  });
});
