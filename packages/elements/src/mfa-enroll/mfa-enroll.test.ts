import { expect, fixture, html } from '@open-wc/testing';
import { openStrictPage } from '../../../../test/browser/strict-page.js';
import { mustEnroll, noFactors, pendingApp, signedIn } from '../client/scripted-answers.js';
import { ScriptedMfaClient, never, refused } from '../client/scripted-client.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import {
  enrolment,
  enter,
  focusedPart,
  go,
  input,
  pending,
  primary,
  scene,
  started,
  title,
  withoutCodes,
} from './mfa-enroll.fixture.js';
import { MfaEnroll } from './mfa-enroll.js';

elementContract({
  tag: 'mfa-enroll',
  element: MfaEnroll,
  define: () => import('../define/mfa-enroll.js'),
  client: () => new ScriptedMfaClient({ session: signedIn, factors: noFactors }),
  prepare: async (element) => {
    (element as MfaEnroll).methods = 'totp';
    await settled(element);
    deepAll(element, '[part~=button-primary]').at(0)?.click();
  },
  parts: [
    'base',
    'header',
    'title',
    'step',
    'qr',
    'secret',
    'copy-button',
    'label',
    'input',
    'hint',
    'error',
    'actions',
    'button',
    'button-primary',
    'button-quiet',
    'footer',
    'boxes',
    'box',
  ],
});

describe('<mfa-enroll>: before', () => {
  const timing = withManualTiming();

  it('says what it is about, warns on a shared computer, and begins nothing by itself', async () => {
    const { element, client } = await scene();
    expect(title(element)).to.equal('Set up an authenticator app');
    expect(visibleText(element)).to.contain('On a shared computer, let nobody see your screen');
    expect(client.count('startTotp')).to.equal(0);
    expect(focused(), 'takes no focus that nobody gave').to.equal('body');
    await expect(element).to.be.accessible();
  });

  for (const [method, reason] of [
    ['recovery-code', 'You signed in with a recovery code.'],
    ['account-recovery', 'You are back in your account.'],
    ['password', 'Before you go on, set up an authenticator for your account.'],
  ] as const) {
    it(`says why, in a restricted session by ${method}`, async () => {
      const { element } = await scene({
        session: { ...mustEnroll, amr: [{ method, at: '2026-03-02T09:30:00Z' }] },
      });
      expect(visibleText(element)).to.contain(reason);
    });
  }

  it('takes its heading and description from properties', async () => {
    const { element } = await scene();
    element.heading = 'One more step';
    element.description = 'Then you are in.';
    await settled(element);
    expect(title(element)).to.equal('One more step');
    expect(visibleText(element)).to.contain('Then you are in.');
  });

  it('has nothing to set up where methods leave nothing', async () => {
    const { element } = await scene();
    element.methods = 'totp nonsense';
    await settled(element);
    expect(deepAll(element, '[part=empty]')).to.have.lengthOf(0);
    element.methods = 'nonsense';
    await settled(element);
    expect(visibleText(deep(element, '[part=empty]'))).to.equal('There is nothing to set up here.');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
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
    expect(alerts(element)).to.have.lengthOf(1);
    expect(element.matches(':state(error)')).to.equal(true);
    await expect(element).to.be.accessible();
    client.play('factors', noFactors);
    await go(element);
    expect(visibleText(primary(element))).to.equal('Set up');
  });

  it('begins again by itself once the person is signed in', async () => {
    const { element, client } = await scene({ factors: [refused('session_required'), noFactors] });
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    client.switchTo(signedIn);
    await settled(element);
    expect(visibleText(primary(element))).to.equal('Set up');
  });

  it('speaks German inside lang="de"', async () => {
    const client = new ScriptedMfaClient({ factors: noFactors });
    const parent = await fixture<HTMLElement>(
      html`<div lang="de"><mfa-enroll methods="totp" .client=${client}></mfa-enroll></div>`,
    );
    const element = parent.querySelector('mfa-enroll')!;
    await comes(
      () => element.shadowRoot && visibleText(element).includes('Authenticator-App einrichten'),
      'German comes',
    );
  });
});

