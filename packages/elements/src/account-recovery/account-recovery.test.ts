import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { noFactors, recovered, signedIn } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/account-recovery.js';
import { formatRemaining } from '../foundation/remaining-time.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import { announced, enter, input, press, scene, title } from './account-recovery.fixture.js';
import { AccountRecovery } from './account-recovery.js';

elementContract({
  tag: 'account-recovery',
  element: AccountRecovery,
  define: () => import('../define/account-recovery.js'),
  parts: ['base', 'header', 'title', 'description', 'error', 'actions', 'button', 'button-primary', 'footer'],
});

describe('<account-recovery>: asking', () => {
  const timing = withManualTiming();

  it('keeps the login in the page’s own DOM, as password managers expect', async () => {
    const { element } = await scene();
    expect(input('username').parentElement).to.equal(element);
    expect(input('username').labels?.[0]?.textContent).to.equal('Email address');
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(focused(), 'nobody asked for the focus').to.equal('body');
  });

  it('says the same whoever has the login, and tells the page once (B5)', async () => {
    const { element, client, outcomes } = await scene();
    input('username').focus();
    await sendKeys({ type: 'nobody@example.com' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.calls.at(-1)).to.deep.equal({
      call: 'requestRecovery',
      parameters: ['nobody@example.com'],
    });
    expect(title(element)).to.equal('Look in your mailbox');
    expect(visibleText(element)).to.contain(
      'If there is an account for nobody@example.com, an email with a link is on its way.',
    );
    expect(outcomes).to.deep.equal(['requested']);
    expect(document.querySelectorAll('input')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('moves the focus to the new heading, and has the rest of it spoken once', async () => {
    const { element } = await scene();
    await enter(element, 'username', 'ada@example.com');
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('title');
    expect(announced(element)).to.match(/^If there is an account for ada@example\.com/);
  });

  it('asks for a login that is missing, there', async () => {
    const { element, client } = await scene();
    await press(element);
    expect(alerts(element)).to.deep.equal(['Enter your email address.']);
    expect(focused()).to.equal('username');
    expect(client.count('requestRecovery')).to.equal(0);
    expect(element.matches(':state(invalid)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('keeps the login when the server can’t be reached; sending it again is the retry', async () => {
    const { element, client } = await scene({ requestRecovery: [refused('offline'), undefined] });
    await enter(element, 'username', 'ada@example.com');
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(input('username').value).to.equal('ada@example.com');
    expect(element.matches(':state(error)')).to.equal(true);
    await press(element);
    expect(client.count('requestRecovery')).to.equal(2);
    expect(title(element)).to.equal('Look in your mailbox');
  });

  it('sends one request for two clicks', async () => {
    const { element, client } = await scene({ requestRecovery: never() });
    await enter(element, 'username', 'ada@example.com');
    await press(element);
    expect(client.count('requestRecovery')).to.equal(1);
    expect(visibleText(deep(element, '[part~=button-primary]'))).to.equal('Sending…');
    expect(element.matches(':state(verifying)')).to.equal(true);
  });

  it('counts down after too many tries, and sends nothing until then', async () => {
    const { element, client } = await scene({
      requestRecovery: refused('too_many_attempts', { status: 429, retryAfter: 30 }),
    });
    await enter(element, 'username', 'ada@example.com');
    timing().advance(10_000);
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Too many tries. You can try again in 20 seconds.']);
    expect(element.matches(':state(locked)')).to.equal(true);
    await press(element);
    expect(client.count('requestRecovery')).to.equal(1);
    timing().advance(20_000);
    await settled(element);
    expect(alerts(element)).to.deep.equal([]);
    expect(input('username').value).to.equal('ada@example.com');
    await press(element);
    expect(client.count('requestRecovery')).to.equal(2);
  });

  it('leads back to the field, with the focus there', async () => {
    const { element } = await scene();
    await enter(element, 'username', 'ada@example.com');
    await press(element);
    expect(title(element)).to.equal('Get back into your account');
    expect(focused()).to.equal('username');
  });

  it('shows the form, and the trouble, where the session can’t be asked', async () => {
    const { element } = await scene({ session: refused('offline') });
    expect(alerts(element)).to.have.lengthOf(1);
    expect(input('username').isConnected).to.equal(true);
  });

  it('goes on with an enrolment that a reload interrupted', async () => {
    const { element, outcomes } = await scene({ session: recovered, factors: noFactors });
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(1);
    expect(visibleText(element)).to.contain('You are back in your account.');
    deep(element, 'mfa-enroll').dispatchEvent(new Event('mfa-enrolled', { bubbles: true, composed: true }));
    await settled(element);
    expect(outcomes).to.deep.equal(['completed']);
  });

  it('can be asked for by somebody who is signed in', async () => {
    const { element } = await scene({ session: signedIn });
    expect(title(element)).to.equal('Get back into your account');
  });

  it('shows loading after 300 ms, not before', async () => {
    const { element } = await scene({ session: never() });
    timing().advance(299);
    await settled(element);
    expect(visibleText(element)).to.equal('');
    timing().advance(1);
    await settled(element);
    expect(visibleText(element)).to.equal('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('has the heading and the description of the page in its first step only', async () => {
    const client = new ScriptedMfaClient();
    const element = await fixture<AccountRecovery>(
      html`<account-recovery .client=${client} heading="Lost it all?"
        ><p slot="description">We can help.</p></account-recovery
      >`,
    );
    await settled(element);
    expect(visibleText(element)).to.match(/^Lost it all\? We can help\./);
    await enter(element, 'username', 'ada@example.com');
    expect(title(element)).to.equal('Look in your mailbox');
    expect(visibleText(element)).to.not.contain('We can help.');
  });

  it('speaks German inside lang="de"', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><account-recovery .client=${new ScriptedMfaClient()}></account-recovery></div>`,
    );
    const element = parent.querySelector('account-recovery')!;
    // The language comes as a module of its own.
    await import('../languages/de.js');
    await settled(element);
    expect(visibleText(element)).to.contain('Zurück in Ihr Konto');
  });
});

describe('The time that is left', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;

  it('is told in its two largest units, within the last day never too short', () => {
    const spans = [
      3 * DAY + MINUTE,
      3 * DAY - MINUTE / 2,
      2 * DAY + 40 * MINUTE,
      23 * HOUR + 1,
      61 * MINUTE,
      1,
    ];
    expect(spans.map((span) => formatRemaining('en', span))).to.deep.equal([
      '3 days',
      '3 days',
      '2 days and 1 hour',
      '23 hours and 1 minute',
      '1 hour and 1 minute',
      '1 minute',
    ]);
  });

  it('is nothing once it is over', () => {
    expect([0, -1, -DAY].map((span) => formatRemaining('en', span))).to.deep.equal(['', '', '']);
  });

  it('is told in the language of the page, and in English for a tag that is none', () => {
    expect(formatRemaining('de', 2 * DAY + HOUR)).to.equal('2 Tage und 1 Stunde');
    expect(formatRemaining('not_a_tag', HOUR)).to.equal('1 hour');
  });
});
