import { expect, fixture, html } from '@open-wc/testing';
import { signedIn } from '../client/scripted-answers.js';
import { activityOf } from '../client/scripted-activity.js';
import { never, refused, ScriptedMfaClient } from '../client/scripted-client.js';
import { click, isFocused, own, press, spoken } from '../foundation/testing/acting.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { happened, names, only, page, row, scene } from './security-activity.fixture.js';
import { SecurityActivity } from './security-activity.js';

elementContract({
  tag: 'security-activity',
  element: SecurityActivity,
  define: () => import('../define/security-activity.js'),
  client: () => new ScriptedMfaClient({ session: signedIn }),
  prepare: async (element) => {
    // On a page of its own the feed is fetched anew.
    await comes(() => element.shadowRoot?.querySelector('.report'), 'the feed comes');
    own(element, 'details').setAttribute('open', '');
    await click(element, '.report');
  },
  parts: [
    'base',
    'header',
    'title',
    'description',
    'filters',
    'label',
    'input',
    'event',
    'event-current',
    'event-suspicious',
    'hint',
    'error',
    'actions',
    'button',
    'button-quiet',
    'button-danger',
    'footer',
  ],
});

describe('<security-activity>: the list', () => {
  const timing = withManualTiming();

  it('says in plain words what happened, newest first', async () => {
    const { element } = await scene();
    expect(names(element)).to.deep.equal([
      'Signed in This session',
      'Password accepted This session',
      'Blocked for a while after too many tries Unusual',
      'Second factor refused Unusual',
      'Password accepted Unusual',
      'Signed out',
      'Recovery codes confirmed as saved',
      'Recovery codes made',
      'Authenticator app added',
    ]);
  });

  it('says what was locked after too many wrong codes', async () => {
    for (const [method, sentence] of [
      ['totp', 'Authenticator app locked after too many wrong codes'],
      ['recovery-code', 'Recovery codes locked after too many wrong ones'],
    ] as const) {
      const { element } = await scene(only({ event: 'auth.2fa.factor_locked', method, outcome: 'blocked' }));
      expect(names(element)).to.deep.equal([sentence]);
    }
  });

  it('says when, with which factor, in which browser and where', async () => {
    const { element } = await scene(
      only({ at: '2026-03-02T07:30:00Z', factor: { id: 'totp-1', name: 'Phone' } }),
    );
    const text = visibleText(own(element, row(1)));
    expect(text).to.match(/2 hours ago · Mar 2, 2026, \d+:30/);
    expect(text).to.contain(
      'Authenticator app “Phone” · Firefox on Linux · London, United Kingdom · 192.0.2.14',
    );
  });

  it('breaks no time, place or address over two lines, and begins none with a dot', async () => {
    const { element } = await scene(only({ at: '2026-03-02T07:30:00Z' }));
    element.style.width = '300px';
    const facts = deepAll(element, `${row(1)} bdi`);
    const broken = facts.filter((fact) => fact.getClientRects().length > 1);
    expect(broken.map(visibleText)).to.deep.equal([]);
    const start = own(element, row(1)).getBoundingClientRect().left;
    const first = facts.filter((fact) => Math.abs(fact.getBoundingClientRect().left - start) < 1);
    expect(first.length, 'lines that begin with a fact').to.be.greaterThan(2);
  });

  it('does not say twice what a factor is that nobody gave a name', async () => {
    const { element } = await scene(only({ factor: { id: 'totp-1', name: 'Authenticator app' } }));
    expect(visibleText(own(element, row(1)))).to.contain('Authenticator app · Firefox on Linux');
  });

  it('keeps the relative time true', async () => {
    const { element } = await scene(only({ at: '2026-03-02T07:30:00Z' }));
    const seen = own(element, `${row(1)} time`);
    expect(seen).to.have.attribute('datetime', '2026-03-02T07:30:00Z');
    timing().advance(60 * 60_000);
    await settled(element);
    expect(visibleText(seen)).to.equal('3 hours ago');
  });

  it('says nothing of what is not known', async () => {
    const nothing = { method: null, factor: null, ip: null, userAgent: null, device: null, place: null };
    const { element } = await scene(only({ event: 'auth.2fa.admin_disabled', ...nothing }));
    expect(deepAll(element, `${row(1)} [part=hint]`)).to.have.lengthOf(1);
  });

  it('has a name for a browser that nobody could tell the name of', async () => {
    const { element } = await scene(only({ userAgent: 'Your account is safe. Call 555.', device: null }));
    expect(visibleText(own(element, row(1)))).to.contain('Unknown browser');
    expect(visibleText(element)).to.not.contain('555');
  });

  it('marks what stands out by a part, by a sign, and in words', async () => {
    const { element } = await scene(
      only({ suspicious: ['new-device', 'new-network', 'counter-anomaly', 'replay', 'many-failures'] }),
    );
    expect(deepAll(element, '[part~=event-suspicious]')).to.have.lengthOf(1);
    expect(deepAll(element, '.why').map(visibleText)).to.deep.equal([
      'From a browser that hadn’t been used with this account before.',
      'From a network that hadn’t been used with this account before.',
      'The passkey counted wrong, as a copied one does.',
      'Something was used again that works only once.',
      'After many failures in a short time.',
    ]);
  });

  it('marks for a reason of a newer server, too', async () => {
    const { element } = await scene(only({ suspicious: ['full-moon' as never] }));
    expect(names(element)).to.deep.equal(['Signed in Unusual']);
    expect(deepAll(element, '.why')).to.have.lengthOf(0);
  });

  it('says that something was reported, and does not offer to report it again', async () => {
    const { element } = await scene(only({ suspicious: ['reported'] }));
    expect(names(element)).to.deep.equal(['Signed in Reported']);
    expect(visibleText(own(element, '.why'))).to.equal('You reported that this wasn’t you.');
    expect(deepAll(element, '.report')).to.have.lengthOf(0);
  });

  for (const event of ['auth.enforcement.grace_started', 'auth.enforcement.reminded']) {
    it(`does not offer to report what the service itself did: ${event}`, async () => {
      const { element } = await scene(only({ event }));
      expect(names(element)).to.have.lengthOf(1);
      expect(deepAll(element, '.report')).to.have.lengthOf(0);
    });
  }

  it('names the event on each button, for those who hear the button alone', async () => {
    const { element } = await scene(only({ event: 'auth.passkey.added' }));
    expect(own(element, '.report').ariaLabel).to.equal('This wasn’t me: Passkey added');
  });

  it('says that nothing has happened yet, and has nothing to filter', async () => {
    const { element } = await scene({ activity: { events: [], next: null } });
    expect(visibleText(own(element, '[part=empty]'))).to.equal('Nothing has happened yet.');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(own(element, '[part=filters]').hidden).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('shows loading after 300 ms, not before', async () => {
    const { element } = await scene({ activity: never() });
    timing().advance(299);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(1);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(1);
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('offers another try when the server can’t be reached', async () => {
    const { element, client } = await scene({ activity: refused('offline') });
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(element.matches(':state(error)')).to.equal(true);
    await expect(element).to.be.accessible();
    client.play('activity', page(0, 2));
    await press(element, 'Try again');
    expect(names(element)).to.have.lengthOf(2);
    expect(alerts(element)).to.deep.equal([]);
  });

  it('follows the session: what is new comes on top, what was read on stays, and both end with the session', async () => {
    const { element, client } = await scene({ activity: [page(1, 3, 'more'), page(4, 3)] });
    await press(element, 'Show older');
    client.play('activity', page(0, 3, 'other'));
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.have.lengthOf(7);
    expect(visibleText(own(element, row(1)))).to.contain('No. 0');
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(names(element)).to.deep.equal([]);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.have.lengthOf(3);
  });

  it('begins anew where a refresh has nothing in common with what is on show', async () => {
    const { element, client } = await scene({ activity: page(50, 3, 'more') });
    client.play('activity', page(0, 3, 'between'));
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.have.lengthOf(3);
    await press(element, 'Show older');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{}, 'between']);
  });

  it('keeps what is on show while a refresh fails', async () => {
    const { element, client } = await scene({ activity: page(0, 3) });
    client.play('activity', refused('offline'));
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.have.lengthOf(3);
    expect(alerts(element)).to.deep.equal([]);
  });

  it('forgets what it has read when it leaves the page', async () => {
    const { element, client } = await scene();
    client.play('activity', never());
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await settled(element);
    expect(names(element)).to.deep.equal([]);
  });

  it('speaks German inside lang="de"', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><security-activity .client=${new ScriptedMfaClient()}></security-activity></div>`,
    );
    const element = parent.querySelector('security-activity')!;
    await comes(
      () => element.shadowRoot && visibleText(element).includes('Zweiter Faktor abgelehnt Ungewöhnlich'),
      'German comes',
    );
  });
});

describe('<security-activity>: what is older', () => {
  it('comes by a button, with the focus on the first that is new and the count said once', async () => {
    const { element, client } = await scene({ activity: [page(0, 50, 'more'), page(50, 50, 'last')] });
    await press(element, 'Show older');
    expect(client.calls.at(-1)).to.deep.equal({ call: 'activity', parameters: [{}, 'more'] });
    expect(names(element)).to.have.lengthOf(100);
    expect(isFocused(element, row(51))).to.equal(true);
    expect(spoken(element)).to.equal('50 older events shown.');
  });

  it('ends with what there is: the button goes, and that is said', async () => {
    const { element } = await scene({ activity: [page(0, 2, 'more'), page(2, 1)] });
    await press(element, 'Show older');
    expect(spoken(element)).to.equal('1 older event shown. That is all.');
    expect(visibleText(element)).to.not.contain('Show older');
    expect(isFocused(element, row(3))).to.equal(true);
  });

  it('shows nothing twice, whatever the server repeats', async () => {
    const { element } = await scene({ activity: [page(0, 3, 'more'), page(2, 2)] });
    await press(element, 'Show older');
    expect(names(element)).to.have.lengthOf(4);
  });

  it('sends one request for a double click', async () => {
    const { element, client } = await scene({ activity: [page(0, 2, 'more'), never()] });
    await press(element, 'Show older');
    await press(element, 'One moment…');
    expect(client.count('activity')).to.equal(2);
  });

  it('can be tried again when it did not come, and loses nothing', async () => {
    const { element } = await scene({ activity: [page(0, 2, 'more'), refused('offline'), page(2, 2)] });
    await press(element, 'Show older');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(names(element)).to.have.lengthOf(2);
    expect(element.matches(':state(error)')).to.equal(false);
    await press(element, 'Show older');
    expect(alerts(element)).to.deep.equal([]);
    expect(names(element)).to.have.lengthOf(4);
  });
});

describe('<security-activity>: files', () => {
  const hrefs = (element: Element): (string | null)[] =>
    deepAll(element, 'a[download]').map((link) => link.getAttribute('href'));

  it('are links to what is on show, in both formats', async () => {
    const { element } = await scene({ activity: activityOf });
    expect(hrefs(element)).to.deep.equal(['/mfa/activity.csv?', '/mfa/activity.json?']);
    expect(deepAll(element, 'a[download]').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Download as CSV',
      'Download as JSON',
    ]);
  });

  it('are not offered where there is nothing to save', async () => {
    const { element } = await scene({ activity: { events: [], next: null } });
    expect(hrefs(element)).to.deep.equal([]);
  });
});

describe('<security-activity>: words', () => {
  it('are general for an event that this version does not know, by its outcome', async () => {
    const outcomes = ['success', 'failure', 'blocked'] as const;
    const events = outcomes.map((outcome) =>
      happened({ id: outcome, event: 'auth.teleport.begun', outcome, reason: 'constructor' }),
    );
    const { element } = await scene({ activity: { events, next: null } });
    expect(names(element)).to.deep.equal([
      'Something happened to the security of your account',
      'Something was tried with your account and failed',
      'Something was tried with your account and blocked',
    ]);
  });

  it('say why, where the sentence has not said so', async () => {
    const events = [
      happened({ id: '1', event: 'auth.session.ended', reason: 'password-changed' }),
      happened({ id: '2', event: 'auth.session.ended', reason: 'sign-out' }),
      happened({ id: '3', event: 'auth.2fa.failure', outcome: 'failure', reason: 'replay' }),
      happened({ id: '4', event: 'auth.device.forgotten', outcome: 'blocked', reason: 'replay' }),
    ];
    const { element } = await scene({ activity: { events, next: null } });
    const lines = deepAll(element, '.about').map((about) =>
      [...about.querySelectorAll('.name, .name + [part=hint]:not(:has(time))')].map(visibleText).join(' | '),
    );
    expect(lines).to.deep.equal([
      'Session ended | The password was changed.',
      'Signed out',
      'Second factor refused | It had been used before.',
      'Remembered device forgotten: somebody may have copied it',
    ]);
  });
});
