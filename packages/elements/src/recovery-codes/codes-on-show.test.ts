import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { openStrictPage } from '../../../../test/browser/strict-page.js';
import { signedIn, tenCodes } from '../client/scripted-answers.js';
import { ScriptedMfaClient, never, refused } from '../client/scripted-client.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts, replace, wholePage } from '../foundation/testing/page.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import {
  asksBeforeLeaving,
  button,
  checkbox,
  click,
  focusedPart,
  save,
  scene,
  shown,
  spoken,
} from './recovery-codes.fixture.js';

const grace = { ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } };

describe('<recovery-codes>: shown once', () => {
  const timing = withManualTiming();

  it('lists ten codes in order, each spoken character by character', async () => {
    const { element } = await shown();
    const list = deep(element, 'ol[part=codes]');
    expect(list.querySelectorAll('li')).to.have.lengthOf(10);
    expect(list.querySelector('.spoken')?.textContent).to.equal('7 K 2 M , 9 Q X A , 4 T R V , 0 H J E');
    expect(list.translate).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('shows at most the columns that the page asks for', async () => {
    const { element } = await shown();
    element.style.setProperty('--mfa-recovery-codes-columns', '1');
    expect(getComputedStyle(deep(element, 'ol')).columnCount).to.equal('1');
    element.style.removeProperty('--mfa-recovery-codes-columns');
    expect(getComputedStyle(deep(element, 'ol')).columnCount).to.equal('2');
  });

  it('copies all of them, says so for a while, and says when it can’t', async () => {
    const { element } = await shown();
    const copied: string[] = [];
    replace(navigator, 'clipboard', { writeText: (text: string) => Promise.resolve(copied.push(text)) });
    await click(element, 'Copy');
    expect(copied).to.deep.equal([tenCodes.join('\n')]);
    expect(spoken(element)).to.equal('Copied');
    expect(button(element, 'Copied').part.contains('copy-button')).to.equal(true);
    timing().advance(4000);
    await settled(element);
    replace(navigator, 'clipboard', { writeText: () => Promise.reject(new Error('denied')) });
    await click(element, 'Copy');
    expect(alerts(element)).to.deep.equal([
      'Copying isn’t possible here. Download or print the codes instead.',
    ]);
  });

  it('saves a text file that is named after the service', async () => {
    const { element } = await shown();
    const blobs: Blob[] = [];
    const links: HTMLAnchorElement[] = [];
    replace(URL, 'createObjectURL', (blob: Blob) => `blob:codes-${String(blobs.push(blob))}`);
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      links.push(this);
    });
    await click(element, 'Download');
    expect(links.map(({ download }) => download)).to.deep.equal([
      `recovery-codes-${location.host.replace(':', '-')}.txt`,
    ]);
    expect(links[0]?.isConnected, 'a link in the page would have the address in an attribute').to.equal(
      false,
    );
    expect(await blobs[0]?.text()).to.equal(
      `Recovery codes for ${location.host}\n\n${tenCodes.join('\n')}\n`,
    );
    const revoked: string[] = [];
    replace(URL, 'revokeObjectURL', (address: string) => revoked.push(address));
    await save(element);
    expect(revoked).to.deep.equal(['blob:codes-1']);
  });

  it('goes on only once the checkbox says that they are saved', async () => {
    const { element, client } = await shown();
    expect(button(element, 'Continue').disabled).to.equal(true);
    button(element, 'Continue').click();
    expect(client.count('confirmRecoveryCodes')).to.equal(0);
    checkbox(element).click();
    await settled(element);
    expect(button(element, 'Continue').disabled).to.equal(false);
    checkbox(element).click();
    await settled(element);
    expect(button(element, 'Continue').disabled).to.equal(true);
  });

  it('can be saved and confirmed with the keyboard alone', async () => {
    const { element, client } = await shown();
    for (let key = 0; key < 4; key += 1) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await settled(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.count('confirmRecoveryCodes')).to.equal(1);
  });

  it('tells the server, then the page by an event that holds nothing, then nobody ever again', async () => {
    const { element, client } = await shown();
    let event: Event | undefined;
    let pageThen = '';
    element.addEventListener('mfa-recovery-codes-confirmed', (confirmed) => {
      event = confirmed;
      pageThen = wholePage();
    });
    await save(element);
    expect(client.count('confirmRecoveryCodes')).to.equal(1);
    expect(event).to.include({ bubbles: true, composed: true });
    expect(Reflect.ownKeys(event ?? {})).to.deep.equal(['isTrusted']);
    for (const page of [pageThen, wholePage()]) {
      for (const code of tenCodes) expect(page).to.not.contain(code);
      expect(page).to.not.contain('7 K 2 M');
    }
    expect(spoken(element)).to.equal('Your recovery codes are saved.');
    expect(focusedPart(element)).to.equal('title');
    expect(client.count('session'), 'others on the page follow the session').to.equal(1);
    await expect(element).to.be.accessible();
  });

  it('keeps codes out of attributes, and out of everything that can be read from the element', async () => {
    const { element } = await shown();
    const attributes = deepAll(element, '*').flatMap((each) =>
      [...each.attributes].map(({ value }) => value),
    );
    const properties: unknown[] = [];
    for (const name in element) properties.push(Reflect.get(element, name));
    const readable = [...attributes, ...properties.filter((value) => typeof value === 'string')].join();
    for (const code of tenCodes) expect(readable).to.not.contain(code);
  });

  it('sends one confirmation for a double click', async () => {
    const { element, client } = await shown({ confirmRecoveryCodes: never() });
    await save(element);
    deep(element, '[part~=button-primary]').click();
    expect(client.count('confirmRecoveryCodes')).to.equal(1);
  });

  it('keeps the codes when the confirmation does not get through', async () => {
    const { element, client } = await shown({ confirmRecoveryCodes: [refused('offline'), undefined] });
    await save(element);
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    expect(checkbox(element).checked).to.equal(true);
    await expect(element).to.be.accessible();
    await click(element, 'Continue');
    expect(client.count('confirmRecoveryCodes')).to.equal(2);
    expect(deepAll(element, 'ol')).to.have.lengthOf(0);
  });

  it('drops codes that were replaced elsewhere, and says so', async () => {
    const { element } = await shown({ confirmRecoveryCodes: refused('not_found') });
    await save(element);
    expect(alerts(element)).to.deep.equal([
      'This no longer exists. Reload the page to see how things stand.',
    ]);
    expect(wholePage()).to.not.contain(tenCodes[0]);
    expect(spoken(element)).to.equal('');
  });

  it('warns before the page is left while codes are shown, and not after', async () => {
    const { element } = await shown();
    expect(asksBeforeLeaving()).to.equal(true);
    await save(element);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('keeps the codes when the page moves the element, and forgets them when it removes it', async () => {
    const { element } = await shown();
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await settled(element);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    expect(asksBeforeLeaving()).to.equal(true);
    element.remove();
    await settled(element);
    expect(asksBeforeLeaving()).to.equal(false);
    elsewhere.append(element);
    await settled(element);
    expect(deepAll(element, 'ol')).to.have.lengthOf(0);
    expect(visibleText(element)).to.contain('8 of 10 left');
  });

  it('keeps them for their owner, who is signed out while writing them down, and shows them to nobody else who signs in', async () => {
    const { element, client } = await scene();
    client.switchTo(signedIn);
    element.show(tenCodes);
    client.switchTo({ state: 'signed-out' });
    client.switchTo(signedIn);
    await settled(element);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    client.switchTo({ state: 'signed-out' });
    client.switchTo(grace);
    await settled(element);
    for (const code of tenCodes) expect(wholePage()).to.not.contain(code);
    expect(visibleText(element), 'her own are what she sees').to.contain('8 of 10 left');
    expect(asksBeforeLeaving()).to.equal(false);
    expect(client.count('confirmRecoveryCodes')).to.equal(0);
  });

  it('is not what somebody finds who goes back to the page that was left with codes on show', async () => {
    const { element } = await shown();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    // As much time as a page has that the browser puts away.
    await element.updateComplete;
    for (const code of tenCodes) expect(wholePage()).to.not.contain(code);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(element);
    expect(visibleText(element)).to.contain('8 of 10 left');
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('<recovery-codes>: on paper', () => {
  const sheet = (): HTMLElement | null => document.querySelector('[data-mfa-print-sheet]');

  afterEach(async () => {
    await emulateMedia({ media: 'screen' });
  });

  it('prints the codes and nothing else of the page', async () => {
    const bystander = await fixture<HTMLElement>(html`<p>Something else on the page</p>`);
    const { element } = await shown();
    let printed = 0;
    replace(window, 'print', () => (printed += 1));
    await click(element, 'Print');
    expect(printed).to.equal(1);
    expect(sheet()?.checkVisibility(), 'not on screen').to.equal(false);
    await emulateMedia({ media: 'print' });
    expect(sheet()?.checkVisibility()).to.equal(true);
    expect(element.checkVisibility()).to.equal(false);
    expect(bystander.checkVisibility()).to.equal(false);
    const codes = [...(sheet()?.shadowRoot?.querySelectorAll('code') ?? [])];
    expect(codes.map((code) => code.textContent)).to.deep.equal(tenCodes);
    expect(codes.every((code) => code.checkVisibility())).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(sheet()).to.equal(null);
    expect(bystander.checkVisibility(), 'the page prints as ever').to.equal(true);
  });

  it('does the same for the browser’s own print command', async () => {
    const { element } = await shown();
    window.dispatchEvent(new Event('beforeprint'));
    expect(sheet()).to.not.equal(null);
    window.dispatchEvent(new Event('afterprint'));
    await save(element);
    window.dispatchEvent(new Event('beforeprint'));
    expect(sheet()).to.equal(null);
  });

  it('takes the sheet away with the codes, whether or not the browser said that printing is over', async () => {
    const { element } = await shown();
    replace(window, 'print', () => undefined);
    await click(element, 'Print');
    const sheets = document.adoptedStyleSheets.length;
    await save(element);
    expect(sheet()).to.equal(null);
    expect(document.adoptedStyleSheets).to.have.lengthOf(sheets - 1);
  });

  it('shows, copies, saves and prints under a strict Content-Security-Policy', async () => {
    const page = await openStrictPage(new URL('../define/recovery-codes.ts', import.meta.url).href);
    const element = page.document.createElement('recovery-codes');
    element.client = new ScriptedMfaClient({ session: signedIn });
    page.document.body.append(element);
    element.show(tenCodes);
    await settled(element);
    const printing = new Promise<void>((resolve) => {
      replace(page.window, 'print', resolve);
    });
    await click(element, 'Print');
    await printing;
    await click(element, 'Download');
    const printed = page.document.querySelector('[data-mfa-print-sheet]');
    expect(printed?.shadowRoot?.querySelectorAll('code')).to.have.lengthOf(10);
    expect(printed && page.window.getComputedStyle(printed).display, 'styled, and hidden on screen').to.equal(
      'none',
    );
    expect(page.violations).to.deep.equal([]);
    page.close();
  });
});
