import { expect, fixture, html } from '@open-wc/testing';
import { browserCeremonies } from '../ceremonies/browser-ceremonies.js';
import { ScriptedCeremonies, type CeremonyScript } from '../ceremonies/scripted-ceremonies.js';
import { HttpMfaClient } from '../client/http-client.js';
import { signedIn } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/passkey-sign-in.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { VirtualAuthenticator } from '../foundation/testing/virtual-authenticator.js';
import { PasskeySignIn } from './passkey-sign-in.js';

interface Scene {
  element: PasskeySignIn;
  client: ScriptedMfaClient;
  ceremonies: ScriptedCeremonies;
  signedIn: () => number;
}

async function scene(ceremonyScript: CeremonyScript = {}, script: Script = {}): Promise<Scene> {
  const ceremonies = new ScriptedCeremonies(ceremonyScript);
  const client = new ScriptedMfaClient(script, ceremonies);
  const element = await fixture<PasskeySignIn>(html`<passkey-sign-in .client=${client}></passkey-sign-in>`);
  let count = 0;
  element.addEventListener('mfa-signed-in', () => (count += 1));
  await settled(element);
  return { element, client, ceremonies, signedIn: () => count };
}

async function press(element: PasskeySignIn): Promise<void> {
  deep(element, 'button').click();
  await settled(element);
}

const alert = (element: PasskeySignIn): string => visibleText(deep(element, '[role=alert]'));

elementContract({
  tag: 'passkey-sign-in',
  element: PasskeySignIn,
  define: () => import('../define/passkey-sign-in.js'),
  client: () => new ScriptedMfaClient({}, new ScriptedCeremonies({ get: 'cancelled' })),
  prepare: (element) => {
    deep(element, 'button').click();
  },
  parts: ['button', 'button-primary', 'error'],
});

describe('<passkey-sign-in>', () => {
  it('signs in with one click, two calls and one dialog', async () => {
    const { element, client, ceremonies, signedIn: count } = await scene();
    expect(client.calls).to.deep.equal([]);
    await press(element);
    expect(client.calls.map(({ call }) => call)).to.deep.equal(['passkeySignInOptions', 'passkeySignIn']);
    expect(ceremonies.begun).to.deep.equal(['get']);
    expect(count()).to.equal(1);
    expect(element.matches(':state(complete)')).to.equal(true);
    expect(deep(element, '[role=status]').textContent).to.equal('You are signed in.');
  });

  it('asks for one passkey only, however often it is clicked', async () => {
    const { element, client } = await scene({ get: 'never' });
    await press(element);
    await press(element);
    expect(client.count('passkeySignInOptions')).to.equal(1);
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(visibleText(element)).to.equal('Waiting for your passkey…');
  });

  it('gives the ceremony up when it leaves the page', async () => {
    const { element, ceremonies } = await scene({ get: 'never' });
    await press(element);
    expect(ceremonies.isUnderWay).to.equal(true);
    element.remove();
    await settled(element);
    expect(ceremonies.isUnderWay).to.equal(false);
  });

  for (const [code, words] of [
    ['cancelled', 'The passkey wasn’t confirmed.'],
    ['timed-out', 'That took too long.'],
    ['not-supported', 'doesn’t support passkeys'],
    ['wrong-origin', 'doesn’t belong to this address'],
    ['unknown', 'couldn’t use the passkey'],
  ] as const) {
    it(`tells ${code} in its own words and tries again by a click only`, async () => {
      const { element, client, ceremonies, signedIn: count } = await scene({ get: [code, 'done'] });
      await press(element);
      expect(alert(element)).to.contain(words);
      expect(client.count('passkeySignIn')).to.equal(0);
      expect(ceremonies.begun).to.have.lengthOf(1);
      await press(element);
      expect(alert(element)).to.equal('');
      expect(count()).to.equal(1);
    });
  }

  it('has the browser forget a passkey that the server does not know, and says what to do', async () => {
    const unknown = refused('passkey_rejected', { status: 401, unknownCredential: true });
    const { element, ceremonies } = await scene({}, { passkeySignIn: unknown });
    await press(element);
    expect(ceremonies.signals).to.deep.equal([
      { name: 'unknownCredential', details: { rpId: 'localhost', credentialId: 'credential-1' } },
    ]);
    expect(alert(element)).to.contain('Sign in another way');
  });

  it('leaves a passkey alone that was only refused', async () => {
    const rejected = refused('passkey_rejected', { status: 401 });
    const { element, ceremonies } = await scene({}, { passkeySignIn: rejected });
    await press(element);
    expect(ceremonies.signals).to.deep.equal([]);
    expect(ceremonies.begun, 'never repeated after an error of the server').to.have.lengthOf(1);
    expect(alert(element)).to.contain('wasn’t accepted');
  });

  for (const [obstacle, words] of [
    ['insecure', 'https'],
    ['not-supported', 'doesn’t support passkeys'],
    ['framed', 'in a tab of its own'],
  ] as const) {
    it(`explains ${obstacle} in place of the button, or is quiet about it`, async () => {
      const { element } = await scene({ obstacle });
      expect(visibleText(element)).to.contain(words);
      expect(deepAll(element, 'button')).to.have.lengthOf(0);
      expect(element.matches(':state(empty)')).to.equal(true);
      element.quiet = true;
      await settled(element);
      expect(visibleText(element)).to.equal('');
    });
  }
});

describe('<passkey-sign-in> over HTTP with an authenticator', () => {
  const { fetch } = globalThis;
  let authenticator: VirtualAuthenticator;

  before(async () => {
    authenticator = await VirtualAuthenticator.plugIn();
    await browserCeremonies.create({
      challenge: 'Y2hhbGxlbmdl',
      rp: { id: 'localhost', name: 'Acme Notes' },
      user: { id: 'dXNlci1hZGE', name: 'ada@example.com', displayName: 'Ada' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  after(() => authenticator.unplug());

  it('needs exactly two requests', async () => {
    const requests: string[] = [];
    globalThis.fetch = (input, init) => {
      requests.push(`${init?.method ?? ''} ${input as string}`);
      const options = { challenge: 'Y2hhbGxlbmdl', rpId: 'localhost', userVerification: 'required' };
      return Promise.resolve(Response.json(requests.length === 1 ? { options } : signedIn));
    };
    const client = new HttpMfaClient('/mfa');
    const element = await fixture<PasskeySignIn>(html`<passkey-sign-in .client=${client}></passkey-sign-in>`);
    const done = new Promise((resolve) => {
      element.addEventListener('mfa-signed-in', resolve);
    });
    deep(element, 'button').click();
    await done;
    expect(requests).to.deep.equal(['POST /mfa/passkey-sign-in/options', 'POST /mfa/passkey-sign-in']);
    expect(client.current?.state).to.equal('signed-in');
  });
});
