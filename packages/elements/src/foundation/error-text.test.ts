import { expect, fixture, html } from '@open-wc/testing';
import type { MfaErrorCode } from '../client/mfa-error.js';
import { refused, ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/active-sessions.js';
import { deep, settled } from './testing/rendering.js';

describe('What went wrong, in words', () => {
  for (const code of ['brand_new', 'constructor', '__proto__', 'waiting', 'toString']) {
    it(`is told in general ones where the server's code is ${code}, which has none of its own`, async () => {
      const client = new ScriptedMfaClient({ sessions: refused(code as MfaErrorCode) });
      const element = await fixture<HTMLElement>(html`<active-sessions .client=${client}></active-sessions>`);
      await settled(element);
      expect(deep(element, '[role=alert]').textContent).to.equal('Something went wrong. Please try again.');
    });
  }
});
