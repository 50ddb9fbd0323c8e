import { expect, fixture, html } from '@open-wc/testing';
import { emptyAdoption, scriptedAdoption } from '../client/scripted-adoption.js';
import { signedIn } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { Adoption } from '../client/views-administration.js';
import { click, fill, own, press, spoken, valueOf } from '../foundation/testing/acting.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { MfaAdoption } from './mfa-adoption.js';

elementContract({
  tag: 'mfa-adoption',
  element: MfaAdoption,
  define: () => import('../define/mfa-adoption.js'),
  // A few days: the contract looks at each cell of each table several times.
  client: () =>
    new ScriptedMfaClient({
      session: signedIn,
      adoption: { ...scriptedAdoption, series: scriptedAdoption.series.slice(-3) },
    }),
  prepare: async (element) => {
    // On a page of its own the figures are fetched anew.
    await comes(() => element.shadowRoot?.querySelector('[part=figure]'), 'the figures come');
  },
  parts: [
    'base',
    'header',
    'title',
    'description',
    'filters',
    'label',
    'input',
    'figure',
    'chart',
    'table',
    'hint',
    'error',
    'button',
    'footer',
  ],
});

async function scene(script: Script = {}): Promise<{ element: MfaAdoption; client: ScriptedMfaClient }> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<MfaAdoption>(html`<mfa-adoption .client=${client}></mfa-adoption>`);
  await settled(element);
  return { element, client };
}

const like = (change: Partial<Adoption>): Script => ({ adoption: { ...scriptedAdoption, ...change } });

/** Some days in a row, each with this share, or without one. */
const days = (...shares: (number | null)[]): Script =>
  like({
    series: shares.map((share, index) => {
      const day = `2026-02-0${String(index + 1)}`;
      const people = share === null ? null : 8;
      const enrolled = share === null ? null : share * 8;
      return {
        from: day,
        to: day,
        people,
        enrolled,
        share,
        signIns: 1204,
        byRecoveryCode: 2,
        attempts: 9,
        failed: 1,
      };
    }),
  });

const figures = (element: Element): string[] => deepAll(element, '[part=figure]').map(visibleText);

const rows = (element: Element, name: string): string[][] =>
  deepAll(element, `table[aria-labelledby=${name}] tr`).map((each) =>
    [...each.children].map((cell) => visibleText(cell)),
  );

const lines = (element: Element): (string | null)[] =>
  deepAll<SVGPathElement>(element, '.line').map((line) => line.getAttribute('d'));

