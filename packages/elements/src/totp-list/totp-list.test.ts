import { expect, fixture, html } from '@open-wc/testing';
import { openStrictPage } from '../../../../test/browser/strict-page.js';
import { noFactors, pendingApp, signedIn, syncedPasskey } from '../client/scripted-answers.js';
import { ScriptedMfaClient, never, refused } from '../client/scripted-client.js';
import type { Script } from '../client/scripted-client.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { click, having, names, own, phone, row, scene, spoken, tablet } from './totp-list.fixture.js';
import { TotpList } from './totp-list.js';

elementContract({
  tag: 'totp-list',
  element: TotpList,
  define: () => import('../define/totp-list.js'),
  client: () =>
    new ScriptedMfaClient({ session: signedIn, factors: having(phone, { ...tablet, locked: true }) }),
  parts: [
    'base',
    'header',
    'title',
    'description',
    'device',
    'device-locked',
    'hint',
    'error',
    'actions',
    'button',
    'button-quiet',
    'footer',
  ],
});

describe('<totp-list>: the list', () => {
  const timing = withManualTiming();

  it('names each app, when it was added, and when it was last used', async () => {
    const { element } = await scene();
    expect(names(element)).to.deep.equal(['Phone', 'Tablet']);
    expect(visibleText(own(element, 'li'))).to.contain('Added November 14, 2025 · Last used 2 hours ago');
    expect(visibleText(own(element, 'li:nth-child(2)'))).to.contain('Not used yet');
    const used = own(element, 'li time:last-of-type');
    expect(used).to.have.attribute('datetime', '2026-03-02T07:30:00Z');
    expect(used.title).to.match(/Mar 2, 2026/);
  });

  it('keeps relative times true as time goes by', async () => {
    const { element } = await scene();
    timing().advance(60 * 60_000);
    await settled(element);
    expect(visibleText(own(element, 'li'))).to.contain('Last used 3 hours ago');
  });

  it('names the app on each of its buttons, for those who hear the button alone', async () => {
    const { element } = await scene();
    const labels = [...own(element, 'li').querySelectorAll('button')].map(({ ariaLabel }) => ariaLabel);
    expect(labels).to.deep.equal(['Rename: Phone', 'Replace: Phone', 'Remove: Phone']);
  });

  it('marks a locked app and says what to do', async () => {
    const { element } = await scene({ factors: having({ ...phone, locked: true }) });
    expect(visibleText(element)).to.contain('Locked');
    expect(visibleText(element)).to.contain('Replace it to set the app up again, or remove it.');
    expect(element.matches(':state(locked)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('says that there is none, and offers to add one', async () => {
    const { element } = await scene({ factors: noFactors });
    expect(visibleText(own(element, '[part=empty]'))).to.contain('You have no authenticator app yet.');
    expect(own(element, '.add').part.contains('button-primary')).to.equal(true);
    expect(element.matches(':state(empty)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('presses nobody who has a passkey to add an app', async () => {
    const { element } = await scene({ factors: { ...noFactors, passkeys: [syncedPasskey] } });
    expect(visibleText(own(element, '[part=empty]'))).to.equal('You have no authenticator app yet.');
    expect(own(element, '.add').part.contains('button-primary')).to.equal(false);
  });

  it('says when more are not possible', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ ...phone, id: `totp-${String(index)}` }));
    const { element } = await scene({ factors: having(...ten) });
    expect(visibleText(element)).to.contain('Remove one to add another.');
    expect(deepAll(element, '.add')).to.have.lengthOf(0);
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

  it('offers another try when the server can’t be reached', async () => {
    const { element, client } = await scene({ factors: refused('offline') });
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    await expect(element).to.be.accessible();
    client.play('factors', having(phone));
    await click(element, '[part~=button]');
    expect(names(element)).to.deep.equal(['Phone']);
  });

  it('follows the session: what was added elsewhere appears', async () => {
    const { element, client } = await scene({ factors: [having(phone), having(phone, tablet)] });
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.deep.equal(['Phone', 'Tablet']);
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(names(element)).to.deep.equal([]);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
  });

  it('speaks German inside lang="de"', async () => {
    const client = new ScriptedMfaClient({ factors: having(phone) });
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><totp-list .client=${client}></totp-list></div>`,
    );
    const element = parent.querySelector('totp-list')!;
    await comes(
      () => element.shadowRoot && visibleText(element).includes('Zuletzt verwendet vor 2 Stunden'),
      'German comes',
    );
  });
});

describe('<totp-list>: an app that nobody gave a name', () => {
  it('is called what it is in the language of the page, also where it is renamed and removed', async () => {
    const client = new ScriptedMfaClient({
      session: signedIn,
      factors: having({ ...phone, name: 'Authenticator app' }, tablet),
    });
    const parent = await fixture<HTMLElement>(
      html`<div lang="fr"><totp-list .client=${client}></totp-list></div>`,
    );
    const element = parent.querySelector('totp-list')!;
    await comes(
      () => element.shadowRoot && names(element).join() === 'Application d’authentification,Tablet',
      'French comes',
    );
    await click(element, '.rename');
    await comes(() => element.shadowRoot?.querySelector('[part=input]'), 'the field comes');
    expect(element.shadowRoot?.querySelector<HTMLInputElement>('[part=input]')?.value).to.equal(
      'Application d’authentification',
    );
    await click(element, '[part~=button-quiet]');
    await click(element, '.remove');
    expect(visibleText(element)).to.contain('Supprimer Application d’authentification');
  });
});

describe('<totp-list>: what was begun', () => {
  const begun: Script = { factors: { ...having(phone), pending: [pendingApp] } };

  it('is listed, and can be finished', async () => {
    const { element } = await scene(begun);
    expect(names(element)).to.deep.equal(['Phone', 'Not finished']);
    expect(deepAll(element, '.add')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
    await click(element, '[part~=device-pending] button');
    expect(visibleText(element)).to.contain('The app was already scanned.');
  });

  it('can be discarded', async () => {
    const { element, client } = await scene(begun);
    await click(element, '[part~=device-pending] button:last-of-type');
    expect(client.calls.at(-1)).to.deep.equal({ call: 'removeTotp', parameters: [pendingApp.id] });
    expect(names(element)).to.deep.equal(['Phone']);
    expect(spoken(element)).to.equal('Discarded.');
  });

  it('stays listed when discarding does not get through', async () => {
    const { element } = await scene({ ...begun, removeTotp: refused('offline') });
    await click(element, '[part~=device-pending] button:last-of-type');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(names(element)).to.deep.equal(['Phone', 'Not finished']);
  });

  it('appears when setting up was given up', async () => {
    const { element } = await scene({
      factors: [having(phone), having(phone), { ...having(phone), pending: [pendingApp] }],
    });
    await click(element, '.add');
    await click(element, '[slot=actions]');
    expect(names(element)).to.deep.equal(['Phone', 'Not finished']);
  });
});

describe('<totp-list>: strict pages', () => {
  it('lists, asks and embeds under a strict Content-Security-Policy', async () => {
    const page = await openStrictPage(
      new URL('../define/totp-list.ts', import.meta.url).href,
      // What the page would fetch when it is needed, so that it is there with the click.
      new URL('totp-changes.ts', import.meta.url).href,
    );
    const element = page.document.createElement('totp-list');
    element.client = new ScriptedMfaClient({ session: signedIn, factors: having(phone) });
    page.document.body.append(element);
    await settled(element);
    await click(element, row(1, 'rename'));
    await click(element, '.panel [part~=button-quiet]');
    await click(element, row(1, 'remove'));
    await click(element, '.panel [part~=button-quiet]');
    await click(element, '.add');
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(1);
    expect(page.violations).to.deep.equal([]);
    page.close();
  });
});
