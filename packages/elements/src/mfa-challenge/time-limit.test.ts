import { expect, fixture, html } from '@open-wc/testing';
import { signInChallenge, stepUpChallenge } from '../client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/mfa-challenge.js';
import { own, press, spoken } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaChallenge } from './mfa-challenge.js';

const WARNING = 'This sign-in expires in a minute. If you need longer, start again.';

const MINUTE = 60_000;

async function scene(script: Script = {}): Promise<MfaChallenge> {
  const client = new ScriptedMfaClient(script);
  const element = await fixture<MfaChallenge>(html`<mfa-challenge .client=${client}></mfa-challenge>`);
  await settled(element);
  return element;
}

const warnings = (element: Element): string[] => deepAll(element, '.ending').map(visibleText);

describe('<mfa-challenge>: the time that a pending sign-in has', () => {
  const timing = withManualTiming();

  it('is warned of a minute before it is over, on screen and once aloud, with a way to have more (2.2.1)', async () => {
    const element = await scene();
    timing().advance(9 * MINUTE - 1);
    await settled(element);
    expect(warnings(element)).to.deep.equal([]);
    timing().advance(1);
    await settled(element);
    expect(warnings(element)).to.deep.equal([WARNING]);
    expect(spoken(element)).to.equal(WARNING);
    await expect(element).to.be.accessible();
    let restarts = 0;
    element.addEventListener('mfa-restart', () => (restarts += 1));
    await press(element, 'Start again');
    expect(restarts).to.equal(1);
  });

  it('is warned of at once where the last minute has begun, such as after a reload', async () => {
    const element = await scene({ challenge: { ...signInChallenge, expiresAt: '2026-03-02T09:30:30Z' } });
    timing().advance(0);
    await settled(element);
    expect(warnings(element)).to.deep.equal([WARNING]);
    expect(spoken(element)).to.equal(WARNING);
  });

  it('begins anew with another pending sign-in', async () => {
    const element = await scene();
    timing().advance(9 * MINUTE);
    await settled(element);
    element.client = new ScriptedMfaClient({
      challenge: { ...signInChallenge, expiresAt: '2026-03-02T09:49:00Z' },
    });
    await settled(element);
    expect(warnings(element)).to.deep.equal([]);
    timing().advance(9 * MINUTE);
    await settled(element);
    expect(warnings(element)).to.deep.equal([WARNING]);
  });

  it('is not spoken of to whoever is through, nor where the clock of the browser is wrong', async () => {
    const through = await scene();
    const field = document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')!;
    field.value = '123456';
    own(through, '[part~=button-primary]').click();
    await settled(through);
    const late = await scene({ challenge: { ...signInChallenge, expiresAt: '2026-03-02T09:29:00Z' } });
    timing().advance(9 * MINUTE);
    await settled(through);
    await settled(late);
    expect(spoken(through)).to.equal('Confirmed');
    expect(warnings(late)).to.deep.equal([]);
    expect(spoken(late)).to.equal('');
  });

  it('is no matter in a step-up, which has no end', async () => {
    const element = await scene({ challenge: stepUpChallenge });
    timing().advance(60 * MINUTE);
    await settled(element);
    expect(warnings(element)).to.deep.equal([]);
  });
});
