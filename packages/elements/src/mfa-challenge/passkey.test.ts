import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ScriptedCeremonies, type CeremonyScript } from '../ceremonies/scripted-ceremonies.js';
import { signInChallenge, stepUpChallenge } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { Method } from '../client/views.js';
import '../define/mfa-challenge.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { replace } from '../foundation/testing/page.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaChallenge } from './mfa-challenge.js';

interface Scene {
  element: MfaChallenge;
  client: ScriptedMfaClient;
  ceremonies: ScriptedCeremonies;
  passed: () => number;
}

const METHODS: readonly Method[] = ['passkey', 'totp', 'recovery-code'];

async function scene(ceremonyScript: CeremonyScript = {}, script: Script = {}): Promise<Scene> {
  const ceremonies = new ScriptedCeremonies(ceremonyScript);
  const challenge = { ...signInChallenge, methods: METHODS, preferred: 'passkey' } as const;
  const client = new ScriptedMfaClient({ challenge, ...script }, ceremonies);
  const element = await fixture<MfaChallenge>(html`<mfa-challenge .client=${client}></mfa-challenge>`);
  let count = 0;
  element.addEventListener('mfa-challenge-passed', () => (count += 1));
  await settled(element);
  return { element, client, ceremonies, passed: () => count };
}

async function press(element: MfaChallenge): Promise<void> {
  deep(element, '[part~=button-primary]').click();
  await settled(element);
}

const alert = (element: MfaChallenge): string =>
  deepAll(element, '[role=alert]')
    .map((each) => visibleText(each))
    .join('');

const others = (element: MfaChallenge, look = '[part~=method]'): string[] =>
  deepAll(element, look).map((button) => button.textContent.trim());

