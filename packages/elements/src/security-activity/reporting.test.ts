import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { signedIn } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/active-sessions.js';
import '../define/passkey-list.js';
import '../define/recovery-codes.js';
import { alerts, wholePage } from '../foundation/testing/page.js';
import { click, isFocused, own, press, spoken } from '../foundation/testing/acting.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { happened, names, page, row, scene } from './security-activity.fixture.js';

const REPORT = '[part~=button-danger]';

describe('<security-activity>: "this wasn’t me"', () => {
  it('asks in the place of the event, and reports it only then', async () => {
    const { element, client, events } = await scene();
    await click(element, `${row(5)} .report`);
    expect(visibleText(own(element, `${row(5)} #question`))).to.match(/^Was this somebody else\?/);
    expect(isFocused(element, REPORT)).to.equal(true);
    expect(client.count('reportActivity')).to.equal(0);
    await expect(element).to.be.accessible();
    await click(element, REPORT);
    expect(client.calls.find(({ call }) => call === 'reportActivity')?.parameters).to.deep.equal([
      'a000000000000005',
    ]);
    expect(events).to.deep.equal(['mfa-activity-reported']);
  });

  it('says what to do now, the most urgent first, with the focus there', async () => {
    const { element } = await scene();
    await click(element, `${row(5)} .report`);
    await click(element, REPORT);
    expect(isFocused(element, '#what-now')).to.equal(true);
    expect(visibleText(own(element, '#what-now'))).to.equal('It is reported. Do this now:');
    expect(spoken(element), 'a second time').to.equal('');
    expect(element.matches(':state(complete)')).to.equal(true);
    expect(deepAll(element, '.advice > li').map(visibleText)).to.deep.equal([
      'Whoever it was may still be signed in. End all other sessions.',
      'Change your password.',
      'Remove every passkey and authenticator app that you don’t know.',
    ]);
    await expect(element).to.be.accessible();
    await press(element, 'Done');
    expect(isFocused(element, row(5))).to.equal(true);
    expect(element.matches(':state(complete)')).to.equal(false);
  });

  it('leads to sessions, codes and factors where the page has them, and to what the page slots', async () => {
    const client = new ScriptedMfaClient({
      session: signedIn,
      reportActivity: {
        next: ['end-sessions', 'change-password', 'new-recovery-codes', 'review-factors', 'pray' as never],
      },
    });
    const main = await fixture<HTMLElement>(
      html`<main>
        <active-sessions .client=${client}></active-sessions>
        <recovery-codes .client=${client}></recovery-codes>
        <passkey-list .client=${client}></passkey-list>
        <security-activity .client=${client}
          ><a slot="change-password" href="#password">Here</a></security-activity
        >
      </main>`,
    );
    const element = main.querySelector('security-activity')!;
    for (const each of main.children) await settled(each);
    await click(element, '.report');
    await click(element, REPORT);
    expect(deepAll(element, '.advice > li').map(visibleText)).to.deep.equal([
      'Whoever it was may still be signed in. End all other sessions. Go to your sessions',
      'Change your password. Here',
      'Make new recovery codes; the old ones stop working. Go to your recovery codes',
      'Remove every passkey and authenticator app that you don’t know. Go to your passkeys and apps',
    ]);
    await expect(element).to.be.accessible();
    const ways = {
      'Go to your sessions': 'active-sessions',
      'Go to your recovery codes': 'recovery-codes',
      'Go to your passkeys and apps': 'passkey-list',
    };
    for (const [way, tag] of Object.entries(ways)) {
      await press(element, way);
      expect(document.activeElement?.localName).to.equal(tag);
    }
  });

  it('is content with no advice at all', async () => {
    const { element } = await scene({ reportActivity: { next: [] } });
    await click(element, '.report');
    await click(element, REPORT);
    expect(visibleText(own(element, '.panel'))).to.equal('It is reported. Done');
    await expect(element).to.be.accessible();
  });

  it('shows what the server marks from then on', async () => {
    const before = happened({ id: 'event-1' });
    const { element, client } = await scene({ activity: { events: [before], next: null } });
    const report = happened({ id: 'event-2', event: 'auth.activity.reported' });
    client.play('activity', { events: [report, { ...before, suspicious: ['reported'] }], next: null });
    await click(element, '.report');
    await click(element, REPORT);
    expect(names(element)).to.deep.equal(['You reported something that wasn’t you', 'Signed in Reported']);
    expect(visibleText(own(element, row(2))), 'still with what to do').to.contain('Do this now');
  });

  it('works by keyboard alone; Escape gives up, and the focus returns', async () => {
    const { element, client } = await scene({ activity: page(0, 3) });
    own(element, `${row(2)} .report`).focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(isFocused(element, `${row(2)} .report`)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(isFocused(element, `${row(2)} .report`), 'after "Cancel"').to.equal(true);
    expect(client.count('reportActivity')).to.equal(0);
  });

  it('sends one report for a double click', async () => {
    const { element, client } = await scene({ reportActivity: never() });
    await click(element, '.report');
    own(element, REPORT).click();
    await click(element, REPORT);
    expect(client.count('reportActivity')).to.equal(1);
    expect(own(element, REPORT).ariaDisabled).to.equal('true');
    expect(element.matches(':state(verifying)')).to.equal(true);
  });

  for (const code of ['offline', 'unavailable', 'not_found'] as const) {
    it(`keeps the question after ${code}, and can be tried again`, async () => {
      const { element, events } = await scene({
        reportActivity: [refused(code), { next: ['change-password'] }],
      });
      await click(element, '.report');
      await click(element, REPORT);
      expect(alerts(element)).to.have.lengthOf(1);
      expect(events).to.deep.equal([]);
      await expect(element).to.be.accessible();
      await click(element, REPORT);
      expect(alerts(element)).to.deep.equal([]);
      expect(events).to.have.lengthOf(1);
    });
  }

  it('ends with the session: nothing of the account stays on the page', async () => {
    const { element, client } = await scene();
    await click(element, '.report');
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    expect(wholePage(element.shadowRoot!)).to.not.contain('192.0.2.14');
  });
});
