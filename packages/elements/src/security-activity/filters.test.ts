import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { refused, never } from '../client/scripted-client.js';
import { activityFeed } from '../languages/en/activity-feed.js';
import { fill, isFocused, own, press, spoken, valueOf } from '../foundation/testing/acting.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { names, page, scene } from './security-activity.fixture.js';

const open = (element: Element): void => {
  own(element, 'details').setAttribute('open', '');
};

describe('<security-activity>: filters', () => {
  it('are asked of the server, with days as the person’s calendar has them', async () => {
    const { element, client } = await scene();
    open(element);
    fill(element, 'type', 'auth.2fa');
    fill(element, 'outcome', 'failure');
    fill(element, 'ip', ' 203.0.113.77 ');
    fill(element, 'from', '2026-03-01');
    fill(element, 'to', '2026-03-02');
    await press(element, 'Apply');
    const asked = {
      type: 'auth.2fa',
      outcome: 'failure',
      ip: '203.0.113.77',
      from: new Date(2026, 2, 1).toISOString(),
      to: new Date(2026, 2, 2, 23, 59, 59, 999).toISOString(),
    };
    expect(client.calls.at(-1)).to.deep.equal({ call: 'activity', parameters: [asked, undefined] });
    expect(names(element)).to.deep.equal(['Second factor refused Unusual']);
    expect(spoken(element)).to.equal('1 event found.');
    const link = new URL(deepAll<HTMLAnchorElement>(element, 'a[download]')[0]!.href);
    expect(Object.fromEntries(link.searchParams)).to.deep.equal(asked);
    await expect(element).to.be.accessible();
  });

  it('leave the files to what is on show while something else is on its way', async () => {
    const { element } = await scene({ activity: [page(1, 2), never()] });
    open(element);
    fill(element, 'type', 'auth.2fa');
    await press(element, 'Apply');
    expect(names(element)).to.have.lengthOf(2);
    expect(deepAll<HTMLAnchorElement>(element, 'a[download]')[0]!.search).to.equal('');
  });

  it('offer each type in words, by group, and none that the server refuses', async () => {
    const { element } = await scene();
    const groups = [...element.shadowRoot!.querySelectorAll('optgroup')];
    expect(groups.map(({ label }) => label)).to.deep.equal(Object.values(activityFeed.group));
    const options = groups.flatMap((group) => [...group.querySelectorAll('option')]);
    expect(options.map(({ value }) => value)).to.have.members(Object.keys(activityFeed.types));
    for (const { value, text } of options) {
      expect(value).to.match(/^auth(?:\.[a-z0-9_]+){1,2}$/);
      expect(text).to.not.equal('');
    }
  });

  it('are applied by the keyboard from any field', async () => {
    const { element, client } = await scene();
    open(element);
    own(element, '[name=ip]').focus();
    await sendKeys({ type: '192.0.2.14' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{ ip: '192.0.2.14' }, undefined]);
    expect(isFocused(element, '[name=ip]')).to.equal(true);
  });

  it('stay in force for what is older', async () => {
    const { element, client } = await scene({ activity: [page(0, 2), page(0, 2, 'more'), page(2, 2)] });
    fill(element, 'type', 'auth.sign_in');
    await press(element, 'Apply');
    expect(spoken(element)).to.equal('The latest 2 events are shown.');
    await press(element, 'Show older');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{ type: 'auth.sign_in' }, 'more']);
  });

  it('say that nothing was found, and are cleared with one button', async () => {
    const { element, client } = await scene();
    open(element);
    fill(element, 'ip', '198.51.100.99');
    await press(element, 'Apply');
    expect(visibleText(own(element, '[part=empty]'))).to.equal('Nothing found.');
    expect(spoken(element)).to.equal('Nothing found.');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(visibleText(own(element, 'summary'))).to.equal('Filter (on)');
    await expect(element).to.be.accessible();
    await press(element, 'Clear filters');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{}, undefined]);
    expect(valueOf(element, 'ip')).to.equal('');
    expect(names(element)).to.have.lengthOf(9);
    expect(visibleText(own(element, 'summary'))).to.equal('Filter');
    expect(isFocused(element, '[part=title]')).to.equal(true);
  });

  it('keep what was typed when the server can’t be reached, and another try asks the same', async () => {
    const { element, client } = await scene({ activity: [page(0, 2), refused('offline'), page(0, 1)] });
    open(element);
    fill(element, 'ip', '192.0.2.14');
    await press(element, 'Apply');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(names(element), 'what was on show matches no longer').to.deep.equal([]);
    expect(valueOf(element, 'ip')).to.equal('192.0.2.14');
    expect(own(element, '[part=filters]').checkVisibility()).to.equal(true);
    await press(element, 'Try again');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{ ip: '192.0.2.14' }, undefined]);
    expect(names(element)).to.have.lengthOf(1);
  });

  it('say which field was refused, with the focus there; what is on show stays', async () => {
    const refusals = {
      ip: 'That is no IP address. Copy one from the list, such as 192.0.2.14.',
      to: 'The last day is before the first. Change one of them.',
    };
    for (const [field, words] of Object.entries(refusals)) {
      const refusal = refused('validation_failed', { fields: [{ path: field, code: 'invalid' }] });
      const { element } = await scene({ activity: [page(0, 2), refusal, page(0, 1)] });
      open(element);
      fill(element, 'ip', 'not an address');
      await press(element, 'Apply');
      expect(alerts(element)).to.deep.equal([words]);
      expect(isFocused(element, `[name=${field}]`)).to.equal(true);
      expect(own(element, `[name=${field}]`).ariaInvalid).to.equal('true');
      expect(element.matches(':state(invalid)')).to.equal(true);
      expect(valueOf(element, 'ip')).to.equal('not an address');
      expect(names(element)).to.have.lengthOf(2);
      expect(
        deepAll<HTMLAnchorElement>(element, 'a[download]')[0]!.search,
        'files are of what is shown',
      ).to.equal('');
      await expect(element).to.be.accessible();
      fill(element, 'ip', '192.0.2.14');
      await press(element, 'Apply');
      expect(alerts(element)).to.deep.equal([]);
      expect(element.matches(':state(invalid)')).to.equal(false);
      element.remove();
    }
  });

  it('leave what is on show until the answer is there, and the latest question wins', async () => {
    const { element, client } = await scene({ activity: [page(0, 2), never(), page(9, 1)] });
    open(element);
    fill(element, 'type', 'auth.totp');
    await press(element, 'Apply');
    expect(names(element)).to.have.lengthOf(2);
    expect(own(element, '.events').ariaBusy).to.equal('true');
    fill(element, 'type', 'auth.passkey');
    await press(element, 'Apply');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{ type: 'auth.passkey' }, undefined]);
    expect(visibleText(own(element, '.events'))).to.contain('No. 9');
  });
});
