import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ScriptedCeremonies, type CeremonyScript } from '../ceremonies/scripted-ceremonies.js';
import {
  authenticatorApp,
  noFactors,
  securityKey,
  signalsFor,
  signedIn,
  syncedPasskey,
  tenCodes,
} from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { Passkey } from '../client/views.js';
import '../define/passkey-list.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { PasskeyList } from './passkey-list.js';

interface Scene {
  element: PasskeyList;
  client: ScriptedMfaClient;
  ceremonies: ScriptedCeremonies;
  events: string[];
}

const EVENTS = ['mfa-passkey-added', 'mfa-passkey-renamed', 'mfa-passkey-revoked'] as const;

const having = (...passkeys: Passkey[]): Script => ({
  factors: { ...noFactors, totp: [authenticatorApp], passkeys },
});

const both = having(syncedPasskey, securityKey);

async function scene(script: Script = both, ceremonyScript: CeremonyScript = {}): Promise<Scene> {
  const ceremonies = new ScriptedCeremonies(ceremonyScript);
  const client = new ScriptedMfaClient({ session: signedIn, ...script }, ceremonies);
  const element = await fixture<PasskeyList>(html`<passkey-list .client=${client}></passkey-list>`);
  const events: string[] = [];
  for (const name of EVENTS) element.addEventListener(name, () => events.push(name));
  await settled(element);
  return { element, client, ceremonies, events };
}

async function click(element: PasskeyList, selector: string): Promise<void> {
  deep(element, selector).click();
  await settled(element);
}

async function add(element: PasskeyList, kind = 'this-device'): Promise<void> {
  await click(element, '.add');
  await click(element, `.${kind}`);
}

const alerts = (element: PasskeyList): string[] =>
  deepAll(element, '[role=alert]')
    .map((alert) => visibleText(alert))
    .filter((text) => text !== '');

const names = (element: PasskeyList): string[] =>
  deepAll(element, '.name').map((name) =>
    [...name.childNodes]
      .map((node) => (node instanceof Text ? node.data : ''))
      .join('')
      .trim(),
  );

const spoken = (element: PasskeyList): string =>
  element.shadowRoot?.querySelector('[role=status].spoken')?.textContent ?? '';

const focusedText = (element: PasskeyList): string =>
  element.shadowRoot?.activeElement?.textContent.trim() ?? '';

elementContract({
  tag: 'passkey-list',
  element: PasskeyList,
  define: () => import('../define/passkey-list.js'),
  client: () => new ScriptedMfaClient(both),
  prepare: async (element) => {
    await settled(element);
    deep(element, '.add').click();
  },
  parts: [
    'base',
    'header',
    'title',
    'description',
    'device',
    'device-current',
    'hint',
    'method',
    'error',
    'actions',
    'button',
    'button-quiet',
    'footer',
  ],
});