describe('<mfa-challenge>: passkey', () => {
  it('goes first where it is offered, opens no dialog by itself, and passes with one click', async () => {
    const { element, client, ceremonies, passed } = await scene();
    expect(visibleText(element)).to.contain('Confirm with your passkey');
    expect(ceremonies.begun).to.deep.equal([]);
    await press(element);
    expect(client.calls.map(({ call }) => call)).to.deep.equal([
      'challenge',
      'challengePasskeyOptions',
      'challengePasskey',
    ]);
    expect(passed()).to.equal(1);
  });

  it('is accessible and takes the focus on its button', async () => {
    const { element } = await scene();
    element.focus();
    expect(element.shadowRoot?.activeElement?.textContent.trim()).to.equal('Use your passkey');
    await expect(element).to.be.accessible();
  });

  it('remembers the device where that was asked for', async () => {
    const challenge = {
      ...signInChallenge,
      methods: METHODS,
      preferred: 'passkey',
      rememberDevice: true,
    } as const;
    const { element, client } = await scene({}, { challenge });
    deep(element, '[type=checkbox]').click();
    await press(element);
    expect(client.calls.at(-1)?.parameters[1]).to.equal(true);
  });

  it('keeps the other methods a click away, also while the browser’s dialog is open', async () => {
    const { element, ceremonies } = await scene({ get: 'never' });
    await press(element);
    expect(element.matches(':state(verifying)')).to.equal(true);
    deep(element, '[part~=method]').click();
    await settled(element);
    expect(ceremonies.isUnderWay).to.equal(false);
    expect(deepAll(element, 'mfa-code-input')).to.have.lengthOf(1);
    expect(alert(element)).to.equal('');
  });

  it('is not turned to while a code is being checked, which may be used up by then', async () => {
    const { element, client, ceremonies } = await scene({}, { challengeTotp: never() });
    deep(element, '[part~=method]').click();
    await settled(element);
    await sendKeys({ type: '123456' });
    await settled(element);
    deep(element, '[part~=method]').click();
    await settled(element);
    expect(element.matches(':state(verifying)')).to.equal(true);
    expect(client.count('challengeTotp')).to.equal(1);
    expect(ceremonies.begun).to.deep.equal([]);
  });

  it('makes the other methods stand out once it was cancelled twice', async () => {
    const { element, ceremonies } = await scene({ get: 'cancelled' });
    await press(element);
    expect(alert(element)).to.contain('wasn’t confirmed');
    expect(others(element, '[part="button method"]')).to.deep.equal([]);
    await press(element);
    expect(ceremonies.begun).to.have.lengthOf(2);
    expect(visibleText(element)).to.contain('Confirm another way');
    expect(others(element, '[part="button method"]')).to.deep.equal([
      'Use your authenticator app',
      'Use a recovery code',
    ]);
  });

  it('can be tried again by a click after the server refused it', async () => {
    const { element, ceremonies, passed, client } = await scene(
      {},
      { challengePasskey: refused('passkey_rejected', { status: 401 }) },
    );
    await press(element);
    expect(alert(element)).to.contain('wasn’t accepted');
    expect(ceremonies.begun).to.have.lengthOf(1);
    client.play('challengePasskey', { state: 'signed-in' });
    await press(element);
    expect(passed()).to.equal(1);
  });

  it('leads to the end of the sign-in when that is gone', async () => {
    const { element } = await scene({}, { challengePasskey: refused('challenge_expired', { status: 401 }) });
    await press(element);
    expect(visibleText(element)).to.contain('Start again');
  });

  for (const obstacle of ['insecure', 'not-supported', 'framed'] as const) {
    it(`falls back to the next method where there can be none (${obstacle})`, async () => {
      const { element } = await scene({ obstacle });
      expect(deepAll(element, 'mfa-code-input')).to.have.lengthOf(1);
      expect(others(element)).to.deep.equal(['Use a recovery code']);
    });
  }

  it('says why it can’t be used where there is nothing else to prove with', async () => {
    const challenge = { ...stepUpChallenge, methods: ['passkey'], preferred: 'passkey' } as const;
    const { element } = await scene({ obstacle: 'framed' }, { challenge });
    expect(visibleText(element)).to.contain('Open this page in a tab of its own.');
    expect(deepAll(element, '[part~=button-primary]')).to.have.lengthOf(0);
  });

  describe('at once', () => {
    const challenge = { ...stepUpChallenge, methods: ['passkey', 'totp'], preferred: 'passkey' } as const;

    async function immediateScene(isActive: boolean, ceremonyScript: CeremonyScript = {}): Promise<Scene> {
      replace(navigator, 'userActivation', { isActive, hasBeenActive: isActive });
      const ceremonies = new ScriptedCeremonies(ceremonyScript);
      const client = new ScriptedMfaClient({ challenge }, ceremonies);
      let count = 0;
      const element = await fixture<MfaChallenge>(
        html`<mfa-challenge
          immediate
          .client=${client}
          @mfa-challenge-passed=${() => (count += 1)}
        ></mfa-challenge>`,
      );
      await settled(element);
      return { element, client, ceremonies, passed: () => count };
    }

    it('asks the browser without another click, where the person has just clicked', async () => {
      const { ceremonies, passed } = await immediateScene(true);
      expect(ceremonies.begun).to.deep.equal(['get']);
      expect(passed()).to.equal(1);
    });

    it('waits for a click where there was none lately', async () => {
      const { element, ceremonies, passed } = await immediateScene(false);
      expect(ceremonies.begun).to.deep.equal([]);
      await press(element);
      expect(passed()).to.equal(1);
    });

    it('waits for a click after the first try, however that ended', async () => {
      const { element, ceremonies } = await immediateScene(true, { get: ['cancelled', 'done'] });
      expect(alert(element)).to.contain('wasn’t confirmed');
      expect(ceremonies.begun).to.have.lengthOf(1);
      await press(element);
      expect(ceremonies.begun).to.have.lengthOf(2);
    });

    it('asks for nothing where there can be no passkey', async () => {
      const { element, ceremonies } = await immediateScene(true, { obstacle: 'framed' });
      expect(ceremonies.begun).to.deep.equal([]);
      expect(deepAll(element, 'mfa-code-input')).to.have.lengthOf(1);
    });
  });

  describe('while codes are closed (L1)', () => {
    const timing = withManualTiming();

    async function closedScene(): Promise<Scene> {
      const made = await scene(
        {},
        { challengeTotp: refused('too_many_attempts', { status: 429, retryAfter: 75 }) },
      );
      await choose(made.element, 'Use your authenticator app');
      document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')?.focus();
      await sendKeys({ type: '123456' });
      await settled(made.element);
      return made;
    }

    async function choose(element: MfaChallenge, name: string): Promise<void> {
      deepAll(element, '[part~=method]')
        .find((button) => button.textContent.trim() === name)
        ?.click();
      await settled(element);
    }

    it('is offered, and passes: it can’t be guessed', async () => {
      const { element, passed } = await closedScene();
      expect(element.matches(':state(locked)')).to.equal(true);
      await choose(element, 'Use your passkey');
      expect(element.matches(':state(locked)')).to.equal(false);
      expect(alert(element)).to.equal('');
      await press(element);
      expect(passed()).to.equal(1);
    });

    it('leaves the codes closed for as long as the server said, with whatever else can be guessed', async () => {
      const { element, client } = await closedScene();
      timing().advance(30_000);
      await choose(element, 'Use your passkey');
      await choose(element, 'Use a recovery code');
      expect(element.matches(':state(locked)')).to.equal(true);
      expect(alert(element)).to.contain('You can try again in 45 seconds.');
      await choose(element, 'Use your authenticator app');
      await press(element);
      expect(client.count('challengeTotp')).to.equal(1);
      timing().advance(45_000);
      await settled(element);
      expect(element.matches(':state(locked)')).to.equal(false);
    });

    it('says nothing of codes that are open again to who has gone on with it', async () => {
      const { element } = await closedScene();
      await choose(element, 'Use your passkey');
      timing().advance(75_000);
      await settled(element);
      expect(deepAll(element, '[role=status]').at(-1)?.textContent).to.equal('');
    });
  });
});
