import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { signInChallenge, stepUpChallenge } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { ChallengeView } from '../client/views.js';
import '../define/mfa-challenge.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaChallenge } from './mfa-challenge.js';

async function scene(challenge: ChallengeView, script: Script = {}): Promise<MfaChallenge> {
  const client = new ScriptedMfaClient({ challenge, ...script });
  const page = await fixture(
    html`<main>
      <mfa-challenge .client=${client}><a slot="lost-device" href="/recover">Get back in</a></mfa-challenge>
    </main>`,
  );
  const element = page.querySelector('mfa-challenge')!;
  await settled(element);
  return element;
}

/** What the server offers whose only app is locked: nothing (L2). */
const nothingLeft: ChallengeView = { ...signInChallenge, methods: [] };

describe('<mfa-challenge>: a sign-in with nothing but an app that is locked', () => {
  withManualTiming();

  it('says what happened and what to do next, and shows the way out', async () => {
    const element = await scene(nothingLeft);
    expect(visibleText(deep(element, '[part=title]'))).to.equal('Confirm it’s you');
    expect(visibleText(deep(element, '[part=empty]'))).to.equal(
      'Your authenticator app is locked after too many wrong codes, and nothing else is set up to confirm with. Get back in as if you had lost your device.',
    );
    expect(visibleText(element)).to.contain('Get back in');
    expect(element.matches(':state(locked)')).to.equal(true);
    expect(deepAll(element, 'mfa-code-input')).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('is not said in a step-up, where there may never have been anything', async () => {
    const element = await scene({ ...stepUpChallenge, methods: [] });
    expect(visibleText(deep(element, '[part=empty]'))).to.contain('Set up two-step sign-in first.');
    expect(visibleText(element)).to.not.contain('Get back in');
    expect(element.matches(':state(locked)')).to.equal(false);
  });
});

describe('<mfa-challenge>: recovery codes that were locked', () => {
  withManualTiming();

  it('says that it is them, and what to do then', async () => {
    const element = await scene(
      { ...signInChallenge, methods: ['recovery-code', 'totp'], preferred: 'recovery-code' },
      { challengeRecoveryCode: refused('factor_locked', { status: 423 }) },
    );
    element.focus();
    await sendKeys({ type: 'ABCDE-FGHJK' });
    deep(element, '[part~=button-primary]').click();
    await settled(element);
    expect(visibleText(deep(element, '[part=error]'))).to.equal(
      'Your recovery codes are locked after too many wrong ones. Use another way to sign in, then make new ones.',
    );
    expect(element.matches(':state(locked)')).to.equal(true);
  });
});