describe('<mfa-enroll>: starting', () => {
  it('sends one request for a double click', async () => {
    const { element, client } = await scene({ startTotp: never() });
    primary(element).click();
    primary(element).click();
    await settled(element);
    primary(element).click();
    expect(client.count('startTotp')).to.equal(1);
    expect(primary(element).ariaDisabled).to.equal('true');
  });

  it('waits for the step-up that the page asks for, and goes on with it', async () => {
    const stepUp = { methods: ['totp'], maxAge: 300, action: 'enrol' };
    const { element, client } = await scene({
      startTotp: [refused('step_up_required', { stepUp }), enrolment],
    });
    client.handleStepUp(() => {
      client.switchTo(signedIn);
      return Promise.resolve(true);
    });
    await go(element);
    expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
  });

  for (const [code, text] of [
    ['step_up_required', 'This needs a fresh proof that it’s you. Please try again and confirm.'],
    ['mfa_required', 'This needs two-step sign-in. Set it up first, then try again.'],
    ['offline', 'The server can’t be reached. Check your connection and try again.'],
  ] as const) {
    it(`can be tried again after ${code}`, async () => {
      const { element } = await started({ startTotp: [refused(code), enrolment] });
      expect(alerts(element)).to.deep.equal([text]);
      await expect(element).to.be.accessible();
      await go(element);
      expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
      expect(alerts(element)).to.deep.equal([]);
    });
  }

  it('says when there are too many already', async () => {
    const { element } = await started({ startTotp: refused('factor_limit') });
    expect(alerts(element)).to.deep.equal([
      'You have reached the limit. Remove one that you no longer use, then try again.',
    ]);
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
    expect(focusedPart(element)).to.equal('title');
    await expect(element).to.be.accessible();
  });
});

describe('<mfa-enroll>: resuming', () => {
  it('goes on to the code, since the app was already scanned', async () => {
    const { element, client } = await scene({ ...pending, confirmTotp: withoutCodes });
    expect(visibleText(element)).to.contain('The app was already scanned. Only the code is missing.');
    expect(deepAll(element, '[part=qr]')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
    await enter(element);
    expect(client.count('startTotp')).to.equal(0);
    expect(client.calls.find(({ call }) => call === 'confirmTotp')?.parameters[0]).to.equal(pendingApp.id);
  });

  it('says why as well, in a restricted session', async () => {
    const { element } = await scene({ ...pending, session: mustEnroll });
    expect(visibleText(element)).to.contain('You signed in with a recovery code.');
  });

  it('starts anew with another QR code', async () => {
    const { element, client } = await scene(pending);
    deep(element, '[part~=button-quiet]').click();
    await settled(element);
    expect(client.count('startTotp')).to.equal(1);
    expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
    expect(focusedPart(element)).to.equal('title');
  });

  it('can still be resumed when another QR code can’t be had', async () => {
    const { element } = await scene({ ...pending, startTotp: refused('offline') });
    deep(element, '[part~=button-quiet]').click();
    await settled(element);
    expect(alerts(element)).to.have.lengthOf(1);
    expect(input()).to.not.equal(null);
  });
});

describe('<mfa-enroll>: strict pages', () => {
  it('runs from the start to the codes under a strict Content-Security-Policy', async () => {
    const page = await openStrictPage(
      new URL('../define/mfa-enroll.ts', import.meta.url).href,
      // What the page would fetch when it is needed, so that it is there with the click.
      new URL('enroll-steps.ts', import.meta.url).href,
      new URL('../recovery-codes/codes-view.ts', import.meta.url).href,
    );
    const element = page.document.createElement('mfa-enroll');
    element.methods = 'totp';
    element.client = new ScriptedMfaClient({ session: signedIn, factors: noFactors });
    page.document.body.append(element);
    await settled(element);
    await go(element);
    expect(deepAll(element, '[part=qr]')).to.have.lengthOf(1);
    const field = page.document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]');
    if (field) field.value = '123456';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await settled(element);
    expect(deepAll(element, '[part=code]')).to.have.lengthOf(10);
    expect(page.violations).to.deep.equal([]);
    page.close();
  });
});
