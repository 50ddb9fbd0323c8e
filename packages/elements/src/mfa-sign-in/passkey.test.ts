import { expect, fixture, html } from '@open-wc/testing';
import { ScriptedCeremonies, type CeremonyScript } from '../ceremonies/scripted-ceremonies.js';
import { pendingSignIn, signalsFor, signedIn, syncedPasskey, tenCodes } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-sign-in.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaSignIn } from './mfa-sign-in.js';

interface Scene {
  element: MfaSignIn;
  client: ScriptedMfaClient;
  ceremonies: ScriptedCeremonies;
  signedIn: () => number;
}

async function scene(ceremonyScript: CeremonyScript = {}, script: Script = {}): Promise<Scene> {
  const ceremonies = new ScriptedCeremonies(ceremonyScript);
  const client = new ScriptedMfaClient(script, ceremonies);
  const element = await fixture<MfaSignIn>(html`<mfa-sign-in .client=${client}></mfa-sign-in>`);
  let count = 0;
  element.addEventListener('mfa-signed-in', () => (count += 1));
  await settled(element);
  return { element, client, ceremonies, signedIn: () => count };
}

async function click(element: MfaSignIn, selector: string): Promise<void> {
  deep(element, selector).click();
  await settled(element);
}

async function signInByPassword(element: MfaSignIn): Promise<void> {
  for (const [name, value] of [
    ['username', 'ada@example.com'],
    ['password', 'acme-demo-passphrase'],
  ]) {
    const input = element.querySelector<HTMLInputElement>(`input[name="${String(name)}"]`);
    if (!input) throw new Error(`there is no field for ${String(name)}`);
    input.value = String(value);
  }
  await click(element, '[part~=button-primary]');
}

const alert = (element: MfaSignIn): string =>
  deepAll(element, '[role=alert]')
    .map((each) => visibleText(each))
    .join('');

const upgraded = {
  passkey: syncedPasskey,
  recoveryCodes: tenCodes,
  session: signedIn,
  signals: signalsFor('credential-new'),
};

describe('<mfa-sign-in>: a passkey by one click', () => {
  withManualTiming();

  it('signs in with nothing typed', async () => {
    const { element, client, ceremonies, signedIn: count } = await scene({ autofill: 'not-supported' });
    const before = client.calls.length;
    await click(element, '.passkey');
    expect(client.calls.slice(before).map(({ call }) => call)).to.deep.equal([
      'passkeySignInOptions',
      'passkeySignIn',
    ]);
    expect(ceremonies.begun).to.deep.equal(['autofill', 'get']);
    expect(count()).to.equal(1);
  });

  it('tells a failure in its own words and keeps the form', async () => {
    const { element } = await scene({ get: 'cancelled' });
    await click(element, '.passkey');
    expect(alert(element)).to.contain('wasn’t confirmed');
    expect(element.querySelectorAll('input')).to.have.lengthOf(2);
  });

  it('has the browser forget a passkey that the server does not know', async () => {
    const unknown = refused('passkey_rejected', { status: 401, unknownCredential: true });
    const { element, ceremonies } = await scene({}, { passkeySignIn: unknown });
    await click(element, '.passkey');
    expect(ceremonies.signals.map(({ name }) => name)).to.deep.equal(['unknownCredential']);
    expect(alert(element)).to.contain('doesn’t work here any more');
  });

  it('offers none where there can be none', async () => {
    const { element, ceremonies } = await scene({ obstacle: 'insecure' });
    expect(deepAll(element, '.passkey')).to.have.lengthOf(0);
    expect(ceremonies.begun).to.deep.equal([]);
    expect(alert(element)).to.equal('');
  });
});

describe('<mfa-sign-in>: passkeys in the browser’s autofill', () => {
  const timing = withManualTiming();

  it('names its field so that browsers offer them there', async () => {
    const { element } = await scene();
    expect(element.querySelector('input')?.autocomplete).to.equal('username webauthn');
  });

  it('signs in with the one that is chosen', async () => {
    const { client, ceremonies, signedIn: count } = await scene({ autofill: 'done' });
    expect(ceremonies.begun).to.deep.equal(['autofill']);
    expect(client.count('passkeySignIn')).to.equal(1);
    expect(count()).to.equal(1);
  });

  it('keeps one request waiting, and withdraws it for a click, a submission and a removal', async () => {
    const clicked = await scene({ get: 'never' });
    await click(clicked.element, '.passkey');
    expect(clicked.ceremonies.begun).to.deep.equal(['autofill', 'get']);

    const submitted = await scene({}, { signIn: never() });
    expect(submitted.ceremonies.isUnderWay).to.equal(true);
    await signInByPassword(submitted.element);
    expect(submitted.ceremonies.isUnderWay).to.equal(false);

    const removed = await scene();
    removed.element.remove();
    await settled(removed.element);
    expect(removed.ceremonies.isUnderWay).to.equal(false);
    expect(timing().waiting).to.be.lessThan(3);
  });

  it('offers them again after a wrong password and after a cancelled dialog', async () => {
    const wrong = await scene({}, { signIn: refused('invalid_credentials', { status: 401 }) });
    await signInByPassword(wrong.element);
    expect(wrong.ceremonies.begun).to.deep.equal(['autofill', 'autofill']);
    const cancelled = await scene({ get: 'cancelled' });
    await click(cancelled.element, '.passkey');
    expect(cancelled.ceremonies.begun).to.deep.equal(['autofill', 'get', 'autofill']);
  });

  it('offers nothing by itself after the server refused a passkey', async () => {
    const { element, ceremonies } = await scene(
      { autofill: 'done' },
      { passkeySignIn: refused('passkey_rejected', { status: 401 }) },
    );
    expect(alert(element)).to.contain('wasn’t accepted');
    expect(ceremonies.begun).to.deep.equal(['autofill']);
  });

  it('renews the offer before the server’s challenge lapses', async () => {
    const { element, client, ceremonies } = await scene();
    timing().advance(4 * 60_000);
    await settled(element);
    expect(client.count('passkeySignInOptions')).to.equal(2);
    expect(ceremonies.begun).to.deep.equal(['autofill', 'autofill']);
  });

  it('says nothing of an offer that comes to nothing', async () => {
    const { element } = await scene({}, { passkeySignInOptions: refused('offline') });
    expect(alert(element)).to.equal('');
  });

  it('asks for nothing where the browser can’t', async () => {
    const { client } = await scene({ capabilities: { autofill: false } });
    expect(client.count('passkeySignInOptions')).to.equal(0);
  });
});

