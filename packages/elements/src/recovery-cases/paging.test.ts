import { expect } from '@open-wc/testing';
import { refused } from '../client/scripted-client.js';
import type { RecoveryCasesPage } from '../client/views-administration.js';
import { click, isFocused, press, spoken } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, visibleText } from '../foundation/testing/rendering.js';
import { CONFIRM, page, row, scene } from './recovery-cases.fixture.js';

/** So many cases, numbered. */
const numbered = (from: number, count: number, next: string | null): RecoveryCasesPage => ({
  ...page(
    ...Array.from({ length: count }, (_, index) => {
      const number = String(from + index);
      return { id: `case-${number}`, name: `no${number}@example.com` };
    }),
  ),
  next,
});

const people = (element: Element): string[] =>
  deepAll(element, '[part~=case] .name').map((name) => visibleText(name).split('@')[0] ?? '');

const texts = (element: Element): string[] => deepAll(element, 'button').map(visibleText);

describe('<recovery-cases>: more than one page', () => {
  withManualTiming();

  it('reads on, with the focus on the first that came, and says how many', async () => {
    const { element, client } = await scene({
      recoveryCases: [numbered(0, 3, 'older'), numbered(2, 3, null)],
    });
    await press(element, 'Show more');
    expect(client.calls.at(-1)).to.deep.equal({ call: 'recoveryCases', parameters: ['older'] });
    expect(people(element)).to.deep.equal(['no0', 'no1', 'no2', 'no3', 'no4']);
    expect(isFocused(element, row(4))).to.equal(true);
    expect(spoken(element)).to.equal('2 more cases shown. That is all of them.');
    expect(texts(element)).to.not.include('Show more');
    await expect(element).to.be.accessible();
  });

  it('offers no more where there are none', async () => {
    const { element } = await scene({ recoveryCases: numbered(0, 3, null) });
    expect(texts(element)).to.not.include('Show more');
  });

  it('keeps what is on show when the rest does not come, and lets ask again', async () => {
    const { element } = await scene({
      recoveryCases: [numbered(0, 2, 'older'), refused('offline'), numbered(2, 1, null)],
    });
    await press(element, 'Show more');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(people(element)).to.have.lengthOf(2);
    await press(element, 'Show more');
    expect(alerts(element)).to.deep.equal([]);
    expect(people(element)).to.have.lengthOf(3);
    expect(spoken(element)).to.equal('1 more case shown. That is all of them.');
  });

  it('keeps what was read on when a decision brings the beginning anew', async () => {
    const [first, ...others] = numbered(0, 2, 'older').recoveries;
    const { element } = await scene({
      recoveryCases: [
        numbered(0, 2, 'older'),
        numbered(2, 2, 'oldest'),
        { recoveries: [...others, { ...first!, status: 'rejected' }], next: 'older' },
      ],
    });
    await press(element, 'Show more');
    await click(element, `${row(1)} .rejecting`);
    await click(element, CONFIRM);
    expect(people(element)).to.deep.equal(['no1', 'no0', 'no2', 'no3']);
    expect(visibleText(deepAll(element, '[part~=case]')[1]!)).to.contain('Rejected');
    expect(texts(element)).to.include('Show more');
  });

  it('begins anew where nothing of the beginning is known any more, so that no case is missing in between', async () => {
    const { element, client } = await scene({
      recoveryCases: [numbered(0, 2, 'older'), numbered(7, 2, 'other'), numbered(9, 1, null)],
    });
    await click(element, `${row(1)} .rejecting`);
    await click(element, CONFIRM);
    expect(people(element)).to.deep.equal(['no7', 'no8']);
    await press(element, 'Show more');
    expect(client.calls.at(-1)?.parameters).to.deep.equal(['other']);
    expect(people(element)).to.deep.equal(['no7', 'no8', 'no9']);
  });
});
