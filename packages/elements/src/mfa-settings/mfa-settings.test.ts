import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  authenticatorApp,
  inGrace,
  noFactors,
  passkeyInGrace,
  signedIn,
} from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-settings.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { MfaSettings } from './mfa-settings.js';

const oneApp = { ...noFactors, totp: [authenticatorApp] };

interface Scene {
  element: MfaSettings;
  client: ScriptedMfaClient;
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<MfaSettings>(
    html`<mfa-settings .client=${client}>
      <p slot="top">top</p>
      <p slot="after-passkeys">after passkeys</p>
      <p slot="after-apps">after apps</p>
      <p slot="after-codes">after codes</p>
      <p slot="after-devices">after devices</p>
      <p slot="bottom">bottom</p>
    </mfa-settings>`,
  );
  await settled(element);
  return { element, client };
}

/** What stands on the page, from top to bottom. */
const outline = (element: Element): string[] =>
  [...(element.shadowRoot?.children ?? [])].map((each) =>
    each instanceof HTMLSlotElement ? `(${each.name})` : each.localName,
  );

const focusedIn = (element: Element): string | undefined => element.shadowRoot?.activeElement?.localName;

async function click(element: Element, selector: string): Promise<void> {
  deep(element, selector).click();
  await settled(element);
}

elementContract({
  tag: 'mfa-settings',
  element: MfaSettings,
  define: () => import('../define/mfa-settings.js'),
  client: () => new ScriptedMfaClient({ session: signedIn }),
  parts: ['base', 'title', 'description', 'device', 'device-current', 'actions', 'button', 'codes', 'code'],
});

