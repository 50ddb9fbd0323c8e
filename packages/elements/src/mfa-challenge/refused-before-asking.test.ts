import { expect, fixture, html } from '@open-wc/testing';
import { signInChallenge } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/mfa-challenge.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaChallenge } from './mfa-challenge.js';

describe('<mfa-challenge>: refused before it asks', () => {
  for (const [code, message] of [
    ['validation_failed', 'Something went wrong.'],
    ['too_many_attempts', 'Too many tries.'],
  ] as const)
    it(`asks for no proof where what can be proven with is refused by ${code}, and asks the server again`, async () => {
      const client = new ScriptedMfaClient({ challenge: [refused(code), signInChallenge] });
      const element = await fixture<MfaChallenge>(html`<mfa-challenge .client=${client}></mfa-challenge>`);
      await settled(element);
      const alerts = deepAll(element, '[role=alert]').map((alert) => visibleText(alert));
      expect(alerts).to.have.lengthOf(1);
      expect(alerts[0]).to.contain(message);
      expect(document.querySelector('input') === null, 'no field before it is known what for').to.equal(true);
      deep(element, '[part~=button]').click();
      await settled(element);
      expect(client.calls.filter(({ call }) => call === 'challenge')).to.have.lengthOf(2);
      expect(deep(element, '[part~=button-primary]').textContent.trim()).to.equal('Verify');
    });
});
