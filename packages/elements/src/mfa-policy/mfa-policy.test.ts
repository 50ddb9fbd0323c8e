import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { scriptedPolicy } from '../client/scripted-administration.js';
import { signedIn } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-policy.js';
import { click, fill, isFocused, own, press, spoken, valueOf } from '../foundation/testing/acting.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { MfaPolicy } from './mfa-policy.js';

interface Scene {
  element: MfaPolicy;
  client: ScriptedMfaClient;
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<MfaPolicy>(html`<mfa-policy .client=${client}></mfa-policy>`);
  await settled(element);
  return { element, client };
}

async function type(element: Element, name: string, value: string): Promise<void> {
  fill(element, name, value);
  own(element, `[name=${name}]`).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(element);
}

const consequences = (element: Element): string[] =>
  deepAll(element, '[part=consequences] li').map(visibleText);

const sent = ({ calls }: ScriptedMfaClient): unknown =>
  calls.findLast(({ call }) => call === 'changePolicy')?.parameters[0];

elementContract({
  tag: 'mfa-policy',
  element: MfaPolicy,
  define: () => import('../define/mfa-policy.js'),
  client: () => new ScriptedMfaClient({ session: signedIn }),
  parts: [
    'base',
    'header',
    'title',
    'description',
    'label',
    'input',
    'hint',
    'consequences',
    'error',
    'actions',
    'button',
    'button-primary',
    'footer',
  ],
});

