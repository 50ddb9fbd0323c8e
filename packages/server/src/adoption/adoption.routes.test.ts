import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openDatabase } from '../store/open-store.ts';
import { all, type Database } from '../store/sql/unit-of-work.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { runAsAllAlong } from '../testing/running-all-along.ts';
import { startKit, START, type RunningKit } from '../testing/running-kit.ts';
import type { AdoptionView } from './adoption-view.ts';
import { DAY, dateOf, dayOf } from './days.ts';
import { AuditFigures, type Asked } from './testing/audit-figures.ts';
import { History } from './testing/history.ts';

const FIRST_DAY = dayOf(START) + 1;
const DAYS_LIVED = 40;
const LAST_DAY = FIRST_DAY + DAYS_LIVED - 1;
const LEFT_ON = FIRST_DAY + 26;

/** What the people are, as the host said when they last signed in. */
const ADMINS = ['user-ada', 'user-boris', 'user-cem', 'user-olga', 'user-walt'];
const TIERS: readonly (readonly [string | null, readonly string[]])[] = [
  ['free', ['user-eve', 'user-finn', 'user-hana', 'user-mona']],
  ['pro', ['user-ada', 'user-boris', 'user-cem', 'user-dora', 'user-karl', 'user-olga']],
  [null, ['user-ivan', 'user-walt']],
];

