import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { never, refused } from '../client/scripted-client.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts, replace, wholePage } from '../foundation/testing/page.js';
import { deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import {
  enrolment,
  enter,
  focusedPart,
  go,
  input,
  primary,
  scene,
  spoken,
  started,
  title,
  withoutCodes,
} from './mfa-enroll.fixture.js';

describe('<mfa-enroll>: scanning', () => {
  const timing = withManualTiming();
  const playClipboard = (writeText: (text: string) => Promise<unknown>): void =>
    replace(navigator, 'clipboard', { writeText });

  it('draws the QR code as one path with a name, dark on white in every theme', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.style.colorScheme = 'dark';
    const { element } = await started();
    parent.append(element);
    await settled(element);
    await go(element);
    const qr = deep(element, 'svg[part=qr]');
    expect(qr.getAttribute('viewBox')).to.equal(`0 0 ${enrolment.qr.size} ${enrolment.qr.size}`);
    expect(qr.querySelector('path')?.getAttribute('d')).to.equal(enrolment.qr.path);
    expect(qr).to.have.attribute('aria-label', 'QR code for your authenticator app');
    const { backgroundColor, fill } = getComputedStyle(qr);
    expect([backgroundColor, fill]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  });

  it('moves the focus to the new step, in numbered steps', async () => {
    const { element } = await started();
    expect(focusedPart(element)).to.equal('title');
    expect(title(element)).to.equal('Connect your app');
    expect(deepAll(element, 'ol > [part=step]')).to.have.lengthOf(3);
    await expect(element).to.be.accessible();
  });

  it('shows the key in groups of four and copies it without them', async () => {
    const copied: string[] = [];
    playClipboard((text) => Promise.resolve(copied.push(text)));
    const { element } = await started();
    expect(deep(element, '[part=secret]').textContent).to.equal('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP');
    deep(element, '[part~=copy-button]').click();
    await settled(element);
    expect(copied).to.deep.equal([enrolment.secret]);
    expect(visibleText(deep(element, '[part~=copy-button]'))).to.equal('Copied');
    expect(spoken(element)).to.equal('Copied');
  });

  it('says when copying is not possible', async () => {
    playClipboard(() => Promise.reject(new Error('denied')));
    const { element } = await started();
    deep(element, '[part~=copy-button]').click();
    await settled(element);
    expect(alerts(element)).to.deep.equal([
      'Copying isn’t possible here. Select the key and copy it by hand.',
    ]);
  });

  it('opens the app of this device without the address ever being an attribute of the page', async () => {
    const addresses: string[] = [];
    replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      addresses.push(`${this.href} ${String(this.isConnected)}`);
    });
    const { element } = await started();
    expect(wholePage()).to.not.contain('otpauth');
    deepAll(element, '.tools [part~=button-quiet]').at(0)?.click();
    expect(addresses).to.deep.equal([`${enrolment.uri} false`]);
  });

  it('keeps the code in one real field of the page, named and described', async () => {
    const { element } = await started();
    expect(input().parentElement).to.equal(element);
    expect(input().labels?.[0]?.textContent).to.equal('Enter the code that the app shows');
  });

  it('confirms with the code and the name, once, as soon as the code is complete', async () => {
    const { element, client } = await started({ confirmTotp: never() });
    const name = deep(element, '[part=input]') as HTMLInputElement;
    name.focus();
    await sendKeys({ type: ' Pixel ' });
    await sendKeys({ press: 'Enter' });
    expect(focused(), 'Enter goes on to the code').to.equal('one-time-code');
    await enter(element);
    primary(element).click();
    primary(element).click();
    expect(
      client.calls.filter(({ call }) => call === 'confirmTotp').map(({ parameters }) => parameters),
    ).to.deep.equal([[enrolment.id, '123456', 'Pixel']]);
    expect(visibleText(primary(element))).to.equal('Checking…');
    expect(element.matches(':state(verifying)')).to.equal(true);
    expect(focused()).to.equal('one-time-code');
  });

  it('asks for the missing digits', async () => {
    const { element, client } = await started();
    await enter(element, '123');
    await go(element);
    expect(alerts(element)).to.deep.equal(['Enter all six digits.']);
    expect(client.count('confirmTotp')).to.equal(0);
    expect(input().value).to.equal('123');
    expect(focused()).to.equal('one-time-code');
  });

  it('tells of a wrong code once, clears the field and keeps the focus and the QR code', async () => {
    const { element } = await started({ confirmTotp: refused('invalid_code') });
    await enter(element);
    expect(alerts(element)).to.deep.equal([
      'That code isn’t right. Wait for a new one in your app and try again.',
    ]);
    expect(input().value).to.equal('');
    expect(input().getAttribute('aria-invalid')).to.equal('true');
    expect(focused()).to.equal('one-time-code');
    expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
    expect(element.matches(':state(invalid)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('suspects the phone’s clock after two wrong codes', async () => {
    const { element } = await started({ confirmTotp: refused('invalid_code') });
    await enter(element);
    expect(alerts(element).join()).to.not.contain('time');
    await enter(element);
    expect(alerts(element)).to.have.lengthOf(1);
    expect(alerts(element).join()).to.contain('Check that your phone’s time is set automatically');
  });

  for (const code of [
    'offline',
    'unavailable',
    'conflict',
    'step_up_required',
    'validation_failed',
  ] as const) {
    it(`keeps what was typed, and the QR code, after ${code}`, async () => {
      const { element, done } = await started({ confirmTotp: [refused(code), withoutCodes] });
      await enter(element);
      expect(alerts(element)).to.have.lengthOf(1);
      expect(input().value).to.equal('123456');
      expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
      await expect(element).to.be.accessible();
      await go(element);
      expect(done()).to.equal(1);
    });
  }

  it('waits out a limit and then says that it is over', async () => {
    const { element, client } = await started({
      confirmTotp: refused('too_many_attempts', { retryAfter: 20 }),
    });
    await enter(element);
    expect(alerts(element)).to.deep.equal(['Too many tries. You can try again in 20 seconds.']);
    expect(element.matches(':state(locked)')).to.equal(true);
    await expect(element).to.be.accessible();
    await enter(element);
    expect(client.count('confirmTotp')).to.equal(1);
    for (let second = 0; second < 20; second += 1) timing().advance(1000);
    await settled(element);
    expect(alerts(element)).to.deep.equal([]);
    expect(spoken(element)).to.equal('You can try again now.');
    expect(element.matches(':state(locked)')).to.equal(false);
  });

  for (const code of ['expired', 'not_found'] as const) {
    it(`drops the secret after ${code} and starts again`, async () => {
      const { element, client } = await started({ confirmTotp: refused(code) });
      await enter(element);
      expect(alerts(element)).to.deep.equal(['This took too long and has expired. Please start again.']);
      expect(wholePage()).to.not.contain('JBSW');
      expect(focusedPart(element)).to.equal('title');
      await expect(element).to.be.accessible();
      await go(element);
      expect(client.count('startTotp')).to.equal(2);
      expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
    });
  }

  it('drops the secret when the person signs out', async () => {
    const { element, client } = await started();
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(wholePage()).to.not.contain('JBSW');
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
  });

  it('shows the page’s own buttons beside its own', async () => {
    const { element } = await started();
    element.insertAdjacentHTML('beforeend', '<button slot="actions">Not now</button>');
    expect(element.querySelector('button')?.checkVisibility()).to.equal(true);
  });

  it('needs the keyboard alone', async () => {
    const { element, done } = await scene({ confirmTotp: withoutCodes });
    primary(element).focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    // Copy, open, name, code.
    for (let key = 0; key < 4; key += 1) await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal('one-time-code');
    await sendKeys({ type: '123456' });
    await settled(element);
    expect(done()).to.equal(1);
  });
});
