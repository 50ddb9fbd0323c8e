import { expect, fixture, html } from '@open-wc/testing';
import { otherDevice, signedIn, thisDevice } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/remembered-devices.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { RememberedDevices } from './remembered-devices.js';

interface Scene {
  element: RememberedDevices;
  client: ScriptedMfaClient;
  events: string[];
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<RememberedDevices>(
    html`<remembered-devices .client=${client}></remembered-devices>`,
  );
  const events: string[] = [];
  element.addEventListener('mfa-device-forgotten', ({ type }) => events.push(type));
  await settled(element);
  return { element, client, events };
}

async function click(element: Element, selector: string): Promise<void> {
  deep(element, selector).click();
  await settled(element);
}

const names = (element: Element): string[] => deepAll(element, 'li .name').map(visibleText);
const question = (element: Element): string => visibleText(deep(element, '#question'));
const spoken = (element: Element): string => deep(element, '[role=status].spoken').textContent;
const focusedPart = (element: Element): string | null | undefined =>
  element.shadowRoot?.activeElement?.getAttribute('part');

const FORGET = '[part~=button-danger]';

elementContract({
  tag: 'remembered-devices',
  element: RememberedDevices,
  define: () => import('../define/remembered-devices.js'),
  prepare: (element) => click(element, '.revoke'),
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

describe('<remembered-devices>', () => {
  withManualTiming();

  it('says in one sentence what a remembered device is, and that dangerous actions still ask', async () => {
    const { element } = await scene();
    expect(visibleText(deep(element, '[part=description]'))).to.equal(
      'On a remembered device your password is enough to sign in, for 30 days at most; dangerous actions still ask for more.',
    );
  });

  it('names each device, this one among them, when it was used, and until when it is remembered', async () => {
    const { element } = await scene();
    expect(names(element)).to.deep.equal(['Firefox on Linux This device', 'Chrome on Android']);
    const [first, second] = deepAll(element, 'li').map(visibleText);
    expect(first).to.contain('Last used yesterday');
    expect(first).to.contain('Remembered since February 20, 2026 , until March 22, 2026');
    expect(second).to.contain('Not used yet');
    expect(deepAll(element, '[part~=device-current]')).to.have.lengthOf(1);
  });

  it('finds a name for a browser that nobody could tell the name of', async () => {
    const { element } = await scene({ devices: { devices: [{ ...thisDevice, label: null }] } });
    expect(names(element)).to.deep.equal(['Unknown browser This device']);
  });

  it('says when there is none', async () => {
    const { element } = await scene({ devices: { devices: [] } });
    expect(visibleText(deep(element, '[part=empty]'))).to.equal('No device is remembered.');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(deepAll(element, '.all')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('forgets one after a question, tells of it, and moves the focus to the heading', async () => {
    const { element, client, events } = await scene();
    await click(element, 'li:nth-child(2) .revoke');
    expect(question(element)).to.equal(
      'Forget Chrome on Android? The next sign-in there asks for the second step.',
    );
    await expect(element).to.be.accessible();
    await click(element, FORGET);
    expect(client.calls.at(-1)).to.deep.equal({ call: 'forgetDevice', parameters: ['device-2'] });
    expect(names(element)).to.deep.equal(['Firefox on Linux This device']);
    expect(events).to.deep.equal(['mfa-device-forgotten']);
    expect(spoken(element)).to.equal('Chrome on Android was forgotten.');
    expect(focusedPart(element)).to.equal('title');
  });

  it('asks in other words for this very browser', async () => {
    const { element } = await scene();
    await click(element, '.revoke');
    expect(question(element)).to.equal(
      'Forget this browser? Your next sign-in here asks for the second step.',
    );
  });

  it('forgets all after a question, this one too', async () => {
    const { element, client, events } = await scene();
    await click(element, '.all');
    expect(question(element)).to.contain('Forget all remembered devices?');
    await click(element, FORGET);
    expect(client.count('forgetAllDevices')).to.equal(1);
    expect(names(element)).to.deep.equal([]);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(events).to.deep.equal(['mfa-device-forgotten']);
    expect(spoken(element)).to.equal('All remembered devices were forgotten.');
  });

  it('leaves it to "Forget" where there is only one', async () => {
    const { element } = await scene({ devices: { devices: [otherDevice] } });
    expect(deepAll(element, '.all')).to.have.lengthOf(0);
  });

  it('keeps the device when it does not get through', async () => {
    const { element, events } = await scene({ forgetDevice: refused('offline') });
    await click(element, '.revoke');
    await click(element, FORGET);
    expect(alerts(element)).to.have.lengthOf(1);
    expect(names(element)).to.have.lengthOf(2);
    expect(events).to.deep.equal([]);
  });

  it('speaks German inside lang="de"', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><remembered-devices .client=${new ScriptedMfaClient()}></remembered-devices></div>`,
    );
    const element = parent.querySelector('remembered-devices')!;
    // The language comes as a module of its own.
    await import('../languages/de.js');
    await settled(element);
    expect(visibleText(element)).to.contain('Gemerkt seit 20. Februar 2026');
  });
});