describe('<mfa-settings>', () => {
  const timing = withManualTiming();

  it('is composed of the elements for factors, codes, devices, sessions and activity, with slots between', async () => {
    const { element } = await scene();
    expect(outline(element)).to.deep.equal([
      '(top)',
      'mfa-requirement',
      'passkey-list',
      '(after-passkeys)',
      'totp-list',
      '(after-apps)',
      'recovery-codes',
      '(after-codes)',
      'remembered-devices',
      '(after-devices)',
      'active-sessions',
      'security-activity',
      '(bottom)',
    ]);
    expect(visibleText(element)).to.match(/^top Passkeys .* after passkeys .* after apps .* bottom$/);
  });

  it('leaves no gap for a banner that says nothing', async () => {
    const { element } = await scene();
    const boxOf = (selector: string): DOMRect | undefined =>
      element.querySelector(selector)?.getBoundingClientRect();
    const list = deep(element, 'passkey-list').getBoundingClientRect();
    const above = list.top - (boxOf('[slot=top]')?.bottom ?? NaN);
    const below = (boxOf('[slot=after-passkeys]')?.top ?? NaN) - list.bottom;
    expect(above).to.be.closeTo(below, 0.5);
  });

  it('has its headings on one level, in order', async () => {
    const { element } = await scene();
    const headings = deepAll(element, 'h1, h2, h3, h4, h5, h6');
    expect(headings.map(({ localName, textContent }) => `${localName} ${textContent}`)).to.deep.equal([
      'h2 Passkeys',
      'h2 Authenticator apps',
      'h2 Recovery codes',
      'h2 Remembered devices',
      'h2 Where you’re signed in',
      'h2 Security activity',
    ]);
  });

  it('has people without a factor set one up first, with what the page slots in its place', async () => {
    const { element } = await scene({ factors: noFactors });
    expect(outline(element)).to.deep.equal([
      '(top)',
      'mfa-requirement',
      'mfa-enroll',
      '(after-passkeys)',
      '(after-apps)',
      '(after-codes)',
      '(after-devices)',
      'active-sessions',
      'security-activity',
      '(bottom)',
    ]);
    expect(element.matches(':state(empty)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('goes on with the lists once the first factor is set up and its codes are saved, with the focus there', async () => {
    const { element } = await scene({ factors: [noFactors, oneApp] });
    const enroll = element.shadowRoot!.querySelector('mfa-enroll')!;
    deepAll(enroll, '[part~=method]')
      .find((method) => visibleText(method).includes('authenticator app'))
      ?.click();
    await settled(element);
    element.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')?.focus();
    await sendKeys({ type: '123456' });
    await settled(element);
    expect(deepAll(enroll, '[part=code]'), 'on show, whatever becomes of the session').to.have.lengthOf(10);
    await click(enroll, '[type=checkbox]');
    deep(enroll, '[part~=button-primary]').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(outline(element)).to.include('totp-list');
    expect(focusedIn(element)).to.equal('passkey-list');
  });

  it('goes back to setting one up when the last factor is removed, with the focus there', async () => {
    const { element, client } = await scene({ factors: oneApp });
    client.play('factors', noFactors);
    await click(element, '.remove');
    await click(element, '[part~=button-danger]');
    expect(outline(element)).to.include('mfa-enroll');
    expect(focusedIn(element)).to.equal('mfa-enroll');
  });

  it('says what is asked, and leads to what is on the page already', async () => {
    const { element } = await scene({ session: inGrace, factors: noFactors });
    const banner = element.shadowRoot!.querySelector('mfa-requirement')!;
    expect(visibleText(banner)).to.match(/^Set up two-step sign-in by March 14, 2026/);
    await expect(element).to.be.accessible();
    await click(banner, '.lead');
    expect(focusedIn(element)).to.equal('mfa-enroll');
    expect(deepAll(banner, 'mfa-enroll')).to.have.lengthOf(0);
  });

  it('leads to the passkeys where nothing else counts', async () => {
    const { element } = await scene({ session: passkeyInGrace, factors: oneApp });
    await click(element.shadowRoot!.querySelector('mfa-requirement')!, '.lead');
    expect(focusedIn(element)).to.equal('passkey-list');
  });

  it('tells in the banner only what no list tells', async () => {
    const nudges = ['add-second-passkey', 'few-recovery-codes', 'set-up-after-incident'] as const;
    const { element, client } = await scene({ session: { ...signedIn, nudges } });
    const banner = element.shadowRoot!.querySelector('mfa-requirement')!;
    expect(visibleText(banner)).to.match(/^Protect your account now/);
    client.switchTo({ ...signedIn, nudges: nudges.slice(0, 2) });
    await settled(element);
    expect(visibleText(banner)).to.equal('');
  });

  it('takes the banner away once the first factor is set up below it, and says so once', async () => {
    const { element } = await scene({
      session: [inGrace, signedIn],
      factors: [noFactors, oneApp],
      confirmTotp: { factor: authenticatorApp, session: signedIn },
    });
    const banner = element.shadowRoot!.querySelector('mfa-requirement')!;
    deepAll(element, '[part~=method]')
      .find((method) => visibleText(method).includes('authenticator app'))
      ?.click();
    await settled(element);
    element.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')?.focus();
    await sendKeys({ type: '123456' });
    await settled(element);
    expect(visibleText(banner)).to.equal('');
    expect(deep(banner, '[role=status].spoken').textContent).to.equal('Nothing more is asked of you here.');
  });

  it('keeps the code field of a new app in its own light DOM', async () => {
    const { element } = await scene({ factors: oneApp });
    await click(element.shadowRoot!.querySelector('totp-list')!, '.add');
    await click(element.shadowRoot!.querySelector('totp-list')!, '[part~=button-primary]');
    expect(element.querySelectorAll(':scope > input[autocomplete="one-time-code"]')).to.have.lengthOf(1);
  });

  it('says once for all that the server can’t be reached, and tries again', async () => {
    const { element, client } = await scene({ factors: refused('offline') });
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(element.matches(':state(error)')).to.equal(true);
    await expect(element).to.be.accessible();
    client.play('factors', oneApp);
    deep(element, '[part~=button]').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(outline(element)).to.include('totp-list');
    expect(focusedIn(element)).to.equal('passkey-list');
  });

  it('says once for all that nobody is signed in any more, and comes back with the next sign-in', async () => {
    const { element, client } = await scene();
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    expect(outline(element)).to.not.include('totp-list');
    client.switchTo(signedIn);
    await settled(element);
    expect(outline(element)).to.include('totp-list');
  });

  it('tells of the session that was ended here when it was this very one', async () => {
    const { element, client } = await scene();
    const heard: (string | undefined)[] = [];
    element.addEventListener('mfa-session-ended', () => heard.push(client.current?.state));
    const sessions = element.shadowRoot!.querySelector('active-sessions')!;
    await click(sessions, '.revoke');
    await click(sessions, '[part~=button-danger]');
    expect(heard).to.deep.equal(['signed-out']);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
  });

  it('keeps recovery codes on show when the session ends', async () => {
    const { element, client } = await scene();
    const codes = element.shadowRoot!.querySelector('recovery-codes')!;
    await click(codes, '.regenerate');
    await click(codes, '[part~=button-danger]');
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(deepAll(codes, '[part=code]')).to.have.lengthOf(10);
  });

  it('shows loading after 300 ms, not before', async () => {
    const { element } = await scene({ factors: never() });
    timing().advance(299);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(1);
    await settled(element);
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(1);
  });

  it('lets the outcomes of its parts through to the page', async () => {
    const { element } = await scene();
    const heard: string[] = [];
    for (const name of ['mfa-session-ended', 'mfa-device-forgotten'])
      document.addEventListener(name, () => heard.push(name), { once: true });
    for (const tag of ['active-sessions', 'remembered-devices']) {
      const list = element.shadowRoot!.querySelector(tag)!;
      await click(list, 'li:nth-child(2) .revoke');
      await click(list, '[part~=button-danger]');
    }
    expect(heard).to.deep.equal(['mfa-session-ended', 'mfa-device-forgotten']);
  });

  it('speaks German inside lang="de"', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><mfa-settings .client=${new ScriptedMfaClient()}></mfa-settings></div>`,
    );
    const element = parent.querySelector('mfa-settings')!;
    // The language comes as a module of its own.
    await import('../languages/de.js');
    await settled(element);
    expect(visibleText(element)).to.contain('Wo Sie angemeldet sind');
  });
});