describe('<mfa-adoption>: the figures', () => {
  const timing = withManualTiming();

  it('are shares with the counts that they come from', async () => {
    const { element } = await scene(like({ overall: { people: 1204, enrolled: 893, share: 893 / 1204 } }));
    expect(figures(element)).to.deep.equal([
      'Everybody 74.2% 893 of 1,204 people have a second step',
      'Admins 100% 6 of 6 people have a second step',
      'New in the last 30 days 64.3% 9 of 14 people have a second step',
      'Sign-ins by recovery code 2% 26 of 1,301 sign-ins',
      'Failed attempts 3.7% 50 of 1,351 attempts',
    ]);
  });

  it('are no shares of nothing', async () => {
    const { admins, newUsers30d, recoveryCodeUse, failureRate, methods } = emptyAdoption;
    const { element } = await scene(like({ admins, newUsers30d, recoveryCodeUse, failureRate, methods }));
    expect(figures(element).slice(1)).to.deep.equal([
      'Admins – Nobody to count',
      'New in the last 30 days – Nobody to count',
      'Sign-ins by recovery code – No sign-ins in these days',
      'Failed attempts – No attempts in these days',
    ]);
    expect(rows(element, 'methods').slice(1)).to.deep.equal([
      ['Passkey', '–', '0'],
      ['Authenticator app', '–', '0'],
      ['Recovery code', '–', '0'],
    ]);
  });

  it('tell what people sign in with, and how far each tier is, in tables', async () => {
    const { element } = await scene();
    expect(rows(element, 'methods')).to.deep.equal([
      ['Method', 'Share', 'Sign-ins'],
      ['Passkey', '58%', '755'],
      ['Authenticator app', '40%', '520'],
      ['Recovery code', '2%', '26'],
    ]);
    expect(rows(element, 'tiers')).to.deep.equal([
      ['Tier', 'Share', 'With a second step', 'People'],
      ['enterprise', '84.7%', '61', '72'],
      ['free', '62.2%', '28', '45'],
      ['Without a tier', '0%', '0', '3'],
    ]);
  });

  it('leave tiers out where the host has none', async () => {
    const { element } = await scene(like({ byTier: [{ tier: null, ...scriptedAdoption.overall }] }));
    expect(deepAll(element, 'table[aria-labelledby=tiers]')).to.have.lengthOf(0);
  });

  it('say that there is nobody to count, and keep the days', async () => {
    const { element } = await scene({ adoption: emptyAdoption });
    expect(visibleText(own(element, '[part=empty]'))).to.contain('Nobody signed in during these days');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(deepAll(element, '[part=figure]')).to.have.lengthOf(0);
    expect(valueOf(element, 'from')).to.equal('2026-02-01');
  });

  it('show that the server takes long, but not at once', async () => {
    const { element } = await scene({ adoption: never() });
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(300);
    await settled(element);
    expect(visibleText(own(element, '[part=loading]'))).to.equal('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('are not everybody’s: who may not see them is told so, and offered no other try', async () => {
    const { element } = await scene({ adoption: refused('forbidden') });
    expect(alerts(element)).to.deep.equal([
      'Only those who administer this workspace see how far adoption has come.',
    ]);
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
  });

  it('can be asked for again when the server can’t be reached', async () => {
    const { element } = await scene({ adoption: [refused('offline'), scriptedAdoption] });
    expect(element.matches(':state(error)')).to.equal(true);
    await press(element, 'Try again');
    expect(figures(element)).to.have.lengthOf(5);
  });

  it('are forgotten on sign-out, and fetched anew for somebody else', async () => {
    const { element, client } = await scene();
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(figures(element)).to.deep.equal([]);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    client.switchTo({ ...signedIn, user: { id: 'user-alan', name: 'alan', displayName: 'Alan' } });
    await settled(element);
    expect(figures(element)).to.have.lengthOf(5);
    expect(client.count('adoption')).to.equal(2);
  });

  it('speak German, and write numbers as Germans do', async () => {
    const client = new ScriptedMfaClient({ session: signedIn });
    const main = await fixture(html`<main lang="de"><mfa-adoption .client=${client}></mfa-adoption></main>`);
    const element = main.firstElementChild as MfaAdoption;
    await comes(() => element.shadowRoot?.querySelector('[part=figure]'), 'German comes');
    expect(figures(element)[4]).to.equal('Fehlversuche 3,7 % 50 von 1.351 Versuchen');
  });
});

describe('<mfa-adoption>: the chart', () => {
  withManualTiming();

  it('says in words what it shows, for those who do not see it', async () => {
    const { element } = await scene(days(0.25, 0.5, 0.75));
    const chart = own(element, 'svg[role=img]');
    const said = ['aria-labelledby', 'aria-describedby'].map((name) =>
      visibleText(own(element, `#${chart.getAttribute(name) ?? ''}`)),
    );
    expect(said).to.deep.equal([
      'People with a second step over time',
      'From 25% on Feb 1, 2026 to 75% on Feb 3, 2026.',
    ]);
  });

  it('draws a line through the shares, from the first day to the last', async () => {
    const { element } = await scene(days(0, 0.5, 1));
    expect(lines(element)).to.deep.equal(['M0 100L50 50L100 0h0']);
  });

  it('begins where reading begins: on the right of a page that runs from right to left', async () => {
    const { element } = await scene(days(0.5, 0.75));
    const ends = (): boolean[] => {
      const [first, last] = deepAll(element, '.days span').map((day) => day.getBoundingClientRect().left);
      const line = deepAll(element, '.line')[0] as unknown as SVGPathElement;
      const matrix = line.getScreenCTM();
      const [start, end] = [0, line.getTotalLength()].map((length) => line.getPointAtLength(length));
      const at = (point: DOMPoint | undefined): number =>
        point?.matrixTransform(matrix ?? undefined).x ?? NaN;
      return [(first ?? NaN) < (last ?? NaN), at(start) < at(end)];
    };
    expect(ends()).to.deep.equal([true, true]);
    element.dir = 'rtl';
    expect(ends()).to.deep.equal([false, false]);
  });

  it('breaks the line where nobody counted, and makes a dot of a day alone', async () => {
    const { element } = await scene(days(0.5, null, 0.25, 0.25, null));
    expect(lines(element)).to.deep.equal(['M0 50h0', 'M50 75L75 75h0']);
    expect(visibleText(own(element, '#course'))).to.equal('From 50% on Feb 1, 2026 to 25% on Feb 4, 2026.');
    expect(visibleText(own(element, '.days'))).to.equal('Feb 1, 2026 Feb 5, 2026');
  });

  it('says what it was on the only day that was counted', async () => {
    const { element } = await scene(days(null, 0.5));
    expect(visibleText(own(element, '#course'))).to.equal(
      '50% on Feb 2, 2026, the only day that was counted.',
    );
    expect(deepAll(element, '.dot')).to.have.lengthOf(1);
  });

  it('draws nothing where nobody ever counted, and says so', async () => {
    const { element } = await scene(days(null, null));
    expect(lines(element)).to.deep.equal([]);
    expect(visibleText(own(element, '[part=chart]'))).to.contain('there is no line to draw');
  });

  it('stands above its numbers, in a table that scrolls by keyboard', async () => {
    const { element } = await scene(days(0.5, null));
    expect(rows(element, 'numbers')).to.deep.equal([
      ['Day', 'Share', 'With a second step', 'People', 'Sign-ins', 'By recovery code', 'Attempts', 'Failed'],
      ['Feb 1, 2026', '50%', '4', '8', '1,204', '2', '9', '1'],
      ['Feb 2, 2026', '–', '–', '–', '1,204', '2', '9', '1'],
    ]);
    const region = own(element, '[role=region][aria-labelledby=numbers]');
    expect(region.tabIndex).to.equal(0);
  });

  it('names weeks by both their ends', async () => {
    const [point] = scriptedAdoption.series;
    const { element } = await scene(
      like({ step: 'week', series: point ? [{ ...point, to: '2026-02-07' }] : [] }),
    );
    expect(rows(element, 'numbers').map(([first]) => first)).to.deep.equal([
      'Week',
      'Feb 1, 2026 – Feb 7, 2026',
    ]);
  });
});

describe('<mfa-adoption>: the days', () => {
  withManualTiming();

  async function show(element: Element, from: string, to: string): Promise<void> {
    fill(element, 'from', from);
    fill(element, 'to', to);
    await click(element, 'form button');
  }

  it('are the server’s own choice at first', async () => {
    const { element, client } = await scene();
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{}]);
    expect([valueOf(element, 'from'), valueOf(element, 'to')]).to.deep.equal(['2026-02-01', '2026-03-02']);
  });

  it('can be others, which is said when they are there', async () => {
    const { element, client } = await scene({
      adoption: [scriptedAdoption, { ...scriptedAdoption, from: '2026-01-01', to: '2026-01-31' }],
    });
    await show(element, '2026-01-01', '2026-01-31');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{ from: '2026-01-01', to: '2026-01-31' }]);
    expect(spoken(element)).to.equal('Figures from Jan 1, 2026 to Jan 31, 2026 are shown.');
  });

  it('may be open at one end', async () => {
    const { element, client } = await scene();
    await show(element, '', '2026-01-31');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{ to: '2026-01-31' }]);
  });

  for (const [from, to, text] of [
    ['2026-03-02', '2026-02-01', 'The last day is before the first. Change one of them.'],
    ['1600-01-01', '2026-02-01', 'These days can’t be shown. Choose others.'],
  ] as const)
    it(`are refused with what is wrong, and kept: ${from} to ${to}`, async () => {
      const refusal = refused('validation_failed', { fields: [{ path: 'to', code: 'custom' }] });
      const { element } = await scene({ adoption: [scriptedAdoption, refusal] });
      await show(element, from, to);
      expect(alerts(element)).to.deep.equal([text]);
      expect([valueOf(element, 'from'), valueOf(element, 'to')]).to.deep.equal([from, to]);
      expect(element.matches(':state(invalid)')).to.equal(true);
      expect(figures(element)).to.have.lengthOf(5);
    });

  it('leave what is on show when others do not come', async () => {
    const { element } = await scene({ adoption: [scriptedAdoption, refused('offline')] });
    await show(element, '2026-01-01', '2026-01-31');
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(figures(element)).to.have.lengthOf(5);
  });

  it('are asked for once, however often it is clicked', async () => {
    const { element, client } = await scene({ adoption: [scriptedAdoption, never()] });
    await show(element, '2026-01-01', '2026-01-31');
    await click(element, 'form button');
    expect(client.count('adoption')).to.equal(2);
  });
});
