import { expect, fixture, html } from '@open-wc/testing';
import { ScriptedCeremonies, type CeremonyScript } from '../ceremonies/scripted-ceremonies.js';
import {
  mustEnroll,
  noFactors,
  pendingApp,
  securityKey,
  signalsFor,
  signedIn,
  syncedPasskey,
  tenCodes,
} from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-enroll.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaEnroll } from './mfa-enroll.js';

interface Scene {
  element: MfaEnroll;
  client: ScriptedMfaClient;
  ceremonies: ScriptedCeremonies;
  done: () => number;
}

const addition = { passkey: syncedPasskey, session: signedIn, signals: signalsFor('credential-new') };

async function scene(ceremonyScript: CeremonyScript = {}, script: Script = {}, methods = ''): Promise<Scene> {
  const ceremonies = new ScriptedCeremonies(ceremonyScript);
  const answers = {
    session: signedIn,
    factors: noFactors,
    addPasskey: { ...addition, recoveryCodes: tenCodes },
  };
  const client = new ScriptedMfaClient({ ...answers, ...script }, ceremonies);
  const element = await fixture<MfaEnroll>(
    html`<mfa-enroll .methods=${methods} .client=${client}></mfa-enroll>`,
  );
  let count = 0;
  element.addEventListener('mfa-enrolled', () => (count += 1));
  await settled(element);
  return { element, client, ceremonies, done: () => count };
}

const choices = (element: MfaEnroll): string[] =>
  deepAll(element, '[part~=method]').map((button) => button.textContent.trim());

async function click(element: MfaEnroll, selector: string): Promise<void> {
  deep(element, selector).click();
  await settled(element);
}

const alert = (element: MfaEnroll): string =>
  deepAll(element, '[role=alert]')
    .map((each) => visibleText(each))
    .join('');

