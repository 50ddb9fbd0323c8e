import { expect } from '@open-wc/testing';
import { signedIn } from '../client/scripted-answers.js';
import { never, refused } from '../client/scripted-client.js';
import { click, fill, isFocused, own, press, spoken, valueOf } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { row, scene, type Scene } from './mfa-members.fixture.js';

const RESET = `${row(2)} .resetting`;
const EXEMPT = `${row(3)} .exempting`;
const confirm = '.panel form button:not([type])';

async function resetting(script: Parameters<typeof scene>[0] = {}): Promise<Scene> {
  const made = await scene(script);
  await click(made.element, RESET);
  return made;
}

async function exempting(script: Parameters<typeof scene>[0] = {}): Promise<Scene> {
  const made = await scene(script);
  await click(made.element, EXEMPT);
  return made;
}

describe('<mfa-members>: a reset', () => {
  withManualTiming();

  it('says exactly what happens before it does, with the focus on the question', async () => {
    const { element, client } = await resetting();
    expect(isFocused(element, '#asked')).to.equal(true);
    expect(visibleText(own(element, '#asked'))).to.equal('Reset the second step of grace@example.com?');
    expect(deepAll(element, '.panel li').map(visibleText)).to.deep.equal([
      'Their passkeys, authenticator apps and recovery codes are removed.',
      'They are signed out everywhere, and their remembered devices are forgotten.',
      'At the next sign-in they use their password, and set up a new second step before anything else.',
      'They are told by email.',
    ]);
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(client.count('resetMember')).to.equal(0);
  });

  it('needs a reason', async () => {
    const { element, client } = await resetting();
    fill(element, 'reason', '   ');
    await click(element, confirm);
    expect(alerts(element)).to.deep.equal(['Say why. It is kept on record.']);
    expect(isFocused(element, '[name=reason]')).to.equal(true);
    expect(own(element, '[name=reason]').getAttribute('aria-invalid')).to.equal('true');
    expect(element.matches(':state(invalid)')).to.equal(true);
    expect(client.count('resetMember')).to.equal(0);
  });

  it('is told by an event, aloud and in the list, with the focus on the member', async () => {
    const { element, client, events } = await resetting();
    fill(element, 'reason', ' lost phone ');
    await click(element, confirm);
    expect(client.calls.at(-1)).to.deep.equal({
      call: 'resetMember',
      parameters: ['user-grace', 'lost phone'],
    });
    expect(events).to.deep.equal(['mfa-member-reset']);
    expect(spoken(element)).to.equal('The second step of grace@example.com was reset.');
    const text = visibleText(own(element, row(2)));
    expect(text).to.contain('Reset just now').and.to.contain('No second step yet');
    expect(isFocused(element, row(2))).to.equal(true);
    expect(deepAll(element, '.panel')).to.have.lengthOf(0);
  });

  it('is let be by Cancel and by Escape, with the focus back on the button', async () => {
    const { element, client } = await resetting();
    await press(element, 'Cancel');
    expect(isFocused(element, RESET)).to.equal(true);
    await click(element, RESET);
    own(element, '[name=reason]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await settled(element);
    expect(isFocused(element, RESET)).to.equal(true);
    expect(client.count('resetMember')).to.equal(0);
  });

  it('happens once, however often it is clicked', async () => {
    const { element, client } = await resetting({ resetMember: never() });
    fill(element, 'reason', 'lost phone');
    await click(element, confirm);
    await click(element, confirm);
    await press(element, 'Cancel');
    expect(client.count('resetMember')).to.equal(1);
    expect(visibleText(own(element, confirm))).to.equal('One moment…');
    expect(element.matches(':state(verifying)')).to.equal(true);
  });

  for (const [code, text] of [
    ['offline', 'The server can’t be reached. Check your connection and try again.'],
    ['step_up_required', 'This needs a fresh proof that it’s you. Please try again and confirm.'],
    ['forbidden', 'You aren’t allowed to do this.'],
    ['not_found', 'This no longer exists. Reload the page to see how things stand.'],
  ] as const)
    it(`keeps what was typed when it is refused: ${code}`, async () => {
      const { element, events } = await resetting({ resetMember: refused(code) });
      fill(element, 'reason', 'lost phone');
      await click(element, confirm);
      expect(alerts(element)).to.deep.equal([text]);
      expect(valueOf(element, 'reason')).to.equal('lost phone');
      expect(events).to.deep.equal([]);
    });

  it('goes on after a step-up', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'member.reset' };
    const { element, client, events } = await resetting({
      resetMember: [refused('step_up_required', { stepUp }), undefined],
    });
    client.handleStepUp(() => {
      client.switchTo({ ...signedIn, csrf: 'another' });
      return Promise.resolve(true);
    });
    fill(element, 'reason', 'lost phone');
    await click(element, confirm);
    expect(events).to.deep.equal(['mfa-member-reset']);
  });
});

describe('<mfa-members>: an exemption', () => {
  const timing = withManualTiming();

  it('says what it means, and asks for the last day and the reason', async () => {
    const { element } = await exempting();
    expect(visibleText(own(element, '#asked'))).to.equal('Exempt linus@example.com for a while?');
    expect(visibleText(own(element, '.panel'))).to.contain('Their deadline stays');
    expect(deepAll(element, '.panel [part=label]').map(visibleText)).to.deep.equal(['Last day', 'Reason']);
  });

  it('is for days that are still to come', async () => {
    const { element, client } = await exempting();
    const today = new Date(timing().now());
    const day = `${String(today.getFullYear())}-03-0${String(today.getDate())}`;
    for (const wrong of ['', day]) {
      fill(element, 'until', wrong);
      fill(element, 'reason', 'on leave');
      (own(element, '[name=until]') as HTMLInputElement).min = '';
      await click(element, confirm);
      expect(alerts(element)).to.deep.equal(['Choose the last day: after today, and at most 90 days ahead.']);
      expect(isFocused(element, '[name=until]')).to.equal(true);
    }
    expect(client.count('exemptMember')).to.equal(0);
  });

  it('needs a reason', async () => {
    const { element, client } = await exempting();
    fill(element, 'until', '2026-03-20');
    await click(element, confirm);
    expect(alerts(element)).to.deep.equal(['Say why. It is kept on record.']);
    expect(valueOf(element, 'until')).to.equal('2026-03-20');
    expect(client.count('exemptMember')).to.equal(0);
  });

  it('lasts to the end of that day in the admin’s own calendar, and is told', async () => {
    const { element, client, events } = await exempting();
    fill(element, 'until', '2026-03-20');
    fill(element, 'reason', 'on leave');
    await click(element, confirm);
    expect(client.calls.at(-1)).to.deep.equal({
      call: 'exemptMember',
      parameters: ['user-linus', 'on leave', new Date('2026-03-20T23:59:59.999').toISOString()],
    });
    expect(events).to.deep.equal(['mfa-member-exempted']);
    expect(spoken(element)).to.equal('linus@example.com is exempt until March 20, 2026.');
    expect(visibleText(own(element, row(3)))).to.contain('Exempt until March 20, 2026');
    expect(isFocused(element, EXEMPT)).to.equal(true);
  });

  it('keeps what was typed when it is refused', async () => {
    const { element } = await exempting({ exemptMember: refused('unavailable') });
    fill(element, 'until', '2026-03-20');
    fill(element, 'reason', 'on leave');
    await click(element, confirm);
    expect(alerts(element)).to.have.lengthOf(1);
    expect([valueOf(element, 'until'), valueOf(element, 'reason')]).to.deep.equal(['2026-03-20', 'on leave']);
  });
});
