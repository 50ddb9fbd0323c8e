import { expect, fixture, html } from '@open-wc/testing';
import { ScriptedCeremonies, type CeremonyScript } from '../ceremonies/scripted-ceremonies.js';
import { enforced, inGrace, noFactors, passkeyInGrace, signedIn } from '../client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { SessionView } from '../client/views.js';
import '../define/mfa-sign-in.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaSignIn } from './mfa-sign-in.js';

const passkeyEnforced: SessionView = {
  ...passkeyInGrace,
  requirement: {
    level: 'enforced',
    reasons: ['role'],
    deadline: '2026-02-27T12:00:00Z',
    methods: ['passkey'],
  },
};

interface Scene {
  element: MfaSignIn;
  client: ScriptedMfaClient;
  ceremonies: ScriptedCeremonies;
  signedIn: () => number;
}

/** Somebody who signs in with a password, and of whom more is asked then. */
async function scene(
  session: SessionView,
  script: Script = {},
  ceremonyScript: CeremonyScript = {},
): Promise<Scene> {
  const ceremonies = new ScriptedCeremonies(ceremonyScript);
  const client = new ScriptedMfaClient({ signIn: session, factors: noFactors, ...script }, ceremonies);
  const element = await fixture<MfaSignIn>(html`<mfa-sign-in .client=${client}></mfa-sign-in>`);
  let count = 0;
  element.addEventListener('mfa-signed-in', () => (count += 1));
  await settled(element);
  return { element, client, ceremonies, signedIn: () => count };
}

async function signIn(element: MfaSignIn): Promise<void> {
  for (const input of element.querySelectorAll('input')) input.value = 'something';
  deep(element, '[part~=button-primary]').click();
  await settled(element);
}

const later = (element: MfaSignIn): HTMLElement | undefined =>
  deepAll(element, 'button').find((each) => visibleText(each) === 'Later');

async function finish(element: MfaSignIn, client: ScriptedMfaClient): Promise<void> {
  client.switchTo(signedIn);
  deep(element, 'mfa-enroll').dispatchEvent(new Event('mfa-enrolled', { bubbles: true, composed: true }));
  await settled(element);
}

describe('<mfa-sign-in>: what policy asks', () => {
  withManualTiming();

  it('leads to setting up a factor where that is enforced, says why, and is done only after that (R5)', async () => {
    const { element, client, signedIn: count } = await scene(enforced);
    await signIn(element);
    expect(visibleText(element)).to.match(
      /^Two-step sign-in is required It is required by your role\. Actions that need it have been blocked since February 27, 2026/,
    );
    expect(element.shadowRoot?.activeElement?.localName).to.equal('mfa-enroll');
    expect(later(element)).to.equal(undefined);
    expect(count()).to.equal(0);
    await expect(element).to.be.accessible();
    await finish(element, client);
    expect(visibleText(element)).to.contain('You are signed in as Ada Lovelace');
    expect(count()).to.equal(1);
  });

  it('offers it in grace, with until when, and is done after that', async () => {
    const { element, client, signedIn: count } = await scene(inGrace);
    await signIn(element);
    expect(visibleText(element)).to.match(
      /^Set up two-step sign-in by March 14, 2026 It is required by your role and your workspace\. You still have 12 days\./,
    );
    expect(count()).to.equal(0);
    await expect(element).to.be.accessible();
    await finish(element, client);
    expect(count()).to.equal(1);
  });

  it('lets it wait in grace: the person is signed in, and no passkey comes unasked', async () => {
    const { element, ceremonies, signedIn: count } = await scene(inGrace, {}, { upgrade: 'done' });
    await signIn(element);
    later(element)?.click();
    await settled(element);
    expect(visibleText(element)).to.contain('You are signed in as Ada Lovelace');
    expect(count()).to.equal(1);
    expect(ceremonies.begun).to.not.include('upgrade');
  });

  it('does not ask again when the session changes, and does at the next sign-in', async () => {
    const { element, client, signedIn: count } = await scene(inGrace);
    await signIn(element);
    later(element)?.click();
    await settled(element);
    client.switchTo({ ...inGrace });
    await settled(element);
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(0);
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    await signIn(element);
    expect(later(element)).to.not.equal(undefined);
    expect(count()).to.equal(1);
  });

  it('offers a passkey alone where nothing else counts', async () => {
    const { element } = await scene(passkeyInGrace);
    await signIn(element);
    expect(visibleText(element)).to.match(/^Add a passkey by March 14, 2026/);
    expect(visibleText(element)).to.not.contain('authenticator app');
    expect(later(element)).to.not.equal(undefined);
  });

  it('shuts nobody out who can make no passkey where they sit, and says so', async () => {
    const { element, signedIn: count } = await scene(passkeyEnforced, {}, { obstacle: 'not-supported' });
    await signIn(element);
    expect(visibleText(element)).to.contain('This browser, device or key doesn’t support passkeys.');
    await expect(element).to.be.accessible();
    later(element)?.click();
    await settled(element);
    expect(count()).to.equal(1);
  });

  it('goes on with what is enforced after a reload, and leaves in peace who has time', async () => {
    const { element } = await scene(signedIn, { session: enforced });
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(1);
    const { element: other } = await scene(signedIn, { session: inGrace });
    expect(visibleText(other)).to.contain('You are signed in as Ada Lovelace');
  });

  it('asks nothing more of whom it is only recommended to', async () => {
    const { element, signedIn: count } = await scene({
      ...signedIn,
      requirement: { level: 'recommended', reasons: [] },
    });
    await signIn(element);
    expect(count()).to.equal(1);
  });
});