describe('<mfa-enroll>: the choice', () => {
  it('is among what `methods` names, whatever white space is between', async () => {
    const { element } = await scene({}, {}, '\n  passkey\n\ttotp\n');
    expect(choices(element)).to.deep.equal(['Use a passkey', 'Use an authenticator app']);
  });

  it('is none after a recovery code for who proves by passkey alone: an app would lead no further', async () => {
    const requirement = { level: 'none', reasons: ['role'], methods: ['passkey'] } as const;
    const lost = {
      session: { ...mustEnroll, requirement },
      factors: { ...noFactors, passkeys: [securityKey] },
    };
    const { element } = await scene({}, lost);
    expect(choices(element)).to.deep.equal([]);
    expect(visibleText(element)).to.include('passkey').and.not.include('authenticator app');
  });

  it('is both after a way back in for who has no passkey yet: an app lets them add one', async () => {
    const requirement = { level: 'grace', reasons: ['role'], methods: ['passkey'] } as const;
    const { element } = await scene({}, { session: { ...mustEnroll, requirement } });
    expect(choices(element)).to.deep.equal(['Use a passkey', 'Use an authenticator app']);
  });

  it('advises a passkey, offers an app beside it, warns on a shared computer, and begins nothing by itself', async () => {
    const { element, client, ceremonies } = await scene();
    expect(choices(element)).to.deep.equal(['Use a passkey', 'Use an authenticator app']);
    expect(visibleText(element)).to.contain('On a shared computer');
    expect(ceremonies.begun).to.deep.equal([]);
    expect(client.count('startTotp') + client.count('passkeyOptions')).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('advises the app where the device has no screen lock', async () => {
    const { element } = await scene({ capabilities: { platform: false } });
    expect(choices(element)).to.deep.equal(['Use an authenticator app', 'Use a passkey']);
  });

  for (const obstacle of ['insecure', 'not-supported', 'framed'] as const) {
    it(`leaves the app alone where there are no passkeys (${obstacle})`, async () => {
      const { element } = await scene({ obstacle });
      expect(choices(element)).to.deep.equal([]);
      expect(visibleText(element)).to.contain('Set up an authenticator app');
    });
  }

  it('keeps to the methods that the page allows', async () => {
    const passkey = await scene({}, {}, 'passkey');
    expect(visibleText(passkey.element)).to.contain('Set up a passkey');
    const app = await scene({}, {}, 'totp');
    expect(visibleText(app.element)).to.contain('Set up an authenticator app');
    const impossible = await scene({ obstacle: 'insecure' }, {}, 'passkey');
    expect(visibleText(impossible.element)).to.contain('https');
    expect(impossible.element.matches(':state(empty)')).to.equal(true);
  });

  it('leads to the app and back', async () => {
    const { element } = await scene();
    await click(element, '[part~=method]:not([part~=button-primary])');
    expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
    const back = deepAll(element, '[part~=button-quiet]').find(
      (button) => button.textContent.trim() === 'Choose another way',
    );
    back?.click();
    await settled(element);
    expect(choices(element)).to.have.lengthOf(2);
  });

  it('resumes a pending app only where apps are allowed', async () => {
    const pending = { factors: { ...noFactors, pending: [pendingApp] } };
    const both = await scene({}, pending);
    expect(visibleText(both.element)).to.contain('Finish setting up your app');
    const passkey = await scene({}, pending, 'passkey');
    expect(visibleText(passkey.element)).to.contain('Set up a passkey');
  });
});

describe('<mfa-enroll>: a passkey', () => {
  it('is made with one click, and done when the recovery codes are saved', async () => {
    const { element, ceremonies, done } = await scene();
    await click(element, '[part~=button-primary]');
    expect(ceremonies.begun).to.deep.equal(['create']);
    expect(ceremonies.signals.map(({ name }) => name)).to.contain('allAcceptedCredentials');
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    expect(done()).to.equal(0);
    await click(element, '[type=checkbox]');
    await click(element, '[part~=button-primary]');
    expect(done()).to.equal(1);
    expect(visibleText(element)).to.contain('Your passkey is set up');
  });

  it('puts the app first once it was cancelled twice, with the reason in words', async () => {
    const { element } = await scene({ create: 'cancelled' });
    await click(element, '[part~=button-primary]');
    expect(alert(element)).to.contain('wasn’t confirmed');
    expect(choices(element)[0]).to.equal('Use a passkey');
    await click(element, '[part~=button-primary]');
    expect(choices(element)[0]).to.equal('Use an authenticator app');
  });

  it('is never asked for again by itself after the server refused it', async () => {
    const { element, ceremonies } = await scene({}, { addPasskey: refused('passkey_rejected') });
    await click(element, '[part~=button-primary]');
    expect(alert(element)).to.contain('wasn’t accepted');
    expect(ceremonies.begun).to.have.lengthOf(1);
  });

  it('is given up when the element leaves the page', async () => {
    const { element, ceremonies } = await scene({ create: 'never' });
    await click(element, '[part~=button-primary]');
    expect(element.matches(':state(prompting)')).to.equal(true);
    element.remove();
    await settled(element);
    expect(ceremonies.isUnderWay).to.equal(false);
  });

  it('asks what shall become of old passkeys after a recovery, and tells the password manager', async () => {
    const { element, client, ceremonies, done } = await scene(
      {},
      { session: mustEnroll, factors: { ...noFactors, passkeys: [securityKey] }, addPasskey: addition },
    );
    await click(element, '[part~=button-primary]');
    expect(visibleText(element)).to.contain('Blue key');
    ceremonies.signals.length = 0;
    await click(element, '[part=device] button');
    expect(client.calls.find(({ call }) => call === 'removePasskey')?.parameters).to.deep.equal([
      'passkey-2',
    ]);
    expect(ceremonies.signals[0]?.name).to.equal('allAcceptedCredentials');
    expect(done()).to.equal(1);
  });
});
