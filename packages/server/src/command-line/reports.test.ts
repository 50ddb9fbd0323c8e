import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { BYTE_ORDER_MARK } from '../activity/csv.ts';
import { cellsOf } from '../activity/testing/csv-reader.ts';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { addApp, enrol, signIn, signInFully } from '../testing/people.ts';
import { openRecovery } from '../testing/recoveries.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { mfaKit } from './testing/mfa-kit.ts';

describeOnEachDatabase('The reports', (databaseOf) => {
  let kit: RunningKit;
  let database: string;
  before(async () => {
    const place = await databaseOf();
    database = place.url;
    // People in January 2026, by the kit's clock; whoever reports later has the clock of the machine.
    kit = await startKit({ database: () => Promise.resolve(place) });
    const [ada, grace, linus] = ['ada', 'grace', 'linus'].map((name) => kit.users.get(`user-${name}`)!);
    kit.users.set(ada!.id, { ...ada!, workspace: 'acme', role: 'admin', tier: '=1+1|pro' });
    kit.users.set(grace!.id, { ...grace!, workspace: 'acme', role: 'admin' });
    kit.users.set(linus!.id, { ...linus!, workspace: 'elsewhere' });
    const { app, recoveryCodes } = await enrol(kit, kit.browser());
    await signInFully(kit, kit.browser(), app);
    const wrong = await signIn(kit.browser());
    await wrong.post('/challenge/totp', { code: app.wrongCodeAt(kit.clock.now()) });
    await wrong.post('/challenge/recovery-code', { code: recoveryCodes[0] });
    await signIn(kit.browser(), 'grace');
    await addApp(kit, await signIn(kit.browser(), 'linus'));
    await openRecovery(kit, 'linus');
  });
  after(() => kit.close());

  const report = (...words: string[]) => mfaKit(['report', ...words, '--database', database]);

  it('adoption tells of a workspace and a month, in a table that people read', async () => {
    const { code, output, errors } = await report('adoption', '--month', '2026-01', '--workspace', 'acme');
    assert.deepEqual([code, errors], [0, '']);
    assert.match(
      output,
      /^# Multi-factor authentication, 2026-01\n\nWorkspace acme, 2026-01-01 to 2026-01-31/,
    );
    assert.deepEqual(
      output.split('\n').filter((line) => /^\| [A-Z]/.test(line) && !line.startsWith('| Day')),
      [
        '| Everybody who signed in | 1 | 2 | 50.0 % |',
        '| Administrators | 1 | 2 | 50.0 % |',
        '| Tier =1+1\\|pro | 1 | 1 | 100.0 % |',
        '| Without a tier | 0 | 1 | 0.0 % |',
        '| New in the last 30 days | 1 | 2 | 50.0 % |',
        '| Second step by passkey | 0 | 2 | 0.0 % |',
        '| Second step by authenticator app | 1 | 2 | 50.0 % |',
        '| Second step by recovery code | 1 | 2 | 50.0 % |',
        '| All sign-ins, by recovery code | 1 | 4 | 25.0 % |',
        '| Failed attempts to prove | 1 | 4 | 25.0 % |',
      ],
    );
    assert.match(output, /\| 2026-01-14 \| 0 \| 0 \| – \|\n\| 2026-01-15 \| 1 \| 2 \| 50\.0 % \|/);
  });

  it('adoption tells of all workspaces together, if none is asked for', async () => {
    const { output } = await report('adoption', '--month', '2026-01');
    assert.match(output, /^All workspaces, /m);
    assert.match(output, /^\| Everybody who signed in \| 2 \| 3 \| 66\.7 % \|$/m);
  });

  it('adoption is a file for a spreadsheet, in which no cell is a formula (B6)', async () => {
    const { code, output } = await report('adoption', '--month', '2026-01', '--format', 'csv');
    assert.equal(code, 0);
    assert.ok(output.startsWith(BYTE_ORDER_MARK));
    const records = cellsOf(output.slice(1));
    assert.deepEqual(records[0], ['month', 'workspace', 'group', 'figure', 'count', 'of', 'share']);
    assert.deepEqual(records[1], ['2026-01', '', 'people', 'Everybody who signed in', '2', '3', '0.6667']);
    assert.ok(records.some(([, , , figure]) => figure === 'Tier =1+1|pro'));
    assert.equal(records.filter(([, , group]) => group === 'day').length, 31);
    const of = await report('adoption', '--month', '2026-01', '--format', 'csv', '--workspace', '=cmd');
    assert.deepEqual(cellsOf(of.output.slice(1))[1], [
      '2026-01',
      "'=cmd",
      'people',
      'Everybody who signed in',
      '0',
      '0',
      '',
    ]);
  });

  for (const [what, words, told] of [
    ['no month', [], /--month/],
    ['a month that there is not', ['--month', '2026-13'], /--month/],
    ['a month to come', ['--month', '9999-01'], /not begun/],
    ['another format', ['--month', '2026-01', '--format', 'pdf'], /markdown or csv/],
  ] as const) {
    it(`adoption refuses ${what}, and says what is missing`, async () => {
      const { code, output, errors } = await report('adoption', ...words);
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, told);
    });
  }

  it('review fills the checklist with what the database knows, of everybody', async () => {
    const { code, output } = await report('review');
    assert.equal(code, 0);
    const items = output.split('\n').filter((line) => line.startsWith('- [ ] '));
    for (const line of [
      '- [ ] Accounts with a factor: **2 of 3**',
      '- [ ] Administrators without a factor: **1 of 2** – look at this',
      '- [ ] Exemptions in force: **0**',
      '- [ ] People with three recovery codes or fewer: **0**',
      '- [ ] Account recoveries by mail: **1**',
      '- [ ] Authenticators that are locked: **0**',
      '- [ ] Keys that stored values need: **1**',
      '- [ ] Needed of key k1: **2 secrets, 20 recovery codes**',
      '- [ ] Oldest event of the audit: **2026-01-15**',
      '- [ ] A backup was restored last: **never**',
    ])
      assert.ok(items.includes(line), `${line}\n in \n${items.join('\n')}`);
    assert.deepEqual(
      output.split('\n').filter((line) => line.startsWith('## ')),
      ['## People', '## What happened since', '## Open', '## Keys', '## Records'],
    );
  });
});