describe('<mfa-sign-in>: a passkey made after a password', () => {
  const timing = withManualTiming();

  it('lets the password manager make one without asking, and tells it what counts', async () => {
    const withoutCodes = { passkey: syncedPasskey, session: signedIn, signals: upgraded.signals };
    const {
      element,
      client,
      ceremonies,
      signedIn: count,
    } = await scene({ upgrade: 'done' }, { signIn: signedIn, addPasskey: withoutCodes });
    await signInByPassword(element);
    expect(client.calls.find(({ call }) => call === 'passkeyOptions')?.parameters).to.deep.equal([
      { conditional: true },
    ]);
    expect(ceremonies.begun).to.deep.equal(['autofill', 'upgrade']);
    expect(ceremonies.signals.map(({ name }) => name)).to.contain('allAcceptedCredentials');
    expect(count()).to.equal(1);
  });

  it('shows the recovery codes of a first factor before the person goes on', async () => {
    const { element, signedIn: count } = await scene(
      { upgrade: 'done' },
      { signIn: signedIn, addPasskey: upgraded },
    );
    await signInByPassword(element);
    expect(deepAll(element, '[part=code]').map((code) => code.textContent)).to.deep.equal(tenCodes);
    expect(count()).to.equal(0);
    await click(element, '[type=checkbox]');
    await click(element, '[part~=button-primary]');
    expect(count()).to.equal(1);
  });

  it('keeps those codes when the page moves the element', async () => {
    const { element, signedIn: count } = await scene(
      { upgrade: 'done' },
      { signIn: signedIn, addPasskey: upgraded },
    );
    await signInByPassword(element);
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await settled(element);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    await click(element, '[type=checkbox]');
    await click(element, '[part~=button-primary]');
    expect(count()).to.equal(1);
  });

  for (const [because, ceremonyScript, script] of [
    ['the manager makes none', { upgrade: 'cancelled' }, {}],
    ['the browser can’t', {}, {}],
    ['the server refuses', { upgrade: 'done' }, { passkeyOptions: refused('factor_limit') }],
    ['the server can’t be reached', { upgrade: 'done' }, { addPasskey: refused('offline') }],
  ] as const) {
    it(`goes on without a word when ${because}`, async () => {
      const { element, signedIn: count } = await scene(ceremonyScript, { signIn: signedIn, ...script });
      await signInByPassword(element);
      expect(count()).to.equal(1);
      expect(alert(element)).to.equal('');
    });
  }

  it('keeps nobody waiting', async () => {
    const { element, ceremonies, signedIn: count } = await scene({ upgrade: 'never' }, { signIn: signedIn });
    await signInByPassword(element);
    expect(count()).to.equal(0);
    timing().advance(2_000);
    await settled(element);
    expect(count()).to.equal(1);
    expect(ceremonies.isUnderWay).to.equal(false);
  });

  it('comes after the challenge too, but not where a passkey or a remembered browser was the proof', async () => {
    const challenged = await scene({ upgrade: 'done' }, { signIn: pendingSignIn });
    await signInByPassword(challenged.element);
    const code = document.querySelector<HTMLInputElement>('input[autocomplete=one-time-code]');
    if (code) code.value = '123456';
    await click(challenged.element, '[part~=button-primary]');
    expect(challenged.client.count('addPasskey')).to.equal(1);
    expect(challenged.signedIn()).to.equal(1);
    challenged.element.remove();
    for (const method of ['passkey', 'remembered-device'] as const) {
      const amr = [{ method, at: '2026-03-02T09:30:00Z' }];
      const { element, client } = await scene({ upgrade: 'done' }, { signIn: { ...signedIn, amr } });
      await signInByPassword(element);
      expect(client.count('passkeyOptions'), method).to.equal(0);
      element.remove();
    }
  });
});
