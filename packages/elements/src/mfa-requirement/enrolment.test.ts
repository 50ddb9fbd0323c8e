import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ScriptedCeremonies } from '../ceremonies/scripted-ceremonies.js';
import { enforced, inGrace, noFactors, passkeyInGrace, tenCodes } from '../client/scripted-answers.js';
import { ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/mfa-enroll.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { comes, deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { announced, buttons, met, meeting, press, scene, told } from './mfa-requirement.fixture.js';

async function setUpApp(element: Element): Promise<void> {
  deepAll(element, '[part~=method]')
    .find((method) => visibleText(method).includes('authenticator app'))
    ?.click();
  await settled(element);
  document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')?.focus();
  await sendKeys({ type: '123456' });
  await settled(element);
}

const focusedIn = (element: Element): string | null | undefined =>
  element.shadowRoot?.activeElement?.getAttribute('part');

describe('<mfa-requirement>: setting it up', () => {
  withManualTiming();

  it('asks the page first, from wherever in the page it is, and leaves the rest to a page that wants to', async () => {
    const { element } = await scene(inGrace);
    let heard: Event | undefined;
    const take = (event: Event): void => {
      heard = event;
      event.preventDefault();
    };
    document.addEventListener('mfa-enrol-requested', take);
    await press(element, 'Set up now');
    document.removeEventListener('mfa-enrol-requested', take);
    expect(heard && [heard.bubbles, heard.composed, heard.cancelable]).to.deep.equal([true, true, true]);
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(0);
  });

  it('is a link where there is an address, which a page may keep from being followed', async () => {
    const { element } = await scene(inGrace, {}, '#set-up');
    const link = deep(element, 'a[part~=button-primary]');
    expect(link.getAttribute('href')).to.equal('#set-up');
    element.addEventListener('mfa-enrol-requested', (event) => event.preventDefault(), { once: true });
    link.click();
    expect(location.hash).to.equal('');
    link.click();
    await comes(() => location.hash === '#set-up', 'the address of the link');
    history.replaceState(null, '', location.pathname + location.search);
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(0);
  });

  it('opens the enrolment in its place otherwise, with the focus there, and leads back', async () => {
    const { element } = await scene(inGrace);
    await press(element, 'Set up now');
    await settled(element);
    expect(visibleText(element)).to.match(/^Protect your account/);
    expect(element.shadowRoot?.activeElement?.localName).to.equal('mfa-enroll');
    await expect(element).to.be.accessible();
    await press(element, 'Later');
    expect(told(element)).to.match(/^Set up two-step sign-in by/);
    expect(focusedIn(element)).to.equal('button button-primary');
  });

  it('says at the end that nothing is blocked any more, with the focus there, and not that another part did it', async () => {
    const { element } = await scene(enforced, meeting(enforced));
    await press(element, 'Set up now');
    await setUpApp(element);
    expect(visibleText(element)).to.equal('You are set up What was blocked is open again. Close');
    expect(focusedIn(element)).to.equal('title');
    expect(announced(element)).to.equal('');
    expect(element.matches(':state(complete)')).to.equal(true);
    await expect(element).to.be.accessible();
    await press(element, 'Close');
    expect(visibleText(element)).to.equal('');
  });

  it('keeps recovery codes on show though nothing is asked any more, until they are saved', async () => {
    const { element } = await scene(inGrace, {
      session: [inGrace, met(inGrace)],
      confirmTotp: () => ({
        factor: {
          id: 'totp-1',
          name: 'App',
          createdAt: inGrace.signedInAt!,
          lastUsedAt: null,
          locked: false,
        },
        recoveryCodes: tenCodes,
        session: met(inGrace),
      }),
    });
    await press(element, 'Set up now');
    await setUpApp(element);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    deep(element, '[type=checkbox]').click();
    await settled(element);
    await press(element, 'Continue');
    expect(visibleText(element)).to.equal('You are set up Close');
  });

  it('does not advise the next thing to whoever has just done one', async () => {
    const session = { ...met(inGrace), nudges: ['set-up-after-incident' as const] };
    const { element } = await scene(inGrace, {
      confirmTotp: () => ({
        factor: {
          id: 'totp-1',
          name: 'App',
          createdAt: inGrace.signedInAt!,
          lastUsedAt: null,
          locked: false,
        },
        session,
      }),
    });
    await press(element, 'Set up now');
    await setUpApp(element);
    expect(visibleText(element)).to.equal('You are set up Close');
  });

  it('offers nothing but a passkey where nothing else counts', async () => {
    const { element } = await scene(passkeyInGrace);
    await press(element, 'Add a passkey');
    expect(visibleText(element)).to.match(/^Set up a passkey/);
    expect(visibleText(element)).to.not.contain('authenticator app');
  });

  it('says so where no passkey can be made here, rather than lead nowhere', async () => {
    const client = new ScriptedMfaClient(
      { session: passkeyInGrace, factors: noFactors },
      new ScriptedCeremonies({ obstacle: 'not-supported' }),
    );
    const { element } = await scene(passkeyInGrace);
    element.client = client;
    await settled(element);
    expect(told(element)).to.contain('This browser, device or key doesn’t support passkeys.');
    expect(buttons(element)).to.deep.equal([]);
  });

  it('closes what it opened when somebody else signs in', async () => {
    const { element, client } = await scene(inGrace);
    await press(element, 'Set up now');
    client.switchTo({ ...inGrace, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } });
    await settled(element);
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(0);
    expect(told(element)).to.match(/^Set up two-step sign-in by/);
  });
});
