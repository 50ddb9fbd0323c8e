import { expect } from '@open-wc/testing';
import { pendingCase, waitingCase } from '../client/scripted-administration.js';
import { never, refused } from '../client/scripted-client.js';
import type { RecoveryCasesPage } from '../client/views-administration.js';
import { click, fill, isFocused, own, press, spoken, valueOf } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { CONFIRM, row, scene, type Scene, page } from './recovery-cases.fixture.js';

async function starting(script: Parameters<typeof scene>[0] = {}): Promise<Scene> {
  const made = await scene(script);
  await click(made.element, '.start');
  return made;
}

const WRITTEN = {
  account: 'joan@example.com',
  '"evidence.kind"': 'video-call',
  '"evidence.reference"': 'TICKET-11',
  reason: 'stolen',
};

function write(element: Element, changes: Partial<Record<keyof typeof WRITTEN, string>> = {}): void {
  for (const [name, value] of Object.entries({ ...WRITTEN, ...changes })) fill(element, name, value);
}

const started = { ...pendingCase, id: 'case-5', userId: 'user-joan', name: 'joan@example.com' };

describe('<recovery-cases>: a new case', () => {
  withManualTiming();

  it('says what comes of it, and that the evidence itself has no place in it', async () => {
    const { element } = await starting();
    expect(isFocused(element, '#asked')).to.equal(true);
    const text = visibleText(own(element, '.panel'));
    expect(text).to.contain('Check first who the person is.');
    expect(text).to.contain('Never paste documents, pictures of them, or their numbers.');
  });

  it('is prefilled where the page knows whose account it is', async () => {
    const { element } = await scene();
    element.setAttribute('user-id', 'user-joan');
    await click(element, '.start');
    expect(valueOf(element, 'account')).to.equal('user-joan');
  });

  it('goes by the id that the page knows, unless somebody else is meant', async () => {
    for (const [typed, subject] of [
      ['user-joan', { userId: 'user-joan' }],
      ['joan@example.com', { login: 'joan@example.com' }],
    ] as const) {
      const { element, client } = await scene();
      element.userId = 'user-joan';
      await click(element, '.start');
      write(element, { account: typed });
      await click(element, CONFIRM);
      const [wanted] = client.calls.find(({ call }) => call === 'startRecoveryCase')?.parameters ?? [];
      expect(wanted).to.deep.include(subject);
    }
  });

  for (const [name, text] of [
    ['account', 'Say whose account it is.'],
    ['"evidence.kind"', 'Say how you know that it is them.'],
    ['"evidence.reference"', 'Say where the evidence is kept: a reference, not the evidence itself.'],
    ['reason', 'Say what happened.'],
  ] as const)
    it(`is not started without ${name.replaceAll('"', '')}`, async () => {
      const { element, client } = await starting();
      write(element, { [name]: '  ' });
      if (name === '"evidence.kind"') fill(element, name, '');
      await click(element, CONFIRM);
      expect(alerts(element)).to.deep.equal([text]);
      expect(isFocused(element, `[name=${name}]`)).to.equal(true);
      expect(own(element, `[name=${name}]`).getAttribute('aria-invalid')).to.equal('true');
      expect(element.matches(':state(invalid)')).to.equal(true);
      expect(client.count('startRecoveryCase')).to.equal(0);
    });

  it('is told by an event, aloud and in the list, with the focus on it', async () => {
    const { element, client, events } = await starting({
      recoveryCases: [page(waitingCase), page(started, waitingCase)],
    });
    write(element, { reason: ' stolen ' });
    await click(element, CONFIRM);
    expect(client.calls.find(({ call }) => call === 'startRecoveryCase')?.parameters).to.deep.equal([
      {
        login: 'joan@example.com',
        evidence: { kind: 'video-call', reference: 'TICKET-11' },
        reason: 'stolen',
      },
    ]);
    expect(events).to.deep.equal(['mfa-recovery-case-started']);
    expect(spoken(element)).to.equal('A case for joan@example.com was started. Somebody else has to decide.');
    expect(deepAll(element, '[part~=case]')).to.have.lengthOf(2);
    expect(isFocused(element, row(1))).to.equal(true);
    expect(deepAll(element, '.panel')).to.have.lengthOf(0);
  });

  it('is told at once, also where a decision overtakes the list that it would stand in', async () => {
    const { element, events } = await starting({
      recoveryCases: [page(pendingCase), never(), page(started, waitingCase)],
    });
    write(element);
    await click(element, CONFIRM);
    expect(events).to.deep.equal(['mfa-recovery-case-started']);
    expect(spoken(element)).to.equal('A case for joan@example.com was started. Somebody else has to decide.');
    await click(element, `${row(1)} .approving`);
    await click(element, CONFIRM);
    expect(events).to.deep.equal(['mfa-recovery-case-started', 'mfa-recovery-case-decided']);
    expect(spoken(element)).to.equal('The case of linus@example.com was approved.');
  });

  it('leaves the focus with whoever went on to something else before the list came', async () => {
    let arrive: (cases: RecoveryCasesPage) => void = () => undefined;
    const { element } = await starting({
      recoveryCases: [
        page(pendingCase),
        () =>
          new Promise((resolve) => {
            arrive = resolve;
          }),
      ],
    });
    write(element);
    await click(element, CONFIRM);
    await click(element, '.approving');
    arrive(page(started, pendingCase));
    await settled(element);
    expect(deepAll(element, '[part~=case]')).to.have.lengthOf(2);
    expect(isFocused(element, '#asked')).to.equal(true);
  });

  it('skips the wait only with a reason of its own', async () => {
    const { element, client } = await starting();
    write(element);
    expect(own(element, '[name="skipWait.reason"]').checkVisibility()).to.equal(false);
    own(element, '[type=checkbox]').click();
    expect(own(element, '[name="skipWait.reason"]').checkVisibility()).to.equal(true);
    await click(element, CONFIRM);
    expect(alerts(element)).to.deep.equal(['Say why it can’t wait.']);
    expect(isFocused(element, '[name="skipWait.reason"]')).to.equal(true);
    fill(element, '"skipWait.reason"', 'travels tonight');
    await click(element, CONFIRM);
    const [wanted] = client.calls.find(({ call }) => call === 'startRecoveryCase')?.parameters ?? [];
    expect(wanted).to.have.deep.property('skipWait', { reason: 'travels tonight' });
  });

  it('does not skip the wait for a reason that was written and unticked again', async () => {
    const { element, client } = await starting();
    write(element);
    own(element, '[type=checkbox]').click();
    fill(element, '"skipWait.reason"', 'travels tonight');
    own(element, '[type=checkbox]').click();
    await click(element, CONFIRM);
    const [wanted] = client.calls.find(({ call }) => call === 'startRecoveryCase')?.parameters ?? [];
    expect(wanted).to.not.have.property('skipWait');
  });

  for (const [code, text] of [
    ['not_found', 'Nobody signs in with this. Check it and try again.'],
    ['forbidden', 'You may not start a case for this account. Nobody starts one for themselves.'],
    ['conflict', 'There is an open case or recovery for this person already.'],
    ['offline', 'The server can’t be reached. Check your connection and try again.'],
    ['step_up_required', 'This needs a fresh proof that it’s you. Please try again and confirm.'],
  ] as const)
    it(`keeps all that was written when it is refused: ${code}`, async () => {
      const { element, events } = await starting({ startRecoveryCase: refused(code) });
      write(element);
      await click(element, CONFIRM);
      expect(alerts(element)).to.deep.equal([text]);
      for (const [name, value] of Object.entries(WRITTEN)) expect(valueOf(element, name)).to.equal(value);
      expect(events).to.deep.equal([]);
    });

  it('shows which field the server refused', async () => {
    const { element } = await starting({
      startRecoveryCase: refused('validation_failed', {
        fields: [{ path: 'evidence.reference', code: 'too_long' }],
      }),
    });
    write(element);
    await click(element, CONFIRM);
    expect(isFocused(element, '[name="evidence.reference"]')).to.equal(true);
  });

  it('is started once, however often it is clicked', async () => {
    const { element, client } = await starting({ startRecoveryCase: never() });
    write(element);
    await click(element, CONFIRM);
    await click(element, CONFIRM);
    await press(element, 'Cancel');
    expect(client.count('startRecoveryCase')).to.equal(1);
  });

  it('is let be by Cancel and by Escape, with the focus back on the button', async () => {
    const { element } = await starting();
    await press(element, 'Cancel');
    expect(isFocused(element, '.start')).to.equal(true);
    await click(element, '.start');
    own(element, '[name=reason]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await settled(element);
    expect(isFocused(element, '.start')).to.equal(true);
  });
});
