import { expect, fixture, html } from '@open-wc/testing';
import { signedIn, tenCodes } from '../client/scripted-answers.js';
import { refused } from '../client/scripted-client.js';
import type { Script } from '../client/scripted-client.js';
import { alerts, wholePage } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import {
  enrolment,
  enter,
  focusedPart,
  go,
  saveCodes,
  spoken,
  started,
  title,
  withoutCodes,
  afterRecoveryCode,
} from './mfa-enroll.fixture.js';
import type { Scene } from './mfa-enroll.fixture.js';
import { MfaEnroll } from './mfa-enroll.js';

describe('<mfa-enroll>: recovery codes', () => {
  it('shows the first factor’s codes once and is done only when they are saved', async () => {
    const { element, client, done } = await started();
    await enter(element);
    expect(deepAll(element, '[part=code]').map((code) => code.textContent)).to.deep.equal(tenCodes);
    expect(title(element)).to.equal('Save your recovery codes');
    expect(client.count('recoveryCodes'), 'nobody asks how many are left').to.equal(0);
    expect(done()).to.equal(0);
    await expect(element).to.be.accessible();
    await saveCodes(element);
    expect(done()).to.equal(1);
    expect(title(element)).to.equal('Your authenticator app is set up');
    expect(focusedPart(element)).to.equal('title');
    expect(element.matches(':state(complete)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('leaves nothing secret anywhere: not on the way, and not after it', async () => {
    const { element } = await started();
    await enter(element);
    expect(wholePage(), 'the secret is gone once it is confirmed').to.not.contain('JBSW');
    expect(wholePage()).to.not.contain(enrolment.qr.path);
    expect(wholePage()).to.not.contain('123456');
    await saveCodes(element);
    const page = wholePage();
    for (const code of tenCodes) expect(page).to.not.contain(code);
    const properties: string[] = [];
    for (const name in element) properties.push(String(Reflect.get(element, name)));
    for (const secret of [...tenCodes, enrolment.secret]) expect(properties.join()).to.not.contain(secret);
  });

  it('keeps the codes when the session changes or the page moves the element', async () => {
    const { element, client } = await started();
    await enter(element);
    client.switchTo({ state: 'signed-out' });
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await settled(element);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
  });

  it('begins anew for somebody else who signs in, and shows them neither the codes nor the secret', async () => {
    const grace = { ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } };
    const withSecret = await started();
    expect(wholePage()).to.contain('JBSW');
    withSecret.client.switchTo(grace);
    await settled(withSecret.element);
    expect(wholePage()).to.not.contain('JBSW');
    withSecret.element.remove();

    const { element, client } = await started();
    await enter(element);
    expect(wholePage()).to.contain(tenCodes[0]);
    client.switchTo({ state: 'signed-out' });
    client.switchTo(grace);
    await settled(element);
    expect(wholePage()).to.not.contain(tenCodes[0]);
    expect(element.matches(':state(done)')).to.equal(false);
  });

  it('shows neither the codes nor the secret to who goes back to the page, and begins anew', async () => {
    const { element } = await started();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await element.updateComplete;
    expect(wholePage()).to.not.contain('JBSW');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(element);
    await go(element);
    await enter(element);
    expect(wholePage()).to.contain(tenCodes[0]);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await element.updateComplete;
    for (const code of tenCodes) expect(wholePage()).to.not.contain(code);
  });

  it('is done at once where no codes were made', async () => {
    const { element, done } = await started({ confirmTotp: withoutCodes });
    await enter(element);
    expect(done()).to.equal(1);
  });
});

describe('<mfa-enroll>: old authenticators, after a recovery code', () => {
  async function asked(script: Script = {}): Promise<Scene> {
    const made = await started({ ...afterRecoveryCode, ...script });
    await enter(made.element);
    return made;
  }

  const remove = (element: MfaEnroll, index = 0): HTMLElement => {
    const found = deepAll(element, '[part=device] button')[index];
    if (!found) throw new Error('there is nothing to remove');
    return found;
  };

  it('asks which of them to remove before it is done', async () => {
    const { element, done } = await asked();
    expect(title(element)).to.equal('Remove old authenticators?');
    expect(deepAll(element, '[part=device] span').map(visibleText)).to.deep.equal([
      'Authenticator app',
      'Old phone',
    ]);
    expect(remove(element, 1).ariaLabel).to.equal('Remove: Old phone');
    expect(focusedPart(element)).to.equal('title');
    expect(done()).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('removes with one click each, and is done when none is left', async () => {
    const { element, client, done } = await asked();
    remove(element, 1).click();
    await settled(element);
    expect(client.calls.at(-1)).to.deep.equal({ call: 'removeTotp', parameters: ['totp-old'] });
    expect(spoken(element)).to.equal('Old phone was removed.');
    expect(done()).to.equal(0);
    remove(element).click();
    await settled(element);
    expect(done()).to.equal(1);
    expect(client.calls.at(-1)?.call, 'lists on the page follow the session').to.equal('session');
  });

  it('keeps them when the person is done', async () => {
    const { element, client, done } = await asked();
    await go(element);
    expect(done()).to.equal(1);
    expect(client.count('removeTotp')).to.equal(0);
  });

  it('sends one request for a double click, and says what went wrong', async () => {
    const { element, client } = await asked({ removeTotp: refused('offline') });
    remove(element).click();
    remove(element).click();
    await settled(element);
    expect(client.count('removeTotp')).to.equal(1);
    expect(alerts(element)).to.have.lengthOf(1);
    expect(deepAll(element, '[part=device]')).to.have.lengthOf(2);
    await expect(element).to.be.accessible();
  });

  it('takes one that is gone already for removed', async () => {
    const { element } = await asked({ removeTotp: refused('not_found') });
    remove(element).click();
    await settled(element);
    expect(alerts(element)).to.deep.equal([]);
    expect(deepAll(element, '[part=device]')).to.have.lengthOf(1);
  });

  it('asks nothing of somebody who only adds another one', async () => {
    const { element, done } = await asked({ session: signedIn });
    expect(done()).to.equal(1);
    expect(deepAll(element, '[part=device]')).to.have.lengthOf(0);
  });
});
