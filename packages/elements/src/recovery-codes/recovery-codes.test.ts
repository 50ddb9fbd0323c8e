import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mustEnroll, signedIn, tenCodes } from '../client/scripted-answers.js';
import { ScriptedMfaClient, never, refused } from '../client/scripted-client.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { button, click, focusedPart, scene, status } from './recovery-codes.fixture.js';
import { RecoveryCodes } from './recovery-codes.js';

elementContract({
  tag: 'recovery-codes',
  element: RecoveryCodes,
  define: () => import('../define/recovery-codes.js'),
  client: () => new ScriptedMfaClient({ session: signedIn, ...status({ remaining: 2 }) }),
  parts: [
    'base',
    'header',
    'title',
    'description',
    'codes',
    'code',
    'code-used',
    'hint',
    'hint-warning',
    'error',
    'actions',
    'button',
    'footer',
  ],
});

describe('<recovery-codes>: how things stand', () => {
  const timing = withManualTiming();

  it('says how many are left, when they were made, and that they are saved', async () => {
    const { element } = await scene(status());
    const text = visibleText(element);
    expect(text).to.contain('8 of 10 left');
    expect(text).to.contain('Made on November 14, 2025. You confirmed that you saved them.');
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(8);
    expect(deepAll(element, '[part=code-used]')).to.have.lengthOf(2);
    expect(deepAll(element, '[part~=hint-warning]')).to.have.lengthOf(0);
    expect(element.matches(':state(complete)')).to.equal(true);
  });

  for (const [remaining, warning] of [
    [4, undefined],
    [3, 'Few codes are left. Make new ones before you run out.'],
    [1, 'Few codes are left. Make new ones before you run out.'],
    [0, 'All codes are used. Make new ones: without them, losing your authenticator locks you out.'],
  ] as const) {
    it(`with ${String(remaining)} left ${warning ? 'warns' : 'does not warn'}`, async () => {
      const { element } = await scene(status({ remaining }));
      expect(deepAll(element, '[part~=hint-warning]').map(visibleText)).to.deep.equal(
        warning ? [warning] : [],
      );
      await expect(element).to.be.accessible();
    });
  }

  it('says when they were never confirmed as saved', async () => {
    const { element } = await scene(status({ confirmed: false }));
    expect(visibleText(element)).to.contain('You have not confirmed that you saved them.');
    expect(element.matches(':state(complete)')).to.equal(false);
  });

  it('says where codes come from when there are none, and offers none', async () => {
    const { element } = await scene(status({ remaining: 0, total: 0, createdAt: null, confirmed: false }));
    expect(visibleText(element)).to.contain('You get ten when you set up your first authenticator.');
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
    expect(element.matches(':state(empty)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('shows loading after 300 ms, not before', async () => {
    const { element } = await scene({ recoveryCodes: never() });
    timing().advance(299);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(1);
    await settled(element);
    expect(visibleText(deep(element, '[part=loading]'))).to.equal('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('offers another try when the server can’t be reached', async () => {
    const { element, client } = await scene({ recoveryCodes: refused('offline') });
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(element.matches(':state(error)')).to.equal(true);
    await expect(element).to.be.accessible();
    client.play('recoveryCodes', { remaining: 8, total: 10, createdAt: null, confirmed: true });
    await click(element, 'Try again');
    expect(visibleText(element)).to.contain('8 of 10 left');
    expect(alerts(element)).to.deep.equal([]);
  });

  it('follows the session: a code that was used elsewhere is gone here', async () => {
    const { element, client } = await scene();
    client.play('recoveryCodes', { remaining: 7, total: 10, createdAt: null, confirmed: true });
    client.switchTo(signedIn);
    await settled(element);
    expect(visibleText(element)).to.contain('7 of 10 left');
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    expect(visibleText(element)).to.not.contain('left');
  });

  it('speaks German inside lang="de"', async () => {
    const client = new ScriptedMfaClient(status());
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><recovery-codes .client=${client}></recovery-codes></div>`,
    );
    const element = parent.querySelector('recovery-codes')!;
    await comes(() => visibleText(element).includes('Noch 8 von 10'), 'German comes');
    expect(visibleText(element)).to.contain('14. November 2025');
  });
});

describe('<recovery-codes>: making new ones', () => {
  it('asks first, in plain words, and sends nothing when the answer is no', async () => {
    const { element, client } = await scene();
    await click(element, 'Make new codes');
    expect(visibleText(element)).to.contain('The old ones stop working at once, wherever you keep them.');
    expect(focusedPart(element)).to.contain('button-danger');
    await expect(element).to.be.accessible();
    await click(element, 'Cancel');
    expect(client.count('regenerateRecoveryCodes')).to.equal(0);
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Make new codes'));
  });

  it('takes Escape for no, and gives the focus back', async () => {
    const { element } = await scene();
    button(element, 'Make new codes').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Make new codes'));
  });

  it('shows the new codes and moves the focus to their heading', async () => {
    const { element } = await scene();
    await click(element, 'Make new codes');
    await click(element, 'Replace the old codes');
    expect(deepAll(element, '[part=code]').map((code) => code.textContent)).to.deep.equal(tenCodes);
    expect(focusedPart(element)).to.equal('title');
    expect(element.matches(':state(prompting)')).to.equal(true);
  });

  it('sends one request for a double click', async () => {
    const { element, client } = await scene({ regenerateRecoveryCodes: never() });
    await click(element, 'Make new codes');
    const confirm = button(element, 'Replace the old codes');
    confirm.click();
    confirm.click();
    await settled(element);
    confirm.click();
    expect(client.count('regenerateRecoveryCodes')).to.equal(1);
    expect(confirm.ariaDisabled).to.equal('true');
  });

  it('waits for the step-up that the page asks for, and goes on with it', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'recovery-codes' };
    const { element, client } = await scene({
      regenerateRecoveryCodes: [refused('step_up_required', { stepUp }), { recoveryCodes: tenCodes }],
    });
    const asked: unknown[] = [];
    client.handleStepUp((requirement) => {
      asked.push(requirement);
      client.switchTo(signedIn);
      return Promise.resolve(true);
    });
    await click(element, 'Make new codes');
    await click(element, 'Replace the old codes');
    expect(asked).to.deep.equal([stepUp]);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
  });

  for (const [code, text] of [
    ['step_up_required', 'This needs a fresh proof that it’s you. Please try again and confirm.'],
    ['enrolment_required', 'Set up a new way to sign in first.'],
    ['unavailable', 'This isn’t available right now and nothing was changed. Please try again in a moment.'],
    ['offline', 'The server can’t be reached. Check your connection and try again.'],
  ] as const) {
    it(`keeps the question open after ${code}`, async () => {
      const { element } = await scene({ regenerateRecoveryCodes: refused(code), session: mustEnroll });
      await click(element, 'Make new codes');
      await click(element, 'Replace the old codes');
      expect(alerts(element)).to.deep.equal([text]);
      expect(button(element, 'Replace the old codes').ariaDisabled).to.equal('false');
      await expect(element).to.be.accessible();
    });
  }
});
