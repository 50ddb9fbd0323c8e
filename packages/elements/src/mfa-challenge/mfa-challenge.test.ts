import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { signInChallenge, signedIn, stepUpChallenge } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-challenge.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import { tabStops } from '../foundation/testing/tab-stops.js';
import { MfaChallenge } from './mfa-challenge.js';

interface Scene {
  element: MfaChallenge;
  client: ScriptedMfaClient;
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient(script);
  const element = await fixture<MfaChallenge>(html`<mfa-challenge .client=${client}></mfa-challenge>`);
  await settled(element);
  return { element, client };
}

function input(autocomplete: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`input[autocomplete="${autocomplete}"]`);
  if (!found) throw new Error(`the page shows no field for ${autocomplete}`);
  return found;
}

async function typeCode(element: MfaChallenge, code = '123456'): Promise<void> {
  input('one-time-code').focus();
  await sendKeys({ type: code });
  await settled(element);
}

const alerts = (element: Element): string[] =>
  deepAll(element, '[role=alert]')
    .map((alert) => visibleText(alert))
    .filter((text) => text !== '');

const methods = (element: Element): string[] =>
  deepAll(element, '[part~=method]').map((button) => button.textContent.trim());

const verify = (element: Element): HTMLElement => deep(element, '[part~=button-primary]');

function passes(element: Element): () => number {
  let count = 0;
  element.addEventListener('mfa-challenge-passed', () => (count += 1));
  return () => count;
}

elementContract({
  tag: 'mfa-challenge',
  element: MfaChallenge,
  define: () => import('../define/mfa-challenge.js'),
  client: () => new ScriptedMfaClient({ challenge: { ...signInChallenge, rememberDevice: true } }),
  parts: [
    'base',
    'header',
    'title',
    'description',
    'error',
    'label',
    'hint',
    'actions',
    'button',
    'button-primary',
    'button-quiet',
    'method',
    'footer',
    'boxes',
    'box',
  ],
});

