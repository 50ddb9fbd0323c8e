import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { noFactors, signedIn, tenCodes } from '../client/scripted-answers.js';
import { never, refused } from '../client/scripted-client.js';
import { alerts } from '../foundation/testing/page.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import {
  click,
  focusedIn,
  having,
  isFocused,
  names,
  own,
  phone,
  row,
  scene,
  setUp,
  spoken,
  tablet,
} from './totp-list.fixture.js';

describe('<totp-list>: renaming', () => {
  it('is done in place with the keyboard: Enter saves, and the focus returns', async () => {
    const { element, client } = await scene();
    own(element, row(2, 'rename')).focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(focusedIn(element)?.part.contains('input')).to.equal(true);
    await expect(element).to.be.accessible();
    await sendKeys({ type: ' Old tablet ' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.calls.at(-1)).to.deep.equal({
      call: 'renameTotp',
      parameters: ['totp-tablet', 'Old tablet'],
    });
    expect(names(element)).to.deep.equal(['Phone', 'Old tablet']);
    expect(spoken(element)).to.equal('Renamed to Old tablet.');
    expect(isFocused(element, row(2, 'rename'))).to.equal(true);
  });

  it('is given up by Escape, and the focus returns', async () => {
    const { element, client } = await scene();
    await click(element, row(1, 'rename'));
    await sendKeys({ type: 'Other' });
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(client.count('renameTotp')).to.equal(0);
    expect(names(element)).to.deep.equal(['Phone', 'Tablet']);
    expect(isFocused(element, row(1, 'rename'))).to.equal(true);
  });

  it('sends nothing for the same name', async () => {
    const { element, client } = await scene();
    await click(element, row(1, 'rename'));
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(client.count('renameTotp')).to.equal(0);
    expect(deepAll(element, '[part=input]')).to.have.lengthOf(0);
  });

  it('asks for a name where there is none', async () => {
    const { element, client } = await scene();
    await click(element, row(1, 'rename'));
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(alerts(element)).to.deep.equal(['Enter a name.']);
    expect(own(element, '[part=input]').getAttribute('aria-invalid')).to.equal('true');
    expect(isFocused(element, '[part=input]')).to.equal(true);
    expect(client.count('renameTotp')).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('sends one request for a double click', async () => {
    const { element, client } = await scene({ renameTotp: never() });
    await click(element, row(1, 'rename'));
    await sendKeys({ type: 'Other' });
    own(element, '[part~=button-primary]').click();
    own(element, '[part~=button-primary]').click();
    await settled(element);
    expect(client.count('renameTotp')).to.equal(1);
  });

  it('keeps what was typed when it does not get through', async () => {
    const { element } = await scene({ renameTotp: refused('offline') });
    await click(element, row(1, 'rename'));
    await sendKeys({ type: 'Other' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect((own(element, '[part=input]') as HTMLInputElement).value).to.equal('Other');
  });

  it('goes back to the list when the app was removed elsewhere', async () => {
    const { element } = await scene({
      factors: [having(phone, tablet), having(phone)],
      renameTotp: refused('not_found'),
    });
    await click(element, row(2, 'rename'));
    await sendKeys({ type: 'Other' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(names(element)).to.deep.equal(['Phone']);
  });
});

describe('<totp-list>: removing', () => {
  it('asks first, and removes with the answer', async () => {
    const { element, client, events } = await scene({ factors: [having(phone, tablet), having(phone)] });
    await click(element, row(2, 'remove'));
    expect(visibleText(own(element, '#question'))).to.equal(
      'Remove Tablet? You can no longer sign in with codes from this app.',
    );
    expect(isFocused(element, '[part~=button-danger]')).to.equal(true);
    expect(client.count('removeTotp')).to.equal(0);
    await expect(element).to.be.accessible();
    await click(element, '[part~=button-danger]');
    expect(client.calls.find(({ call }) => call === 'removeTotp')?.parameters).to.deep.equal(['totp-tablet']);
    expect(names(element)).to.deep.equal(['Phone']);
    expect(events).to.deep.equal(['mfa-totp-removed']);
    expect(spoken(element)).to.equal('Tablet was removed.');
    expect(isFocused(element, '[part=title]')).to.equal(true);
  });

  it('says what else goes with the last one', async () => {
    const { element, client } = await scene({ factors: [having(phone), noFactors] });
    await click(element, row(1, 'remove'));
    expect(visibleText(own(element, '#question'))).to.equal(
      'Remove Phone? It is your last authenticator: multi-factor authentication is turned off, and your recovery codes stop working.',
    );
    expect(visibleText(own(element, '[part~=button-danger]'))).to.equal('Remove and turn off');
    await click(element, '[part~=button-danger]');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(client.count('session'), 'others on the page follow the session').to.equal(1);
  });

  it('is given up by Escape, and the focus returns', async () => {
    const { element, client } = await scene();
    await click(element, row(2, 'remove'));
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(isFocused(element, row(2, 'remove'))).to.equal(true);
    expect(client.count('removeTotp')).to.equal(0);
  });

  it('waits for the step-up that the page asks for, and goes on with it', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'remove' };
    const { element, client, events } = await scene({
      removeTotp: [refused('step_up_required', { stepUp }), undefined],
    });
    client.handleStepUp(() => {
      client.switchTo(signedIn);
      return Promise.resolve(true);
    });
    await click(element, row(2, 'remove'));
    await click(element, '[part~=button-danger]');
    expect(client.count('removeTotp')).to.equal(2);
    expect(events).to.deep.equal(['mfa-totp-removed']);
  });

  for (const code of ['last_factor', 'step_up_required', 'offline'] as const) {
    it(`keeps the app and the question after ${code}`, async () => {
      const { element, events } = await scene({ removeTotp: refused(code) });
      await click(element, row(1, 'remove'));
      await click(element, '[part~=button-danger]');
      expect(alerts(element)).to.have.lengthOf(1);
      expect(names(element)).to.deep.equal(['Phone', 'Tablet']);
      expect(events).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }

  it('sends one request for a double click', async () => {
    const { element, client } = await scene({ removeTotp: never() });
    await click(element, row(1, 'remove'));
    own(element, '[part~=button-danger]').click();
    own(element, '[part~=button-danger]').click();
    await settled(element);
    expect(client.count('removeTotp')).to.equal(1);
    expect(own(element, '[part~=button-danger]').ariaDisabled).to.equal('true');
  });
});

describe('<totp-list>: adding and replacing', () => {
  const both = [having(phone), having(phone, tablet)];

  it('sets another one up in place, with the code field in the page', async () => {
    const { element, events } = await scene({
      factors: [having(phone), having(phone), having(phone, tablet)],
      confirmTotp: { factor: tablet, session: signedIn },
    });
    await click(element, '.add');
    expect(focusedIn(element)?.localName).to.equal('mfa-enroll');
    await expect(element).to.be.accessible();
    await setUp(element);
    expect(events).to.deep.equal(['mfa-totp-added']);
    expect(names(element)).to.deep.equal(['Phone', 'Tablet']);
    expect(spoken(element)).to.equal('The authenticator app was added.');
    expect(isFocused(element, '[part=title]')).to.equal(true);
    expect(document.querySelectorAll('input[autocomplete="one-time-code"]')).to.have.lengthOf(0);
  });

  it('keeps the code field of the new app in its own light DOM', async () => {
    const { element } = await scene();
    await click(element, '.add');
    deepAll(element, 'mfa-enroll')[0]
      ?.shadowRoot?.querySelector<HTMLElement>('[part~=button-primary]')
      ?.click();
    await settled(element);
    expect(element.querySelectorAll(':scope > input[autocomplete="one-time-code"]')).to.have.lengthOf(1);
  });

  it('can be given up until recovery codes are shown, and no later', async () => {
    const { element, events } = await scene({ factors: noFactors });
    await click(element, '.add');
    expect(own(element, '[slot=actions]').checkVisibility()).to.equal(true);
    await setUp(element);
    expect(deepAll(element, '[part=code]').map((code) => code.textContent)).to.deep.equal(tenCodes);
    expect(own(element, '[slot=actions]').checkVisibility()).to.equal(false);
    expect(events, 'not before the codes are saved').to.deep.equal([]);
    deep(element, '[type=checkbox]').click();
    await settled(element);
    deep(element, '[part=base] [part~=button-primary]').click();
    await settled(element);
    expect(events).to.deep.equal(['mfa-totp-added']);
  });

  it('gives the focus back when it is given up', async () => {
    const { element } = await scene();
    await click(element, row(2, 'replace'));
    await click(element, '[slot=actions]');
    expect(deepAll(element, 'mfa-enroll')).to.have.lengthOf(0);
    expect(isFocused(element, row(2, 'replace'))).to.equal(true);
  });

  it('replaces without a gap: the old one is offered for removal once the new one works', async () => {
    const { element, client, events } = await scene({
      factors: [...both.slice(0, 1), ...both],
      confirmTotp: { factor: tablet, session: signedIn },
    });
    await click(element, row(1, 'replace'));
    expect(visibleText(element)).to.contain('Set up the new app first.');
    await setUp(element);
    expect(client.count('removeTotp')).to.equal(0);
    expect(visibleText(own(element, '#question'))).to.equal('The new app works. Remove the old one, Phone?');
    expect(isFocused(element, '[part~=button-danger]')).to.equal(true);
    await expect(element).to.be.accessible();
    await click(element, '[part~=button-danger]');
    expect(client.calls.find(({ call }) => call === 'removeTotp')?.parameters).to.deep.equal([phone.id]);
    expect(events).to.deep.equal(['mfa-totp-added', 'mfa-totp-removed']);
  });

  it('keeps both when the person says so', async () => {
    const { element, client } = await scene({
      factors: [...both.slice(0, 1), ...both],
      confirmTotp: { factor: tablet, session: signedIn },
    });
    await click(element, row(1, 'replace'));
    await setUp(element);
    await click(element, '.panel [part~=button-quiet]');
    expect(client.count('removeTotp')).to.equal(0);
    expect(names(element)).to.deep.equal(['Phone', 'Tablet']);
  });
});