describeOnEachDatabase('The adoption of a workspace', (databaseOf) => {
  let kit: RunningKit;
  let database: Database;
  let audit: AuditFigures;

  before(async () => {
    const place = await databaseOf();
    kit = await startKit({
      database: () => Promise.resolve(place),
      configuration: {
        authorize: (actor, action) =>
          Promise.resolve(actor.role === 'admin' && ['adoption.read', 'member.reset'].includes(action)),
        // Nothing that may be forgotten after 90 days stays.
        audit: { retention: '397d', sample: 0 },
      },
    });
    database = openDatabase(place.url);
    audit = new AuditFigures(database);
    await kit.sql(
      `INSERT INTO mfa_policies (workspace, required, grace_days, roles, remember_device, phishing_resistant_roles)
       VALUES ('acme', 0, 365, '["admin","auditor"]', 1, '[]')`,
    );
    const history = new History(kit);
    for (const name of ['ada', 'boris']) history.add(name, { workspace: 'acme', role: 'admin', tier: 'pro' });
    history.add('olga', { workspace: 'acme', role: 'auditor', tier: 'pro' });
    for (const name of ['cem', 'dora']) history.add(name, { workspace: 'acme', role: 'member', tier: 'pro' });
    for (const name of ['eve', 'finn', 'gil', 'hana']) history.add(name, { workspace: 'acme', tier: 'free' });
    history.add('ivan', { workspace: 'acme' });
    for (const name of ['judy', 'karl', 'lea']) history.add(name, { workspace: 'elsewhere', tier: 'pro' });
    await history.live(DAYS_LIVED, {
      1: async () => {
        for (const name of ['ada', 'dora', 'eve', 'hana']) await history.arrive(name);
      },
      // An admin takes everything away from one; another takes it away from herself.
      14: async () => {
        const admin = await history.arrive('ada');
        expectStatus(await admin.post('/admin/members/user-dora/reset', { reason: 'lost phone' }), 204);
        history.emptied('dora');
      },
      16: async () => {
        expectStatus(await (await history.arrive('eve')).delete('/factors'), 204);
        history.emptied('eve');
      },
      20: async () => {
        history.change('cem', { role: 'admin' });
        history.change('karl', { workspace: 'acme' });
        for (const name of ['cem', 'karl']) await history.arrive(name);
      },
      26: () => history.leave('hana'),
      28: async () => {
        history.change('gil', { workspace: 'elsewhere' });
        await history.arrive('gil');
      },
      35: async () => {
        history.add('mona', { workspace: 'acme', tier: 'free' });
        await history.arrive('mona');
      },
    });
    const walt = { id: 'user-walt', name: 'walt@example.com', displayName: 'Walt', emails: [] };
    kit.users.set(walt.id, { ...walt, workspace: 'acme', role: 'admin' });
  });
  after(async () => {
    await database.close();
    await kit.close();
  });

  /** As Walt reads it, who has no factor and is in the numbers himself. */
  async function read(query = ''): Promise<AdoptionView> {
    // An answer is kept for a minute.
    kit.clock.advance(60_000);
    const browser = await signIn(kit.browser(), 'walt');
    const { body } = expectStatus(await browser.get(`/admin/adoption${query}`), 200);
    return body as unknown as AdoptionView;
  }

  const askedOf = ({ from, to }: { from: string; to: string }, gone = ['user-hana']): Asked => ({
    workspace: 'acme',
    from,
    to,
    now: kit.clock.now(),
    gone,
  });

  const between = (first: number, last: number): string => `?from=${dateOf(first)}&to=${dateOf(last)}`;
  const PERIODS: readonly (readonly [string, () => string])[] = [
    ['the last thirty days', () => ''],
    ['days long past', () => between(FIRST_DAY + 3, FIRST_DAY + 18)],
    ['a single day', () => between(FIRST_DAY + 20, FIRST_DAY + 20)],
    ['all that there is, by the week', () => between(FIRST_DAY - 3, LAST_DAY)],
  ];

  for (const [period, queryOf] of PERIODS) {
    it(`has of ${period} each number that SQL over the audit has`, async () => {
      const view = await read(queryOf());
      const asked = askedOf(view);
      const flow = await audit.flow(asked);
      const counts = await audit.methods(asked);
      const proven = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const part = (some: number, of: number): number | null => (of === 0 ? null : some / of);
      const tiers = await Promise.all(
        TIERS.map(async ([tier, ids]) => ({ tier, ...(await audit.people(asked, ids)) })),
      );
      const { from, to, step, series } = view;
      assert.deepEqual(view, {
        from,
        to,
        step,
        series,
        overall: await audit.people(asked),
        admins: await audit.people(asked, ADMINS),
        byTier: tiers.filter(({ people }) => people > 0),
        newUsers30d: await audit.newPeople(asked),
        methods: ['passkey', 'totp', 'recovery-code'].map((method) => ({
          method,
          signIns: counts[method] ?? 0,
          share: part(counts[method] ?? 0, proven),
        })),
        recoveryCodeUse: {
          signIns: flow.signIns,
          byRecoveryCode: flow.byRecoveryCode,
          share: part(flow.byRecoveryCode, flow.signIns),
        },
        failureRate: {
          attempts: flow.attempts,
          failed: flow.failed,
          share: part(flow.failed, flow.attempts),
        },
      });
    });

    it(`has of ${period} each point of the chart that SQL over the audit has`, async () => {
      const { series, step } = await read(queryOf());
      assert.equal(step, series.length > 7 || series.length === 1 ? 'day' : 'week');
      for (const point of series) {
        const last = dayOf(Date.parse(point.to));
        const asked = askedOf(point, last >= LEFT_ON ? ['user-hana'] : []);
        const counted = Math.min((last + 1) * DAY, kit.clock.now() + 1);
        const expected = { ...(await audit.peopleAt(asked, counted)), ...(await audit.flow(asked)) };
        assert.deepEqual(point, { from: point.from, to: point.to, ...expected });
      }
    });
  }

  it('is told of a workspace in which everything happened: the comparisons above compare something', async () => {
    const { overall, admins, newUsers30d, methods, recoveryCodeUse, failureRate, series } = await read(
      between(FIRST_DAY, LAST_DAY),
    );
    for (const { people, enrolled } of [overall, admins]) assert.ok(enrolled > 0 && enrolled < people);
    assert.deepEqual(
      [newUsers30d, ...methods.map(({ signIns }) => ({ people: signIns }))].filter(
        ({ people }) => people === 0,
      ),
      [],
    );
    assert.ok(recoveryCodeUse.byRecoveryCode > 0 && failureRate.failed > 0);
    assert.ok(new Set(series.map(({ enrolled }) => enrolled)).size > 2);
  });

  it('tells no share of nobody and of nothing', async () => {
    const { overall, admins, byTier, newUsers30d, methods, recoveryCodeUse, failureRate, series } =
      await read('?from=2025-03-01&to=2025-03-02');
    const nobody = { people: 0, enrolled: 0, share: null };
    assert.deepEqual([overall, admins, byTier, newUsers30d], [nobody, nobody, [], nobody]);
    assert.deepEqual(
      [...methods, recoveryCodeUse, failureRate].map(({ share }) => share),
      [null, null, null, null, null],
    );
    const nothing = { signIns: 0, byRecoveryCode: 0, attempts: 0, failed: 0 };
    assert.deepEqual(series, [
      { from: '2025-03-01', to: '2025-03-01', ...nobody, ...nothing },
      { from: '2025-03-02', to: '2025-03-02', ...nobody, ...nothing },
    ]);
  });

  it('is of thirty days up to today unless it is asked for others, and of no day to come', async () => {
    const today = dayOf(kit.clock.now());
    const daysOf = async (query: string) => {
      const { from, to, step, series } = await read(query);
      return [from, to, step, series.length];
    };
    assert.deepEqual(await daysOf(''), [dateOf(today - 29), dateOf(today), 'day', 30]);
    assert.deepEqual(await daysOf('?to=2026-02-01'), ['2026-01-03', '2026-02-01', 'day', 30]);
    assert.deepEqual(await daysOf('?from=2026-01-20'), ['2026-01-20', dateOf(today), 'week', 6]);
    assert.deepEqual(await daysOf('?from=2019-01-01'), [dateOf(today - 399), dateOf(today), 'week', 58]);
    assert.deepEqual(await daysOf('?from=2040-01-01&to=2040-02-01'), [
      dateOf(today),
      dateOf(today),
      'day',
      1,
    ]);
    // A moment stands for the day in UTC that it is in.
    assert.deepEqual(await daysOf('?from=2026-02-02T01:00:00%2B02:00&to=2026-02-02T23:59:59Z'), [
      '2026-02-01',
      '2026-02-02',
      'day',
      2,
    ]);
  });

  it('is for those whom the host says so of', async () => {
    kit.users.set('user-xena', {
      id: 'user-xena',
      name: 'xena@example.com',
      displayName: 'Xena',
      emails: [],
      workspace: 'other',
    });
    expectProblem(await (await signIn(kit.browser(), 'xena')).get('/admin/adoption'), 403, 'forbidden');
    expectProblem(await kit.browser().get('/admin/adoption'), 401, 'session_required');
  });

  for (const [what, query] of [
    ['no day', 'from=yesterday'],
    ['a day that there is not', 'to=2026-02-30'],
    ['an end before its beginning', 'from=2026-02-02&to=2026-02-01'],
    ['something else', 'workspace=elsewhere'],
    ['two beginnings', 'from=2026-02-02&from=2026-02-03'],
  ] as const) {
    it(`refuses to be asked for ${what}`, async () => {
      const browser = await signIn(kit.browser(), 'walt');
      expectProblem(await browser.get(`/admin/adoption?${query}`), 400, 'validation_failed');
    });
  }

  it('says the same when what may be forgotten of the audit is, and when the job comes late', async () => {
    const query = between(FIRST_DAY, LAST_DAY - 1);
    const {
      methods: earlierMethods,
      recoveryCodeUse: earlierCodes,
      failureRate: earlierFailures,
      series: earlierSeries,
    } = await read(query);
    kit.clock.advance(120 * DAY);
    // The last day is not counted yet, and read from the audit itself.
    const late = await read(between(FIRST_DAY, LAST_DAY));
    for (let run = 0; run < 6; run += 1) await runAsAllAlong(kit);
    const left = await database.read(() =>
      all("SELECT id FROM mfa_audit_events WHERE event = 'auth.2fa.success'"),
    );
    assert.deepEqual(left, []);
    const { methods, recoveryCodeUse, failureRate, series } = await read(query);
    assert.deepEqual(
      [methods, recoveryCodeUse, failureRate, series],
      [earlierMethods, earlierCodes, earlierFailures, earlierSeries],
    );
    assert.deepEqual(await read(between(FIRST_DAY, LAST_DAY)), late);
  });
});
