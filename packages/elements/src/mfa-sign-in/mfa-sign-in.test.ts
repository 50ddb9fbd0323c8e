import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mustEnroll, pendingSignIn, signedIn } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-sign-in.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import { tabStops } from '../foundation/testing/tab-stops.js';
import { MfaSignIn } from './mfa-sign-in.js';

interface Scene {
  element: MfaSignIn;
  client: ScriptedMfaClient;
  signedIn: () => number;
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient(script);
  const element = await fixture<MfaSignIn>(html`<mfa-sign-in .client=${client}></mfa-sign-in>`);
  let count = 0;
  element.addEventListener('mfa-signed-in', () => (count += 1));
  await settled(element);
  return { element, client, signedIn: () => count };
}

function input(autocomplete: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`input[autocomplete^="${autocomplete}"]`);
  if (!found) throw new Error(`the page shows no field for ${autocomplete}`);
  return found;
}

async function enterCredentials(element: MfaSignIn, password = 'acme-demo-passphrase'): Promise<void> {
  input('username').focus();
  await sendKeys({ type: 'ada@example.com' });
  input('current-password').focus();
  await sendKeys({ type: password });
  await sendKeys({ press: 'Enter' });
  await settled(element);
}

async function typeCode(element: MfaSignIn, code = '123456'): Promise<void> {
  input('one-time-code').focus();
  await sendKeys({ type: code });
  await settled(element);
}

const alerts = (element: Element): string[] =>
  deepAll(element, '[role=alert]')
    .map((alert) => visibleText(alert))
    .filter((text) => text !== '');

const submit = (element: Element): HTMLElement => deep(element, '[part~=button-primary]');

elementContract({
  tag: 'mfa-sign-in',
  element: MfaSignIn,
  define: () => import('../define/mfa-sign-in.js'),
  parts: [
    'base',
    'header',
    'title',
    'error',
    'actions',
    'button',
    'button-primary',
    'button-quiet',
    'footer',
  ],
});

