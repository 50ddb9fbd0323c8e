import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { otherSession, signedIn, thisSession } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/mfa-provider.js';
import '../define/remembered-devices.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { click, isFocused, own, row, rows, scene, spoken } from './active-sessions.fixture.js';
import { ActiveSessions } from './active-sessions.js';

elementContract({
  tag: 'active-sessions',
  element: ActiveSessions,
  define: () => import('../define/active-sessions.js'),
  client: () => new ScriptedMfaClient({ session: signedIn }),
  prepare: async (element) => {
    await click(element, '.all');
  },
  parts: [
    'base',
    'header',
    'title',
    'description',
    'device',
    'device-current',
    'hint',
    'error',
    'actions',
    'button',
    'button-quiet',
    'button-danger',
    'footer',
  ],
});

const END = '[part~=button-danger]';

describe('<active-sessions>: the list', () => {
  const timing = withManualTiming();

  it('says of each session where it is, when it was last seen and how the person proved who they are', async () => {
    const { element } = await scene();
    expect(rows(element)).to.deep.equal([
      'Firefox on Linux This device',
      'Chrome on Android',
      'Unknown browser',
    ]);
    const [first, second, third] = deepAll(element, 'li').map(visibleText);
    expect(first).to.contain('London, United Kingdom · 192.0.2.14');
    expect(first).to.contain('Confirmed with a password and an authenticator app');
    expect(second).to.contain('198.51.100.7 Last seen 2 hours ago · Signed in since March 1, 2026');
    expect(second).to.contain('Confirmed with a passkey');
    expect(third).to.contain('Confirmed with a password and a remembered device');
  });

  it('gives the exact time beside the relative one, and keeps that true', async () => {
    const { element } = await scene();
    const seen = own(element, `${row(2)} time`);
    expect(seen).to.have.attribute('datetime', otherSession.lastSeenAt);
    expect(seen.title).to.match(/Mar 2, 2026/);
    timing().advance(60 * 60_000);
    await settled(element);
    expect(visibleText(seen)).to.equal('3 hours ago');
  });

  it('says "now" where the browser’s clock is behind the server’s', async () => {
    const soon = { ...thisSession, lastSeenAt: '2026-03-02T09:33:00Z' };
    const { element } = await scene({ sessions: { sessions: [soon] } });
    expect(visibleText(element)).to.contain('Last seen now');
  });

  it('marks the current session by a part, too', async () => {
    const { element } = await scene();
    expect(deepAll(element, '[part~=device-current]')).to.have.lengthOf(1);
  });

  it('names the session on each button, for those who hear the button alone', async () => {
    const { element } = await scene();
    expect(deepAll(element, 'li button').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Sign out: Firefox on Linux',
      'End: Chrome on Android',
      'End: Unknown browser',
    ]);
  });

  it('passes over a method that it has no words for', async () => {
    const amr = [{ method: 'telepathy' as never, at: thisSession.createdAt }];
    const { element } = await scene({ sessions: { sessions: [{ ...thisSession, amr }] } });
    expect(visibleText(element)).to.not.contain('Confirmed with');
  });

  it('says that there is no other session, and offers to end none', async () => {
    const { element } = await scene({ sessions: { sessions: [thisSession] } });
    expect(visibleText(own(element, '[part=empty]'))).to.equal('You aren’t signed in anywhere else.');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(deepAll(element, '.all')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('shows loading after 300 ms, not before', async () => {
    const { element } = await scene({ sessions: never() });
    timing().advance(299);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(1);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(1);
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('offers another try when the server can’t be reached', async () => {
    const { element, client } = await scene({ sessions: refused('offline') });
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(element.matches(':state(error)')).to.equal(true);
    await expect(element).to.be.accessible();
    client.play('sessions', { sessions: [thisSession] });
    await click(element, '[part~=button]');
    expect(rows(element)).to.have.lengthOf(1);
  });

  it('follows the session: what came or went elsewhere shows', async () => {
    const { element, client } = await scene();
    client.play('sessions', { sessions: [thisSession] });
    client.switchTo(signedIn);
    await settled(element);
    expect(rows(element)).to.have.lengthOf(1);
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(rows(element)).to.have.lengthOf(0);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
  });

  it('keeps what is on show while a refresh fails', async () => {
    const { element, client } = await scene();
    client.play('sessions', refused('offline'));
    client.switchTo(signedIn);
    await settled(element);
    expect(rows(element)).to.have.lengthOf(3);
    expect(alerts(element)).to.deep.equal([]);
  });

  it('is as legible on a dark page', async () => {
    const { style } = document.documentElement;
    style.colorScheme = 'dark';
    style.background = '#0e1116';
    try {
      const { element } = await scene();
      await click(element, '.all');
      await expect(element).to.be.accessible();
    } finally {
      style.colorScheme = style.background = '';
    }
  });

  it('speaks German inside lang="de"', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><active-sessions .client=${new ScriptedMfaClient()}></active-sessions></div>`,
    );
    const element = parent.querySelector('active-sessions')!;
    // The language comes as a module of its own.
    await import('../languages/de.js');
    await settled(element);
    expect(visibleText(element)).to.contain('Bestätigt durch Passwort und');
  });
});

describe('<active-sessions>: ending one', () => {
  it('asks in its place, ends it, tells of it, and moves the focus to the heading', async () => {
    const { element, client, events } = await scene();
    await click(element, `${row(2)} .revoke`);
    expect(visibleText(own(element, `${row(2)} #question`))).to.equal(
      'End the session in Chrome on Android? It is signed out at once.',
    );
    expect(isFocused(element, END)).to.equal(true);
    expect(client.count('endSession')).to.equal(0);
    await expect(element).to.be.accessible();
    await click(element, END);
    expect(client.calls.at(-1)).to.deep.equal({ call: 'endSession', parameters: ['session-2'] });
    expect(rows(element)).to.deep.equal(['Firefox on Linux This device', 'Unknown browser']);
    expect(events).to.deep.equal(['mfa-session-ended']);
    expect(spoken(element)).to.equal('The session in Chrome on Android was ended.');
    expect(isFocused(element, '[part=title]')).to.equal(true);
  });

  it('works by keyboard alone; Escape gives up, and the focus returns', async () => {
    const { element, client } = await scene();
    own(element, `${row(3)} .revoke`).focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(isFocused(element, `${row(3)} .revoke`)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(isFocused(element, `${row(3)} .revoke`), 'after "Cancel"').to.equal(true);
    expect(client.count('endSession')).to.equal(0);
  });

  it('waits for the step-up that the page asks for, and goes on with it', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'sessions.end' };
    const { element, client, events } = await scene({
      endSession: [refused('step_up_required', { stepUp }), undefined],
    });
    client.handleStepUp(() => {
      // The proof renews the session, and all who follow it look again: at a list that still has what is about to go.
      client.switchTo(signedIn);
      return Promise.resolve(true);
    });
    await click(element, `${row(2)} .revoke`);
    await click(element, END);
    // How calls share a step-up comes as a module of its own.
    await comes(() => events.length > 0, 'the session is ended');
    await settled(element);
    expect(client.count('endSession')).to.equal(2);
    expect(events).to.deep.equal(['mfa-session-ended']);
    expect(rows(element)).to.have.lengthOf(2);
  });

  for (const code of ['step_up_required', 'offline', 'unavailable'] as const) {
    it(`keeps the session and the question after ${code}, and can be tried again`, async () => {
      const { element, events } = await scene({ endSession: [refused(code), undefined] });
      await click(element, `${row(2)} .revoke`);
      await click(element, END);
      expect(alerts(element)).to.have.lengthOf(1);
      expect(rows(element)).to.have.lengthOf(3);
      expect(events).to.deep.equal([]);
      await expect(element).to.be.accessible();
      await click(element, END);
      expect(events).to.deep.equal(['mfa-session-ended']);
    });
  }

  it('is content when somebody else was faster', async () => {
    const { element, events } = await scene({ endSession: refused('not_found') });
    await click(element, `${row(2)} .revoke`);
    await click(element, END);
    expect(alerts(element)).to.deep.equal([]);
    expect(rows(element)).to.have.lengthOf(2);
    expect(events).to.have.lengthOf(1);
  });

  it('goes back to the list when the session in question ends elsewhere', async () => {
    const { element, client } = await scene();
    await click(element, `${row(2)} .revoke`);
    client.play('sessions', { sessions: [thisSession] });
    client.switchTo(signedIn);
    await settled(element);
    expect(deepAll(element, '#question')).to.have.lengthOf(0);
    expect(rows(element)).to.have.lengthOf(1);
  });

  it('sends one request for a double click', async () => {
    const { element, client } = await scene({ endSession: never() });
    await click(element, `${row(2)} .revoke`);
    own(element, END).click();
    own(element, END).click();
    await settled(element);
    expect(client.count('endSession')).to.equal(1);
    expect(own(element, END).ariaDisabled).to.equal('true');
    expect(element.matches(':state(verifying)')).to.equal(true);
  });
});

describe('<active-sessions>: signing out', () => {
  it('is how this session is ended: the provider’s view is signed out', async () => {
    const client = new ScriptedMfaClient({ session: signedIn });
    const provider = await fixture<HTMLElementTagNameMap['mfa-provider']>(
      html`<mfa-provider .client=${client}><active-sessions></active-sessions></mfa-provider>`,
    );
    const element = provider.querySelector('active-sessions')!;
    await settled(provider);
    const seen: (string | undefined)[] = [];
    provider.addEventListener('mfa-session-ended', () => seen.push(provider.session?.state));
    await click(element, `${row(1)} .revoke`);
    expect(visibleText(own(element, '#question'))).to.equal('Sign out in this browser?');
    await click(element, END);
    expect([client.count('signOut'), client.count('endSession')]).to.deep.equal([1, 0]);
    expect(seen).to.deep.equal(['signed-out']);
    expect(alerts(element), 'told once').to.deep.equal(['You are signed out. Please sign in again.']);
    expect(spoken(element)).to.equal('');
    expect(isFocused(element, '[part=title]')).to.equal(true);
  });
});

describe('<active-sessions>: ending all others', () => {
  it('says before that remembered devices are forgotten as well', async () => {
    const { element, client } = await scene();
    await click(element, '.all');
    expect(visibleText(own(element, '#question'))).to.contain('All remembered devices are forgotten as well');
    expect(isFocused(element, END)).to.equal(true);
    expect(client.count('endOtherSessions')).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('leaves this one, and tells of it', async () => {
    const { element, client, events } = await scene({
      sessions: [{ sessions: [thisSession, otherSession] }, { sessions: [thisSession] }],
    });
    await click(element, '.all');
    await click(element, END);
    expect(client.count('endOtherSessions')).to.equal(1);
    expect(rows(element)).to.deep.equal(['Firefox on Linux This device']);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(events).to.deep.equal(['mfa-session-ended']);
    expect(isFocused(element, '[part=title]')).to.equal(true);
    expect(spoken(element)).to.equal('All other sessions were ended, and all remembered devices forgotten.');
  });

  it('gives the focus back when it is given up', async () => {
    const { element } = await scene();
    await click(element, '.all');
    await click(element, '.panel [part~=button-quiet]');
    expect(isFocused(element, '.all')).to.equal(true);
  });

  it('shows in a list of remembered devices on the same page', async () => {
    const client = new ScriptedMfaClient({
      session: signedIn,
      devices: [
        { devices: [{ ...otherSession, label: 'Phone', lastUsedAt: null, expiresAt: '2026-04-01' }] },
        { devices: [] },
      ],
    });
    const provider = await fixture<HTMLElement>(
      html`<mfa-provider .client=${client}
        ><active-sessions></active-sessions><remembered-devices></remembered-devices
      ></mfa-provider>`,
    );
    await settled(provider);
    const devices = provider.querySelector('remembered-devices')!;
    await click(provider.querySelector('active-sessions')!, '.all');
    await click(provider.querySelector('active-sessions')!, END);
    await settled(provider);
    expect(visibleText(own(devices, '[part=empty]'))).to.equal('No device is remembered.');
  });
});
