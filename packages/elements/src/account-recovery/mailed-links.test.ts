import { expect } from '@open-wc/testing';
import {
  mustEnroll,
  noFactors,
  recovered,
  requestedRecovery,
  waitingRecovery,
} from '../client/scripted-answers.js';
import { never, refused } from '../client/scripted-client.js';
import type { RecoveryView } from '../client/views.js';
import '../define/account-recovery.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts, wholePage } from '../foundation/testing/page.js';
import { deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import { announced, enter, follow, input, press, scene, title, TOKEN } from './account-recovery.fixture.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const OPEN = `#open=${TOKEN}`;
const FINISH = `#finish=${TOKEN}`;
const CANCEL = `#cancel=${TOKEN}`;

const ready: RecoveryView = { ...waitingRecovery, status: 'ready' };
const ended = (status: RecoveryView['status']): RecoveryView => ({ ...waitingRecovery, status });

describe('<account-recovery>: the token of a mailed link', () => {
  for (const [fragment, status] of [
    [OPEN, requestedRecovery],
    [FINISH, ready],
    [CANCEL, requestedRecovery],
  ] as const) {
    it(`is taken out of the address at once, and stands nowhere in the page (K6): ${fragment.slice(0, 4)}…`, async () => {
      const { length } = history;
      const { element } = await scene({ recoveryStatus: status }, fragment);
      expect(location.hash).to.equal('');
      expect(history.length, 'nothing to go back to').to.equal(length);
      expect(wholePage()).to.not.contain(TOKEN);
      await press(element);
      expect(wholePage()).to.not.contain(TOKEN);
    });
  }

  it('changes nothing by itself: programs that look through mail follow links, too (B4)', async () => {
    for (const fragment of [OPEN, FINISH, CANCEL]) {
      const { client, outcomes, element } = await scene({}, fragment);
      const changing = client.calls.filter(({ call }) => call !== 'recoveryStatus' && call !== 'session');
      expect(changing, fragment).to.deep.equal([]);
      expect(outcomes).to.deep.equal([]);
      expect(focused(), 'nobody asked for the focus').to.equal('body');
      element.remove();
    }
  });

  it('is heeded when a second link is followed in the same tab', async () => {
    const { element } = await scene({ recoveryStatus: waitingRecovery }, OPEN);
    expect(title(element)).to.equal('Your account recovery is waiting');
    follow(CANCEL);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await settled(element);
    expect(title(element)).to.equal('Cancel the account recovery?');
    expect(location.hash).to.equal('');
  });

  it('leaves fragments alone that are none of its own', async () => {
    const { element, client } = await scene({}, '#opening=hours');
    expect(location.hash).to.equal('#opening=hours');
    expect(client.count('recoveryStatus')).to.equal(0);
    expect(title(element)).to.equal('Get back into your account');
    follow('');
  });

  it('is kept when the page only moves the element, and forgotten when it is removed', async () => {
    const { element, client } = await scene({}, OPEN);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await settled(element);
    expect(title(element)).to.equal('Begin the account recovery?');
    element.remove();
    await settled(element);
    parent.append(element);
    await settled(element);
    expect(title(element)).to.equal('Get back into your account');
    expect(client.count('openRecovery')).to.equal(0);
  });

  it('that is used up, too old, or none, leads to asking again', async () => {
    const { element } = await scene({ recoveryStatus: refused('expired', { status: 410 }) }, OPEN);
    expect(title(element)).to.equal('This link doesn’t work any more');
    expect(element.matches(':state(error)')).to.equal(true);
    await expect(element).to.be.accessible();
    await press(element);
    expect(focused()).to.equal('username');
  });

  it('is tried again after the server could not be reached', async () => {
    const { element } = await scene({ recoveryStatus: [refused('offline'), requestedRecovery] }, OPEN);
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    await expect(element).to.be.accessible();
    await press(element);
    expect(title(element)).to.equal('Begin the account recovery?');
  });
});

describe('<account-recovery>: the first link', () => {
  const timing = withManualTiming();

  it('says what will happen when, and begins with a click (R1)', async () => {
    const { element, client } = await scene({}, OPEN);
    expect(deepAll(element, '[part=step]')).to.have.lengthOf(3);
    await expect(element).to.be.accessible();
    const begin = deep(element, '[part~=button]');
    await press(element);
    expect(client.calls.at(-1)).to.deep.equal({ call: 'openRecovery', parameters: [TOKEN] });
    begin.click();
    await settled(element);
    expect(client.count('cancelRecovery'), 'a click too many cancels nothing').to.equal(0);
    expect(title(element)).to.equal('Your account recovery is waiting');
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('title');
    expect(announced(element)).to.match(/^You can finish it from .*2026/);
    await expect(element).to.be.accessible();
  });

  it('stays where it is when the wait could not be begun, and can be tried again', async () => {
    const { element } = await scene({ openRecovery: [refused('offline'), waitingRecovery] }, OPEN);
    await press(element);
    expect(alerts(element)).to.have.lengthOf(1);
    await press(element);
    expect(title(element)).to.equal('Your account recovery is waiting');
  });

  it('says so when it was followed too late', async () => {
    const { element } = await scene({ openRecovery: refused('expired', { status: 410 }) }, OPEN);
    await press(element);
    expect(title(element)).to.equal('This link doesn’t work any more');
  });

  it('counts down without a word, minute by minute, in a timer that is not read out', async () => {
    const { element } = await scene({ recoveryStatus: waitingRecovery }, OPEN);
    const left = (): string => visibleText(deep(element, '[role=timer]'));
    expect(left()).to.equal('3 days to go');
    timing().advance(DAY + 2 * HOUR);
    await settled(element);
    expect(left()).to.equal('1 day and 22 hours to go');
    expect(announced(element)).to.equal('');
    expect(deepAll(element, '[aria-live], [role=alert], [role=status]').map(visibleText).join('')).to.equal(
      '',
    );
  });

  it('looks again when the wait should be over, and tells once that it is, wherever the focus is', async () => {
    const { element, client } = await scene(
      { recoveryStatus: [waitingRecovery, waitingRecovery, ready] },
      OPEN,
    );
    timing().advance(3 * DAY);
    await settled(element);
    expect(client.count('recoveryStatus')).to.equal(2);
    expect(visibleText(deep(element, '[role=timer]'))).to.equal('Any moment now');
    timing().advance(60_000);
    await settled(element);
    expect(title(element)).to.equal('The waiting time is over');
    expect(announced(element)).to.match(/^The waiting time is over\. You have a new email/);
    expect(focused()).to.equal('body');
    await expect(element).to.be.accessible();
    timing().advance(DAY);
    expect(client.count('recoveryStatus'), 'nothing left to look for').to.equal(3);
  });

  it('notices, when somebody looks at the page again, that it was cancelled elsewhere', async () => {
    const { element } = await scene({ recoveryStatus: [waitingRecovery, ended('cancelled')] }, OPEN);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(element);
    expect(title(element)).to.equal('The account recovery is cancelled');
  });

  it('keeps what is on show when looking again fails', async () => {
    const { element } = await scene({ recoveryStatus: [waitingRecovery, refused('offline')] }, OPEN);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(element);
    expect(title(element)).to.equal('Your account recovery is waiting');
    expect(alerts(element)).to.deep.equal([]);
  });

  it('can be cancelled while it waits', async () => {
    const { element, client, outcomes } = await scene({ recoveryStatus: waitingRecovery }, OPEN);
    await press(element);
    expect(client.calls.at(-1)).to.deep.equal({ call: 'cancelRecovery', parameters: [TOKEN] });
    expect(title(element)).to.equal('The account recovery is cancelled');
    expect(outcomes).to.deep.equal(['cancelled']);
  });

  for (const [status, heading, next] of [
    ['cancelled', 'The account recovery is cancelled', 'change your password, and that of your mailbox'],
    ['completed', 'This account recovery is finished', 'If it wasn’t you: change your password now'],
    ['expired', 'This link doesn’t work any more', 'ask again'],
  ] as const) {
    it(`says that it is ${status}, and what to do next`, async () => {
      const { element, outcomes } = await scene({ recoveryStatus: ended(status) }, OPEN);
      expect(title(element)).to.equal(heading);
      expect(visibleText(element)).to.contain(next);
      expect(outcomes, 'it was not done here').to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }
});

describe('<account-recovery>: the last link', () => {
  const timing = withManualTiming();
  const script = { recoveryStatus: ready, factors: noFactors } as const;

  it('asks for the password in the page’s own DOM, and warns of what finishing does (R2)', async () => {
    const { element } = await scene(script, FINISH);
    expect(input('current-password').parentElement).to.equal(element);
    expect(input('current-password').type).to.equal('password');
    expect(visibleText(element)).to.contain('you are signed out everywhere');
    await expect(element).to.be.accessible();
  });

  it('goes on to the enrolment in place, and is through only after that', async () => {
    const { element, client, outcomes } = await scene(script, FINISH);
    await enter(element, 'current-password', 'acme-demo-passphrase');
    expect(client.calls.find(({ call }) => call === 'completeRecovery')?.parameters).to.deep.equal([
      TOKEN,
      'acme-demo-passphrase',
    ]);
    expect(client.current).to.deep.equal(recovered);
    expect(document.querySelectorAll('input[type=password]')).to.have.lengthOf(0);
    const enrolment = deep(element, 'mfa-enroll');
    expect(element.shadowRoot?.activeElement?.localName).to.equal('mfa-enroll');
    expect(outcomes).to.deep.equal([]);
    enrolment.dispatchEvent(new Event('mfa-enrolled', { bubbles: true, composed: true }));
    await settled(element);
    expect(title(element)).to.equal('You are back in your account');
    expect(outcomes).to.deep.equal(['completed']);
    expect(element.matches(':state(complete)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('keeps the enrolment, with the codes that it may show, when the element is moved or another link is followed', async () => {
    const { element } = await scene(script, FINISH);
    await enter(element, 'current-password', 'acme-demo-passphrase');
    const enrolment = deep(element, 'mfa-enroll');
    element.parentElement!.append(element);
    follow(CANCEL);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await settled(element);
    expect(deep(element, 'mfa-enroll') === enrolment).to.equal(true);
  });

  it('refuses a wrong password there, keeps nothing of it, and the link still works', async () => {
    const { element, client } = await scene(script, FINISH);
    await enter(element, 'current-password', 'wrong');
    expect(alerts(element)).to.deep.equal(['That password isn’t right. Please try again.']);
    expect(input('current-password').value).to.equal('');
    expect(focused()).to.equal('current-password');
    expect(element.matches(':state(invalid)')).to.equal(true);
    await expect(element).to.be.accessible();
    await enter(element, 'current-password', 'acme-demo-passphrase');
    expect(client.count('completeRecovery')).to.equal(2);
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(1);
  });

  it('asks for a password that is missing', async () => {
    const { element, client } = await scene(script, FINISH);
    await press(element);
    expect(alerts(element)).to.deep.equal(['Enter your password.']);
    expect(client.count('completeRecovery')).to.equal(0);
  });

  it('says that it is too early, and which link to use', async () => {
    const { element } = await scene(
      { ...script, completeRecovery: refused('conflict', { status: 409 }) },
      FINISH,
    );
    await enter(element, 'current-password', 'acme-demo-passphrase');
    expect(alerts(element)).to.deep.equal([
      'It is too early for that. Use the link in the email that tells you the waiting time is over.',
    ]);
  });

  it('says so when it was cancelled, or followed too late', async () => {
    const { element } = await scene(
      { ...script, completeRecovery: refused('expired', { status: 410 }) },
      FINISH,
    );
    await enter(element, 'current-password', 'acme-demo-passphrase');
    expect(title(element)).to.equal('This link doesn’t work any more');
    expect(document.querySelectorAll('input')).to.have.lengthOf(0);
  });

  it('keeps the password when the server can’t be reached', async () => {
    const { element } = await scene({ ...script, completeRecovery: refused('offline') }, FINISH);
    await enter(element, 'current-password', 'acme-demo-passphrase');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(input('current-password').value).to.equal('acme-demo-passphrase');
  });

  it('counts down after too many tries', async () => {
    const { element, client } = await scene(
      { ...script, completeRecovery: refused('too_many_attempts', { status: 429, retryAfter: 120 }) },
      FINISH,
    );
    await enter(element, 'current-password', 'wrong guess');
    timing().advance(30_000);
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Too many tries. You can try again in 90 seconds.']);
    await press(element);
    expect(client.count('completeRecovery')).to.equal(1);
  });

  it('sends one request for two submissions', async () => {
    const { element, client } = await scene({ ...script, completeRecovery: never() }, FINISH);
    await enter(element, 'current-password', 'acme-demo-passphrase');
    await press(element);
    expect(client.count('completeRecovery')).to.equal(1);
    expect(visibleText(deep(element, '[part~=button-primary]'))).to.equal('One moment…');
  });

  it('is through at once for a session that is not restricted', async () => {
    const { outcomes, element } = await scene(
      { ...script, completeRecovery: { ...mustEnroll, mustEnroll: false } },
      FINISH,
    );
    await enter(element, 'current-password', 'acme-demo-passphrase');
    expect(outcomes).to.deep.equal(['completed']);
  });
});

describe('<account-recovery>: the link that cancels', () => {
  it('cancels with a click, and says what to do if somebody else had asked', async () => {
    const { element, client, outcomes } = await scene({}, CANCEL);
    expect(title(element)).to.equal('Cancel the account recovery?');
    expect(client.calls, 'the server is told nothing yet').to.deep.equal([]);
    await expect(element).to.be.accessible();
    await press(element);
    expect(client.calls).to.deep.equal([{ call: 'cancelRecovery', parameters: [TOKEN] }]);
    expect(title(element)).to.equal('The account recovery is cancelled');
    expect(visibleText(element)).to.contain('change your password, and that of your mailbox');
    expect(announced(element)).to.match(/^It can’t be finished any more/);
    expect(outcomes).to.deep.equal(['cancelled']);
    await expect(element).to.be.accessible();
  });

  it('can be tried again when the server can’t be reached', async () => {
    const { element, outcomes } = await scene({ cancelRecovery: [refused('offline'), undefined] }, CANCEL);
    await press(element);
    expect(alerts(element)).to.have.lengthOf(1);
    expect(outcomes).to.deep.equal([]);
    await press(element);
    expect(outcomes).to.deep.equal(['cancelled']);
  });
});