describe('<mfa-policy>', () => {
  const timing = withManualTiming();

  it('shows what the workspace asks now', async () => {
    const { element } = await scene({
      policy: { ...scriptedPolicy, required: true, roles: ['admin', 'owner'], graceDays: 30 },
    });
    expect((own(element, '[name=required]') as HTMLInputElement).checked).to.equal(true);
    expect(valueOf(element, 'roles')).to.equal('admin, owner');
    expect(valueOf(element, 'graceDays')).to.equal('30');
    expect(visibleText(own(element, '[part=consequences]'))).to.equal('You have changed nothing.');
    expect(own(element, '[part~=button-primary]').ariaDisabled).to.equal('true');
  });

  it('says before saving what follows: how much time people get, and what is blocked then', async () => {
    const { element } = await scene();
    await click(element, '[name=required]');
    expect(consequences(element)).to.deep.equal([
      'Everybody in the workspace has to have two-step sign-in. People without it get 14 days, counted from when it is first asked of them. After that, what needs it is blocked for them until they set it up.',
    ]);
    expect(own(element, '[part~=button-primary]').getAttribute('aria-describedby')).to.equal('consequences');
    await expect(element).to.be.accessible();
  });

  it('says so for each change, and follows the number of days', async () => {
    const { element } = await scene({
      policy: { ...scriptedPolicy, required: true, phishingResistantRoles: ['auditor'] },
    });
    await click(element, '[name=required]');
    await type(element, 'roles', 'owner, billing');
    await type(element, 'phishingResistantRoles', 'owner');
    await type(element, 'graceDays', '0');
    await click(element, '[name=rememberDevice]');
    expect(consequences(element).map((text) => text.split('. ')[0])).to.deep.equal([
      'Nobody has to have two-step sign-in for the sake of the workspace any more',
      'These roles have to have two-step sign-in from now on: owner and billing',
      'These roles no longer have to: admin.',
      'These roles need a passkey, and confirm with nothing else: owner',
      'For these roles, an authenticator app counts again: auditor.',
      'Whoever is asked for the first time from now on gets no time',
      'Everybody is asked for the second step at each sign-in.',
    ]);
    expect(consequences(element)[3]).to.contain('People without one have to make one at once.');
  });

  it('saves all five, roles each once, and tells the page', async () => {
    const { element, client } = await scene();
    const heard: string[] = [];
    document.addEventListener('mfa-policy-changed', () => heard.push(visibleText(element)), { once: true });
    await click(element, '[name=required]');
    await type(element, 'roles', ' owner,admin , owner,');
    await press(element, 'Save');
    expect(sent(client)).to.deep.equal({ ...scriptedPolicy, required: true, roles: ['owner', 'admin'] });
    expect(heard).to.have.lengthOf(1);
    expect(spoken(element)).to.equal('Saved. This applies from now on.');
    expect(valueOf(element, 'roles'), 'as the server has it').to.equal('owner, admin');
    expect(element.matches(':state(complete)')).to.equal(true);
    await click(element, '[name=required]');
    expect(element.matches(':state(complete)'), 'there is something new to save').to.equal(false);
    expect(spoken(element)).to.equal('');
  });

  it('saves on Enter', async () => {
    const { element, client } = await scene();
    own(element, '[name=graceDays]').focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '0' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(sent(client)).to.deep.equal({ ...scriptedPolicy, graceDays: 140 });
  });

  it('sends nothing where nothing was changed, the order of roles included', async () => {
    const { element, client } = await scene({ policy: { ...scriptedPolicy, roles: ['admin', 'owner'] } });
    await type(element, 'roles', 'owner, admin');
    await press(element, 'Save');
    expect(client.count('changePolicy')).to.equal(0);
  });

  it('says at the field what can’t be sent, with the focus there, and promises nothing meanwhile', async () => {
    const { element, client } = await scene();
    for (const days of ['366', '-1', 'soon', '']) {
      await type(element, 'graceDays', days);
      await press(element, 'Save');
      expect(visibleText(own(element, '#refused-graceDays'))).to.equal('Enter a whole number from 0 to 365.');
      expect(isFocused(element, '[name=graceDays]')).to.equal(true);
      expect(consequences(element)).to.deep.equal([]);
      expect(visibleText(own(element, '[part=consequences]'))).to.contain('Correct what is marked above');
      own(element, '[name=roles]').focus();
    }
    expect(client.count('changePolicy')).to.equal(0);
    expect(element.matches(':state(invalid)')).to.equal(true);
    expect(own(element, '[name=graceDays]').getAttribute('aria-describedby')).to.contain('refused-graceDays');
    await expect(element).to.be.accessible();
  });

  it('says at its field what the server refuses', async () => {
    const { element } = await scene({
      changePolicy: refused('validation_failed', { fields: [{ path: 'roles.1', code: 'too_big' }] }),
    });
    await type(element, 'roles', 'admin, owner');
    await press(element, 'Save');
    expect(visibleText(own(element, '#refused-roles'))).to.match(/^A role has at most 64 characters/);
    expect(isFocused(element, '[name=roles]')).to.equal(true);
    expect(alerts(element)).to.deep.equal([]);
  });

  it('keeps what was changed when saving fails, and saves it at the next try', async () => {
    const { element, client } = await scene({
      changePolicy: [refused('conflict'), refused('offline'), (policy) => policy],
    });
    await type(element, 'roles', 'owner');
    await press(element, 'Save');
    expect(alerts(element)).to.deep.equal(['Something else changed at the same time. Please try again.']);
    await press(element, 'Save');
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(valueOf(element, 'roles')).to.equal('owner');
    await press(element, 'Save');
    expect(sent(client)).to.deep.equal({ ...scriptedPolicy, roles: ['owner'] });
    expect(alerts(element)).to.deep.equal([]);
  });

  it('asks for a step-up, and keeps what was changed when the person cancels it', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'policy.change' };
    const { element, client } = await scene({
      changePolicy: [
        refused('step_up_required', { stepUp }),
        refused('step_up_required', { stepUp }),
        (policy) => policy,
      ],
    });
    const asked: boolean[] = [];
    client.handleStepUp(() => {
      asked.push(true);
      return Promise.resolve(asked.length > 1);
    });
    await type(element, 'roles', 'owner');
    await press(element, 'Save');
    expect(alerts(element)).to.deep.equal([
      'This needs a fresh proof that it’s you. Please try again and confirm.',
    ]);
    expect(valueOf(element, 'roles')).to.equal('owner');
    await press(element, 'Save');
    expect(asked).to.have.lengthOf(2);
    expect(spoken(element)).to.equal('Saved. This applies from now on.');
  });

  it('keeps what was changed through a signing out and in of the same person, and a moving of the element', async () => {
    const { element, client } = await scene();
    await type(element, 'roles', 'owner');
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    client.switchTo(signedIn);
    await settled(element);
    expect(valueOf(element, 'roles')).to.equal('owner');
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await settled(element);
    expect(valueOf(element, 'roles')).to.equal('owner');
  });

  it('shows somebody else nothing of it', async () => {
    const { element, client } = await scene();
    await type(element, 'roles', 'owner');
    client.switchTo({ ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } });
    await settled(element);
    expect(valueOf(element, 'roles')).to.equal('admin');
  });

  it('discards what was changed, when asked to', async () => {
    const { element } = await scene();
    await click(element, '[name=required]');
    await type(element, 'roles', 'owner');
    await press(element, 'Discard changes');
    expect(valueOf(element, 'roles')).to.equal('admin');
    expect((own(element, '[name=required]') as HTMLInputElement).checked).to.equal(false);
    expect(isFocused(element, '[name=required]'), 'the button is gone').to.equal(true);
  });

  it('tells those who may not see it, and offers no second try', async () => {
    const { element } = await scene({ policy: refused('forbidden') });
    expect(alerts(element)).to.deep.equal([
      'Only those who administer the workspace may see and change this.',
    ]);
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('says that the server can’t be reached, and tries again', async () => {
    const { element, client } = await scene({ policy: refused('offline') });
    expect(element.matches(':state(error)')).to.equal(true);
    client.play('policy', scriptedPolicy);
    await press(element, 'Try again');
    expect(valueOf(element, 'roles')).to.equal('admin');
  });

  it('shows loading after 300 ms, and saving at once', async () => {
    const { element } = await scene({ policy: never() });
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(300);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(1);
    const { element: other } = await scene({ changePolicy: never() });
    await click(other, '[name=required]');
    await press(other, 'Save');
    expect(visibleText(own(other, '[part~=button-primary]'))).to.equal('Saving…');
    expect(other.matches(':state(verifying)')).to.equal(true);
  });

  it('speaks German inside lang="de"', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de">
        <mfa-policy .client=${new ScriptedMfaClient({ session: signedIn })}></mfa-policy>
      </div>`,
    );
    const element = parent.querySelector('mfa-policy')!;
    await import('../languages/de.js');
    await settled(element);
    await click(element, '[name=required]');
    expect(consequences(element)[0]).to.contain('bekommt 14 Tage Zeit');
  });
});
