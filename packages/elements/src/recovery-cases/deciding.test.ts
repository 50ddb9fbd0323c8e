import { expect } from '@open-wc/testing';
import { pendingCase, waitingCase } from '../client/scripted-administration.js';
import { never, refused } from '../client/scripted-client.js';
import { click, fill, isFocused, own, press, spoken, valueOf } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { CONFIRM, only, row, scene, type Scene, page } from './recovery-cases.fixture.js';

const APPROVE = `${row(1)} .approving`;
const REJECT = `${row(1)} .rejecting`;

async function asked(selector: string, script: Parameters<typeof scene>[0] = {}): Promise<Scene> {
  const made = await scene(script);
  await click(made.element, selector);
  return made;
}

describe('<recovery-cases>: a decision', () => {
  withManualTiming();

  it('says what follows before it does, with the focus on the question', async () => {
    const { element, client } = await asked(APPROVE);
    expect(isFocused(element, '#asked')).to.equal(true);
    expect(visibleText(own(element, '#asked'))).to.equal('Approve the case of linus@example.com?');
    const text = visibleText(own(element, '.panel'));
    expect(text).to.contain('on each day of the wait, with a link that cancels it');
    expect(text).to.contain('The last link goes out in 2 days and 23 hours.');
    expect(text).to.contain('can do nothing but set up a new second step');
    expect(text).to.contain('First look at the evidence yourself. Evidence: Video call, TICKET-7.');
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(client.count('approveRecoveryCase')).to.equal(0);
  });

  it('says that there is no wait where there is none', async () => {
    const { element } = await asked(
      APPROVE,
      only({ readyAt: pendingCase.startedAt, skipWait: { reason: 'Travels tonight.' } }),
    );
    expect(visibleText(own(element, '.panel'))).to.contain('The last link goes out at once.');
  });

  it('is told by an event, aloud and in the list, with the focus on the case', async () => {
    const { element, client, events } = await asked(APPROVE, {
      recoveryCases: [page({}), page({ ...waitingCase, id: 'case-4' })],
    });
    await click(element, CONFIRM);
    expect(
      client.calls.some(
        ({ call, parameters }) => call === 'approveRecoveryCase' && parameters[0] === 'case-4',
      ),
    ).to.equal(true);
    expect(events).to.deep.equal(['mfa-recovery-case-decided']);
    expect(spoken(element)).to.equal('The case of linus@example.com was approved.');
    expect(visibleText(own(element, row(1))))
      .to.contain('Approved, waiting')
      .and.to.contain('Approved by you');
    expect(isFocused(element, row(1))).to.equal(true);
  });

  it('shows how the case stands also where the list can’t be read anew', async () => {
    const { element, events } = await asked(APPROVE, {
      recoveryCases: [page({}), refused('offline')],
    });
    await click(element, CONFIRM);
    expect(visibleText(own(element, row(1)))).to.contain('Approved, waiting');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(events).to.deep.equal(['mfa-recovery-case-decided']);
  });

  it('may be a rejection, with a reason or without', async () => {
    for (const [typed, sent] of [
      ['', undefined],
      [' another voice ', 'another voice'],
    ] as const) {
      const { element, client, events } = await asked(REJECT);
      expect(visibleText(own(element, '#asked'))).to.equal('Reject the case of linus@example.com?');
      fill(element, 'reason', typed);
      await click(element, CONFIRM);
      const made = client.calls.find(({ call }) => call === 'rejectRecoveryCase');
      expect(made?.parameters).to.deep.equal(['case-4', sent]);
      expect(events).to.deep.equal(['mfa-recovery-case-decided']);
      expect(spoken(element)).to.equal('The case of linus@example.com was rejected.');
    }
  });

  it('is let be by Cancel and by Escape, with the focus back on the button', async () => {
    const { element, client } = await asked(REJECT);
    await press(element, 'Cancel');
    expect(isFocused(element, REJECT)).to.equal(true);
    await click(element, APPROVE);
    own(element, '#asked').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(element);
    expect(isFocused(element, APPROVE)).to.equal(true);
    expect(client.count('approveRecoveryCase') + client.count('rejectRecoveryCase')).to.equal(0);
  });

  it('happens once, however often it is clicked', async () => {
    const { element, client } = await asked(APPROVE, { approveRecoveryCase: never() });
    await click(element, CONFIRM);
    await click(element, CONFIRM);
    await press(element, 'Cancel');
    expect(client.count('approveRecoveryCase')).to.equal(1);
    expect(element.matches(':state(verifying)')).to.equal(true);
  });

  it('comes too late where somebody else was faster: it says so, and shows how the case stands', async () => {
    const { element, events } = await asked(APPROVE, {
      approveRecoveryCase: refused('conflict'),
      recoveryCases: [page({}), page({ ...waitingCase, id: 'case-4' })],
    });
    await click(element, CONFIRM);
    expect(alerts(element)).to.deep.equal([
      'This case is no longer open: somebody else decided, or it was cancelled.',
    ]);
    expect(visibleText(own(element, row(1)))).to.contain('Approved, waiting');
    expect(isFocused(element, row(1))).to.equal(true);
    expect(events).to.deep.equal([]);
  });

  it('can be tried again where it did not get through, and keeps the reason', async () => {
    const { element, events } = await asked(REJECT, {
      rejectRecoveryCase: [
        refused('offline'),
        refused('step_up_required'),
        { ...pendingCase, status: 'rejected' },
      ],
    });
    fill(element, 'reason', 'another voice');
    await click(element, CONFIRM);
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    await click(element, CONFIRM);
    expect(alerts(element)).to.deep.equal([
      'This needs a fresh proof that it’s you. Please try again and confirm.',
    ]);
    expect(valueOf(element, 'reason')).to.equal('another voice');
    await click(element, CONFIRM);
    expect(events).to.deep.equal(['mfa-recovery-case-decided']);
    expect(deepAll(element, '.panel')).to.have.lengthOf(0);
  });
});