describe('<passkey-list>: what there is', () => {
  const timing = withManualTiming();

  it('tells name, provider, age and last use of each, and which one is in use now', async () => {
    const { element } = await scene();
    const [synced, key] = deepAll(element, 'li').map((item) => visibleText(item));
    expect(synced).to.contain('iCloud Keychain In use now');
    expect(synced).to.match(/Added \D*3\D* 2025 · Last used now/);
    expect(key).to.contain('Blue key YubiKey 5 Series').and.to.contain('Not used yet');
    expect(deepAll(element, '[part~=device-current]')).to.have.lengthOf(1);
  });

  it('keeps relative times true', async () => {
    const { element } = await scene();
    timing().advance(2 * 3_600_000);
    await settled(element);
    expect(visibleText(element)).to.contain('2 hours ago');
  });

  for (const [told, passkey, words] of [
    ['synced, by whom', syncedPasskey, 'on all your devices with iCloud Keychain'],
    ['synced, by somebody', { ...syncedPasskey, provider: null }, 'with the same password manager'],
    ['kept on one device', { ...syncedPasskey, synced: false }, 'On one device only'],
    ['kept on a security key', securityKey, 'On this security key only'],
  ] as const) {
    it(`explains in plain words that a passkey is ${told}`, async () => {
      const { element } = await scene(having(passkey));
      expect(visibleText(element)).to.contain(words);
    });
  }

  it('asks for a second one when there is exactly one', async () => {
    const only = await scene(having(syncedPasskey));
    expect(visibleText(only.element)).to.contain('This is your only passkey.');
    const two = await scene();
    expect(visibleText(two.element)).to.not.contain('only passkey');
    const none = await scene(having());
    expect(visibleText(none.element)).to.contain('You have no passkey yet.');
    expect(none.element.matches(':state(empty)')).to.equal(true);
  });

  it('shows after 300 ms that it takes long, and offers another try when the server can’t be reached', async () => {
    const slow = await scene({ factors: never() });
    expect(deepAll(slow.element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(300);
    await settled(slow.element);
    expect(deepAll(slow.element, '[part=loading]')).to.have.lengthOf(1);
    const offline = await scene({ factors: [refused('offline'), { ...noFactors, passkeys: [securityKey] }] });
    expect(alerts(offline.element)).to.have.lengthOf(1);
    await click(offline.element, '[part~=button]');
    expect(names(offline.element)).to.deep.equal(['Blue key']);
  });

  it('follows what happens elsewhere on the page', async () => {
    const { element, client } = await scene();
    client.play('factors', { ...noFactors, passkeys: [securityKey] });
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.deep.equal(['Blue key']);
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(names(element)).to.deep.equal([]);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
  });

  it('offers no more than twenty', async () => {
    const twenty = Array.from({ length: 20 }, (_, index) => ({
      ...securityKey,
      id: `passkey-${String(index)}`,
    }));
    const { element } = await scene(having(...twenty));
    expect(deepAll(element, '.add')).to.have.lengthOf(0);
    expect(visibleText(element)).to.contain('Twenty passkeys are the most');
  });
});

describe('<passkey-list>: adding', () => {
  for (const kind of ['this-device', 'phone', 'security-key']) {
    it(`leads the browser to where the person wants the passkey: ${kind}`, async () => {
      const { element, client, ceremonies, events } = await scene();
      await add(element, kind);
      expect(client.calls.find(({ call }) => call === 'passkeyOptions')?.parameters).to.deep.equal([
        { kind },
      ]);
      expect(ceremonies.begun).to.deep.equal(['create']);
      expect(events).to.deep.equal(['mfa-passkey-added']);
      expect(spoken(element)).to.equal('The passkey was added.');
    });
  }

  it('warns against keeping one on a shared computer', async () => {
    const { element } = await scene();
    await click(element, '.add');
    expect(visibleText(element)).to.contain('shared or public computer');
    expect(focusedText(element)).to.contain('On this device');
  });

  it('offers no place that the device does not have', async () => {
    const { element } = await scene(both, { capabilities: { platform: false } });
    await click(element, '.add');
    expect(deepAll(element, '.this-device')).to.have.lengthOf(0);
    expect(visibleText(element)).to.contain('no screen lock');
  });

  for (const [code, words] of [
    ['cancelled', 'wasn’t confirmed'],
    ['timed-out', 'took too long'],
    ['already-registered', 'already has a passkey'],
    ['not-supported', 'doesn’t support passkeys'],
    ['wrong-origin', 'doesn’t belong to this address'],
    ['unknown', 'couldn’t use the passkey'],
  ] as const) {
    it(`tells ${code} in its own words, and tries again by a click only`, async () => {
      const { element, client, ceremonies, events } = await scene(both, { create: [code, 'done'] });
      await add(element);
      expect(alerts(element)).to.have.lengthOf(1);
      expect(alerts(element)[0]).to.contain(words);
      expect(ceremonies.begun).to.have.lengthOf(1);
      expect(client.count('addPasskey')).to.equal(0);
      expect(focusedText(element)).to.contain('On this device');
      await click(element, '.this-device');
      expect(alerts(element)).to.deep.equal([]);
      expect(events).to.deep.equal(['mfa-passkey-added']);
    });
  }

  for (const [code, words] of [
    ['passkey_rejected', 'wasn’t accepted'],
    ['already_registered', 'already part of an account'],
    ['factor_limit', 'reached the limit'],
    ['offline', 'can’t be reached'],
  ] as const) {
    it(`never repeats the ceremony after ${code} of the server`, async () => {
      const { element, ceremonies } = await scene({ ...both, addPasskey: refused(code) });
      await add(element);
      expect(alerts(element)[0]).to.contain(words);
      expect(ceremonies.begun).to.have.lengthOf(1);
    });
  }

  it('gives the ceremony up on Cancel and when it leaves the page', async () => {
    const { element, ceremonies } = await scene(both, { create: 'never' });
    await add(element);
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(spoken(element)).to.equal('Follow the steps your browser shows…');
    await click(element, '.cancel');
    expect(ceremonies.isUnderWay).to.equal(false);
    expect(alerts(element)).to.deep.equal([]);
    await add(element);
    element.remove();
    await settled(element);
    expect(ceremonies.isUnderWay).to.equal(false);
  });

  it('shows the recovery codes of a first passkey once, and is done when they are saved', async () => {
    const { element, client, events } = await scene({
      factors: noFactors,
      addPasskey: {
        passkey: syncedPasskey,
        recoveryCodes: tenCodes,
        session: signedIn,
        signals: signalsFor('credential-new'),
      },
    });
    await add(element);
    expect(deepAll(element, '[part=code]').map((code) => code.textContent)).to.deep.equal(tenCodes);
    expect(events).to.deep.equal([]);
    await click(element, '[type=checkbox]');
    await click(element, '[part~=button-primary]');
    expect(client.count('confirmRecoveryCodes')).to.equal(1);
    expect(events).to.deep.equal(['mfa-passkey-added']);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(0);
  });

  it('waits for the step-up that the page asks for, and goes on with it', async () => {
    const stepUp = { methods: ['passkey'], maxAge: 300, action: 'passkeys.add' };
    const { element, client, events } = await scene(both);
    client.play(
      'passkeyOptions',
      refused('step_up_required', { stepUp }),
      await new ScriptedMfaClient().passkeyOptions(),
    );
    client.handleStepUp(() => Promise.resolve(true));
    await add(element);
    expect(events).to.deep.equal(['mfa-passkey-added']);
  });
});

describe('<passkey-list>: renaming and revoking', () => {
  it('renames in place by the keyboard alone, and tells the password manager', async () => {
    const { element, ceremonies, events } = await scene();
    await click(element, '.rename');
    await sendKeys({ type: 'Private phone' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(names(element)).to.deep.equal(['Private phone', 'Blue key']);
    expect(events).to.deep.equal(['mfa-passkey-renamed']);
    expect(spoken(element)).to.equal('Renamed to Private phone.');
    expect(focusedText(element)).to.equal('Rename');
    expect(ceremonies.signals.map(({ name }) => name)).to.deep.equal([
      'allAcceptedCredentials',
      'currentUserDetails',
    ]);
  });

  it('asks for a name that is missing, and changes nothing on Escape', async () => {
    const { element, client } = await scene();
    await click(element, '.rename');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Enter a name.']);
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(client.count('renamePasskey')).to.equal(0);
    expect(names(element)).to.deep.equal(['iCloud Keychain', 'Blue key']);
  });

  it('revokes after a confirmation, and passes on the complete list that the server sent', async () => {
    const { element, client, ceremonies, events } = await scene();
    client.play('removePasskey', { signals: signalsFor('credential-2') });
    await click(element, '.remove');
    expect(visibleText(element)).to.contain('It is the one in use now.');
    expect(client.count('removePasskey')).to.equal(0);
    client.play('factors', { ...noFactors, passkeys: [securityKey] });
    await click(element, '[part~=button-danger]');
    expect(names(element)).to.deep.equal(['Blue key']);
    expect(events).to.deep.equal(['mfa-passkey-revoked']);
    expect(ceremonies.signals[0]).to.deep.equal({
      name: 'allAcceptedCredentials',
      details: signalsFor('credential-2').allAcceptedCredentials,
    });
  });

  it('says what else is lost with the last factor', async () => {
    const { element } = await scene({ factors: { ...noFactors, passkeys: [securityKey] } });
    await click(element, '.remove');
    expect(visibleText(element)).to.contain('multi-factor authentication is turned off');
    expect(focusedText(element)).to.equal('Remove and turn off');
    await expect(element).to.be.accessible();
  });

  it('sends no signal when nothing was revoked, and says why', async () => {
    const { element, ceremonies } = await scene({ ...both, removePasskey: refused('last_factor') });
    await click(element, '.remove');
    await click(element, '[part~=button-danger]');
    expect(alerts(element)[0]).to.equal(
      'This is the last one that counts, and your role, workspace or plan requires one. Add another first, then remove this one.',
    );
    expect(ceremonies.signals).to.deep.equal([]);
    expect(names(element)).to.have.lengthOf(2);
  });
});

describe('<passkey-list>: where there are no passkeys', () => {
  for (const obstacle of ['insecure', 'not-supported', 'framed'] as const) {
    it(`says so (${obstacle}) and offers an authenticator app instead`, async () => {
      const { element } = await scene({ factors: noFactors }, { obstacle });
      expect(visibleText(element)).to.contain('An authenticator app protects your account as well');
      await click(element, '.add');
      expect(deep(element, 'mfa-enroll').getAttribute('methods')).to.equal('totp');
      expect(visibleText(element)).to.contain('Set up an authenticator app');
    });
  }

  it('offers no authenticator app to somebody who has one', async () => {
    const { element } = await scene(having(), { obstacle: 'not-supported' });
    expect(visibleText(element)).to.contain('doesn’t support passkeys');
    expect(visibleText(element)).to.not.contain('authenticator app');
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
  });

  it('still lists and revokes what was made elsewhere', async () => {
    const { element, events } = await scene(both, { obstacle: 'not-supported' });
    await click(element, '.remove');
    await click(element, '[part~=button-danger]');
    expect(events).to.deep.equal(['mfa-passkey-revoked']);
  });

  it('speaks German inside lang="de"', async () => {
    const client = new ScriptedMfaClient(both);
    const parent = await fixture(html`<div lang="de"><passkey-list .client=${client}></passkey-list></div>`);
    const element = parent.querySelector('passkey-list');
    if (!(element instanceof PasskeyList)) throw new Error('there is no list');
    await import('../languages/de.js');
    await settled(element);
    expect(visibleText(element)).to.contain('Passkey hinzufügen').and.to.contain('Jetzt in Gebrauch');
  });
});