describe('<mfa-sign-in>: login and password', () => {
  it('keeps both fields in the page’s own DOM, in one form, as password managers expect', async () => {
    await scene();
    expect(input('username').labels?.[0]?.textContent).to.equal('Email address');
    expect(input('current-password').labels?.[0]?.textContent).to.equal('Password');
    expect(input('current-password').type).to.equal('password');
    expect(input('username').form).to.be.instanceOf(HTMLFormElement);
    expect(input('username').form).to.equal(input('current-password').form);
  });

  it('uses the inputs that the page supplies', async () => {
    const client = new ScriptedMfaClient();
    const element = await fixture<MfaSignIn>(
      html`<mfa-sign-in .client=${client}
        ><label for="mail" slot="login">Work e-mail</label><input id="mail" slot="login" /><input
          aria-label="Secret"
          type="password"
          slot="password"
      /></mfa-sign-in>`,
    );
    await settled(element);
    expect(element.querySelectorAll('input')).to.have.lengthOf(2);
    expect(input('username').id).to.equal('mail');
    await enterCredentials(element);
    expect(client.calls.at(-2)).to.deep.equal({
      call: 'signIn',
      parameters: ['ada@example.com', 'acme-demo-passphrase'],
    });
  });

  it('is submitted by Enter in either field and by the button', async () => {
    const { element, client } = await scene({ signIn: refused('offline') });
    await enterCredentials(element);
    input('username').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    submit(element).click();
    await settled(element);
    expect(client.count('signIn')).to.equal(3);
  });

  it('sends what a password manager wrote without any event', async () => {
    const { element, client } = await scene();
    input('username').value = 'ada@example.com';
    input('current-password').value = 'from the manager';
    submit(element).click();
    await settled(element);
    expect(client.calls.find(({ call }) => call === 'signIn')?.parameters).to.deep.equal([
      'ada@example.com',
      'from the manager',
    ]);
  });

  it('sends one request for a double submission', async () => {
    const { element, client } = await scene({ signIn: never() });
    await enterCredentials(element);
    submit(element).click();
    submit(element).click();
    await settled(element);
    expect(client.count('signIn')).to.equal(1);
    expect(element.matches(':state(verifying)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('asks for what is missing, there', async () => {
    const { element, client } = await scene();
    submit(element).click();
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Enter your email address.']);
    expect(focused()).to.equal('username webauthn');
    await sendKeys({ type: 'ada@example.com' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Enter your password.']);
    expect(focused()).to.equal('current-password');
    expect(client.count('signIn')).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('refuses a wrong password by one alert that does not tell which of the two was wrong, and keeps the login (B5)', async () => {
    const { element } = await scene();
    await enterCredentials(element, 'wrong');
    expect(alerts(element)).to.deep.equal([
      'That sign-in name and password don’t match. Check both and try again.',
    ]);
    expect(input('username').value).to.equal('ada@example.com');
    expect(input('current-password').value).to.equal('');
    expect(focused()).to.equal('current-password');
    expect(input('current-password').getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('keeps what was typed when the server can’t be reached', async () => {
    const { element } = await scene({ signIn: refused('offline') });
    await enterCredentials(element);
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(input('current-password').value).to.equal('acme-demo-passphrase');
    expect(element.matches(':state(error)')).to.equal(true);
  });

  it('says how long to wait after too many tries', async () => {
    const { element } = await scene({
      signIn: refused('too_many_attempts', { status: 429, retryAfter: 170 }),
    });
    await enterCredentials(element);
    expect(alerts(element)).to.deep.equal(['Too many tries. You can try again in 3 minutes.']);
  });

  it('shows and hides the password, and hides it when it is sent', async () => {
    const { element } = await scene({ signIn: refused('offline') });
    const toggle = deep(element, '[part~=button-quiet]');
    expect(toggle.ariaLabel).to.equal('Show password');
    toggle.click();
    await settled(element);
    expect(input('current-password').type).to.equal('text');
    expect(toggle.ariaLabel).to.equal('Hide password');
    await enterCredentials(element);
    expect(input('current-password').type).to.equal('password');
  });

  it('shows a form and the trouble when the session can’t be asked', async () => {
    const { element } = await scene({ session: refused('offline') });
    expect(alerts(element)).to.have.lengthOf(1);
    expect(input('username').isConnected).to.equal(true);
  });
});

describe('<mfa-sign-in>: what follows', () => {
  it('goes on to the challenge in place, with the focus in the code field, and says once that the person is signed in', async () => {
    const { element, signedIn: count } = await scene();
    await enterCredentials(element);
    expect(document.querySelectorAll('input[autocomplete^=username]')).to.have.lengthOf(0);
    expect(focused()).to.equal('one-time-code');
    expect(input('one-time-code').parentElement).to.equal(element);
    expect(count()).to.equal(0);
    await expect(element).to.be.accessible();
    await typeCode(element);
    expect(count()).to.equal(1);
    expect(visibleText(element)).to.contain('You are signed in as Ada Lovelace');
    expect(element.matches(':state(complete)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('is done at once for people without a factor', async () => {
    const { element, signedIn: count } = await scene({ signIn: signedIn });
    await enterCredentials(element);
    expect(count()).to.equal(1);
  });

  it('tells those who do not see it that they are signed in, and keeps no login for who comes next', async () => {
    const { element, client } = await scene({
      signIn: signedIn,
      challengeTotp: refused('challenge_expired', { status: 401 }),
    });
    await enterCredentials(element);
    expect(deep(element, '[role=status]').textContent).to.equal('You are signed in as Ada Lovelace');
    client.switchTo({ state: 'signed-out' });
    client.switchTo(pendingSignIn);
    await settled(element);
    await typeCode(element);
    deep(element, '[part=button]').click();
    await settled(element);
    expect(input('username webauthn').value).to.equal('');
  });

  it('goes on where a reload interrupted it', async () => {
    const { element } = await scene({ session: pendingSignIn });
    expect(input('one-time-code').isConnected).to.equal(true);
    expect(focused(), 'nobody asked for the focus').to.equal('body');
    expect(deepAll(element, 'mfa-challenge')).to.have.lengthOf(1);
  });

  it('starts again after the pending sign-in expired, with the login kept and the focus in the password', async () => {
    const { element } = await scene({ challengeTotp: refused('challenge_expired', { status: 401 }) });
    await enterCredentials(element);
    await typeCode(element);
    deep(element, '[part=button]').click();
    await settled(element);
    expect(focused()).to.equal('current-password');
    expect(input('username webauthn').value).to.equal('ada@example.com');
    expect(input('current-password').value).to.equal('');
  });

  it('leads to enrolment after a recovery code, and is done only after that', async () => {
    const { element, client, signedIn: count } = await scene();
    await enterCredentials(element);
    deep(element, '[part~=method]').click();
    await settled(element);
    await sendKeys({ type: '7K2M-9QXA-4TRV-0HJE' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    const enrolment = deep(element, 'mfa-enroll');
    expect(count()).to.equal(0);
    client.switchTo(signedIn);
    await settled(element);
    expect(enrolment.isConnected, 'new recovery codes have to stay on screen').to.equal(true);
    enrolment.dispatchEvent(new Event('mfa-enrolled', { bubbles: true, composed: true }));
    await settled(element);
    expect(count()).to.equal(1);
  });

  it('shows the page’s own enrolment, where there is one', async () => {
    const client = new ScriptedMfaClient({ session: mustEnroll });
    const element = await fixture<MfaSignIn>(
      html`<mfa-sign-in .client=${client}><p slot="enrolment">Call us.</p></mfa-sign-in>`,
    );
    await settled(element);
    expect(visibleText(element)).to.equal('Call us.');
  });

  it('shows who is signed in already, without saying that it just happened', async () => {
    const { element, signedIn: count } = await scene({ session: signedIn });
    expect(visibleText(element)).to.contain('Ada Lovelace');
    expect(count()).to.equal(0);
  });

  it('asks again after a sign-out elsewhere on the page', async () => {
    const { element, client } = await scene({ session: signedIn });
    await client.signOut();
    await settled(element);
    expect(input('username').isConnected).to.equal(true);
  });

  it('forwards the page’s way out for a lost device', async () => {
    const client = new ScriptedMfaClient({ session: pendingSignIn });
    const element = await fixture<MfaSignIn>(
      html`<mfa-sign-in .client=${client}><a slot="lost-device" href="#recover">Recover</a></mfa-sign-in>`,
    );
    await settled(element);
    expect(visibleText(element)).to.contain('Recover');
    expect(visibleText(element)).to.not.contain('Lost your device?');
  });

  it('leaves no password and no code behind in the page', async () => {
    const { element } = await scene();
    await enterCredentials(element);
    await typeCode(element);
    expect(document.querySelectorAll('input')).to.have.lengthOf(0);
    expect(element.outerHTML).to.not.contain('acme-demo-passphrase');
  });
});

describe('<mfa-sign-in>: time and keyboard', () => {
  const timing = withManualTiming();

  it('shows that it is loading after 300 ms', async () => {
    const { element } = await scene({ session: never() });
    expect(visibleText(element)).to.equal('');
    timing().advance(300);
    await settled(element);
    expect(visibleText(element)).to.equal('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('is reached by Tab in the order of reading', async () => {
    const { element } = await scene();
    element.focus();
    const reached = await tabStops(element, 5, (stop) =>
      stop instanceof HTMLInputElement ? stop.autocomplete : stop?.textContent.trim(),
    );
    expect(reached).to.deep.equal([
      'username webauthn',
      'current-password',
      'Show',
      'Sign in',
      'Sign in with a passkey',
    ]);
  });
});