describe('<mfa-challenge>: asking', () => {
  it('asks by the preferred method and offers the others in the server’s order', async () => {
    const { element } = await scene({
      challenge: { ...signInChallenge, methods: ['recovery-code', 'totp'], preferred: 'totp' },
    });
    expect(input('one-time-code').labels?.[0]?.textContent).to.equal('Code from your authenticator app');
    expect(methods(element)).to.deep.equal(['Use a recovery code']);
  });

  it('passes over methods that it does not know', async () => {
    const { element } = await scene({
      challenge: { ...signInChallenge, methods: ['account-recovery', 'totp'], preferred: 'account-recovery' },
    });
    expect(methods(element)).to.deep.equal([]);
    expect(input('one-time-code').isConnected).to.equal(true);
  });

  it('changes to another method by one click, with the focus in its field', async () => {
    const { element } = await scene();
    deep(element, '[part~=method]').click();
    await settled(element);
    expect(document.querySelectorAll('input[autocomplete="one-time-code"]')).to.have.lengthOf(0);
    const field = input('off');
    expect(focused()).to.equal('off');
    expect(field.labels?.[0]?.textContent).to.equal('Recovery code');
    expect(field.spellcheck).to.equal(false);
    expect(methods(element)).to.deep.equal(['Use your authenticator app']);
    await expect(element).to.be.accessible();
  });

  it('sends the code as soon as it is complete, and says once that the challenge is passed', async () => {
    const { element, client } = await scene();
    const count = passes(element);
    await typeCode(element);
    expect(client.calls.at(-1)).to.deep.equal({ call: 'challengeTotp', parameters: ['123456', false] });
    expect(count()).to.equal(1);
    expect(element.matches(':state(complete)')).to.equal(true);
    expect(deep(element, '[role=status]').textContent).to.equal('Confirmed');
  });

  it('takes a recovery code in any grouping, as it was typed', async () => {
    const { element, client } = await scene();
    deep(element, '[part~=method]').click();
    await settled(element);
    await sendKeys({ type: '7k2m 9qxa-4TRV 0hje' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.calls.at(-1)).to.deep.equal({
      call: 'challengeRecoveryCode',
      parameters: ['7k2m 9qxa-4TRV 0hje'],
    });
  });

  it('asks people without a factor for their password, in a step-up', async () => {
    const { element, client } = await scene({
      challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' },
    });
    expect(input('current-password').type).to.equal('password');
    input('current-password').focus();
    await sendKeys({ type: 'acme-demo-passphrase' });
    verify(element).click();
    await settled(element);
    expect(client.calls.at(-1)).to.deep.equal({
      call: 'challengePassword',
      parameters: ['acme-demo-passphrase'],
    });
  });

  it('offers to remember this device where the server does, and asks for it by a literal true (B2)', async () => {
    const { element, client } = await scene({ challenge: { ...signInChallenge, rememberDevice: true } });
    deep(element, 'input[type=checkbox]').click();
    await typeCode(element);
    expect(client.calls.at(-1)?.parameters).to.deep.equal(['123456', true]);
  });

  it('does not offer it elsewhere', async () => {
    const { element } = await scene();
    expect(deepAll(element, 'input[type=checkbox]')).to.have.lengthOf(0);
  });

  it('shows the way out for a lost device at sign-in, not in a step-up', async () => {
    const { element } = await scene();
    expect(deep(element, 'summary').textContent).to.equal('Lost your device?');
    const stepUp = await scene({ challenge: stepUpChallenge });
    expect(deepAll(stepUp.element, 'summary')).to.have.lengthOf(0);
  });

  it('says so when there is nothing to prove with', async () => {
    const { element } = await scene({ challenge: { ...stepUpChallenge, methods: [] } });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(deepAll(element, '[part=empty]')).to.have.lengthOf(1);
    await expect(element).to.be.accessible();
  });

  it('works by keyboard alone, to the last control', async () => {
    const { element } = await scene();
    element.focus();
    const reached = await tabStops(element, 4, (stop) => stop?.getAttribute('part') ?? stop?.localName);
    expect(reached).to.deep.equal([
      'input',
      'button button-primary',
      'button button-quiet method',
      'summary',
    ]);
  });
});

describe('<mfa-challenge>: refusals', () => {
  it('shows one alert for a wrong code, empties the field and keeps the focus', async () => {
    const { element } = await scene({ challengeTotp: refused('invalid_code', { status: 401 }) });
    await typeCode(element);
    expect(alerts(element)).to.deep.equal([
      'That code isn’t right. Wait for a new one in your app and try again.',
    ]);
    const field = input('one-time-code');
    expect(field.value).to.equal('');
    expect(focused()).to.equal('one-time-code');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(element.matches(':state(invalid)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('takes the alert back while the next code is checked, so that a second refusal is spoken too', async () => {
    let refuse: (error: unknown) => void = () => undefined;
    const second = new Promise<never>((_resolve, reject) => (refuse = reject));
    const { element } = await scene({
      challengeTotp: [refused('invalid_code', { status: 401 }), () => second],
    });
    await typeCode(element);
    expect(alerts(element)).to.have.lengthOf(1);
    await typeCode(element, '654321');
    expect(alerts(element)).to.deep.equal([]);
    refuse(refused('invalid_code', { status: 401 }));
    await settled(element);
    expect(alerts(element)).to.have.lengthOf(1);
  });

  it('asks for the missing digits without asking the server', async () => {
    const { element, client } = await scene();
    await typeCode(element, '123');
    verify(element).click();
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Enter all six digits.']);
    expect(input('one-time-code').value).to.equal('123');
    expect(client.count('challengeTotp')).to.equal(0);
  });

  it('sends one request for a double submission', async () => {
    const { element, client } = await scene({ challengeTotp: never() });
    await typeCode(element);
    verify(element).click();
    verify(element).click();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.count('challengeTotp')).to.equal(1);
    expect(verify(element).getAttribute('aria-disabled')).to.equal('true');
    expect(element.matches(':state(verifying)')).to.equal(true);
  });

  it('keeps what was typed when the server can’t be reached, and tries again by the button', async () => {
    const { element, client } = await scene({ challengeTotp: [refused('offline'), signedIn] });
    const count = passes(element);
    await typeCode(element);
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(input('one-time-code').value).to.equal('123456');
    expect(input('one-time-code').hasAttribute('aria-invalid')).to.equal(false);
    expect(verify(element).textContent.trim()).to.equal('Try again');
    verify(element).click();
    await settled(element);
    expect(client.count('challengeTotp')).to.equal(2);
    expect(count()).to.equal(1);
  });

  it('tells that an authenticator is locked and leaves the other methods open (L2)', async () => {
    const { element } = await scene({ challengeTotp: refused('factor_locked', { status: 423 }) });
    await typeCode(element);
    expect(element.matches(':state(locked)')).to.equal(true);
    expect(document.querySelectorAll('input')).to.have.lengthOf(0);
    expect(methods(element)).to.deep.equal(['Use a recovery code']);
    await expect(element).to.be.accessible();
    deep(element, '[part~=method]').click();
    await settled(element);
    expect(focused()).to.equal('off');
  });

  for (const code of ['challenge_expired', 'session_required'] as const) {
    it(`offers to start again after ${code}, and asks the page to`, async () => {
      const { element } = await scene({ challengeTotp: refused(code, { status: 401 }) });
      await typeCode(element);
      expect(alerts(element)).to.have.lengthOf(1);
      expect(document.querySelectorAll('input')).to.have.lengthOf(0);
      let restarts = 0;
      document.addEventListener('mfa-restart', () => (restarts += 1), { once: true });
      deep(element, '[part=button]').click();
      expect(restarts).to.equal(1);
      await expect(element).to.be.accessible();
    });
  }

  it('begins anew when another pending sign-in follows an expired one', async () => {
    const { element, client } = await scene({
      challenge: [refused('challenge_expired', { status: 401 }), signInChallenge],
    });
    expect(alerts(element)).to.have.lengthOf(1);
    client.switchTo({ state: 'challenge', csrf: 'token', challenge: signInChallenge });
    await settled(element);
    expect(input('one-time-code').isConnected).to.equal(true);
  });

  it('says when the methods can’t be loaded, and loads them again on request', async () => {
    const { element } = await scene({
      challenge: [refused('unavailable', { status: 503 }), signInChallenge],
    });
    expect(element.matches(':state(error)')).to.equal(true);
    expect(alerts(element)).to.have.lengthOf(1);
    deep(element, '[part=button]').click();
    await settled(element);
    expect(input('one-time-code').isConnected).to.equal(true);
  });
});

describe('<mfa-challenge>: time', () => {
  const timing = withManualTiming();

  it('shows that it is loading after 300 ms, not before', async () => {
    const { element } = await scene({ challenge: never() });
    timing().advance(299);
    await settled(element);
    expect(visibleText(element)).to.equal('');
    timing().advance(1);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(1);
    expect(element.matches(':state(loading)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('counts down after too many tries, speaks seldom, and opens again by itself', async () => {
    const { element, client } = await scene({
      challengeTotp: [refused('too_many_attempts', { status: 429, retryAfter: 75 }), signedIn],
    });
    await typeCode(element);
    const spoken = (): string => deep(element, '[role=alert] .spoken').textContent;
    expect(alerts(element)).to.deep.equal(['Too many tries. You can try again in 75 seconds.']);
    expect(element.matches(':state(locked)')).to.equal(true);
    await expect(element).to.be.accessible();
    const before = spoken();
    timing().advance(10_000);
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Too many tries. You can try again in 65 seconds.']);
    expect(spoken(), 'what is spoken does not tick').to.equal(before);
    await typeCode(element);
    expect(client.count('challengeTotp'), 'nothing is sent meanwhile').to.equal(1);
    timing().advance(65_000);
    await settled(element);
    expect(alerts(element)).to.deep.equal([]);
    expect(deepAll(element, '[role=status]').at(-1)?.textContent).to.equal('You can try again now.');
    verify(element).click();
    await settled(element);
    expect(client.count('challengeTotp')).to.equal(2);
  });
});

describe('<mfa-challenge>: surroundings', () => {
  it('speaks German within lang="de" and follows when the language changes', async () => {
    const client = new ScriptedMfaClient();
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><mfa-challenge .client=${client}></mfa-challenge></div>`,
    );
    const element = parent.querySelector('mfa-challenge')!;
    // The language comes as a module of its own.
    await import('../languages/de.js');
    await settled(element);
    expect(deep(element, '[part=title]').textContent).to.equal('Code eingeben');
    expect(input('one-time-code').labels?.[0]?.textContent).to.equal('Code aus Ihrer Authenticator-App');
    parent.lang = 'en';
    await settled(element);
    expect(deep(element, '[part=title]').textContent).to.equal('Enter your code');
  });

  it('shows title, description and footer that the page slots or sets', async () => {
    const element = await fixture<MfaChallenge>(
      html`<mfa-challenge .client=${new ScriptedMfaClient()} description="For Acme Notes">
        <h1 slot="title">One more step</h1>
        <a slot="footer" href="#help">Help</a>
      </mfa-challenge>`,
    );
    await settled(element);
    expect(visibleText(element)).to.match(/^One more step For Acme Notes .* Help$/);
  });

  it('stays legible in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const { element } = await scene();
      await typeCode(element, '12');
      const box = deep(element, '[part~=box]');
      expect(getComputedStyle(box).color).to.not.equal(getComputedStyle(box).backgroundColor);
      expect(getComputedStyle(box).borderTopStyle).to.equal('solid');
      expect(getComputedStyle(input('one-time-code')).getPropertyValue('-webkit-text-fill-color')).to.equal(
        'rgba(0, 0, 0, 0)',
      );
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });

  it('has buttons of at least 44 by 44 px and inputs of 16 px text', async () => {
    const { element } = await scene();
    for (const control of deepAll(element, '[part~=button], summary')) {
      expect(control.getBoundingClientRect().height, control.textContent).to.be.at.least(44);
    }
    deep(element, '[part~=method]').click();
    await settled(element);
    expect(Number.parseFloat(getComputedStyle(input('off')).fontSize)).to.be.at.least(16);
    expect(input('off').getBoundingClientRect().height).to.be.at.least(44);
  });
});
