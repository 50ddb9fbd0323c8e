import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { scriptedActivity } from '../../packages/elements/src/client/scripted-activity.js';
import {
  authenticatorApp,
  noFactors,
  securityKey,
  signedIn,
  signalsFor,
  syncedPasskey,
} from '../../packages/elements/src/client/scripted-answers.js';
import {
  refused,
  ScriptedMfaClient,
  type Script,
} from '../../packages/elements/src/client/scripted-client.js';
import type { Factors, Passkey } from '../../packages/elements/src/client/views.js';
import '../../packages/elements/src/define/active-sessions.js';
import '../../packages/elements/src/define/passkey-list.js';
import '../../packages/elements/src/define/recovery-codes.js';
import '../../packages/elements/src/define/security-activity.js';
import { announced, focusedNode, listed } from './accessibility-tree.js';
import { press, tabTo, type } from './keyboard.js';
import { openPage, outcomesOf } from './scene.js';

const client = (script: Script = {}): ScriptedMfaClient =>
  new ScriptedMfaClient({ session: signedIn, ...script });

const having = (...passkeys: Passkey[]): Factors => ({ ...noFactors, totp: [authenticatorApp], passkeys });

describe('With a keyboard and a screen reader, managing what one has', () => {
  it('renames a passkey: into its field, refused, left by Escape, saved, and back to where it began', async () => {
    const renamed = { ...syncedPasskey, name: 'Work laptop' };
    const element = await openPage(
      html`<passkey-list
        .client=${client({
          factors: [having(syncedPasskey, securityKey), having(renamed, securityKey)],
          renamePasskey: { passkey: renamed, signals: signalsFor('credential-1', 'credential-2') },
        })}
      ></passkey-list>`,
    );
    const outcomes = outcomesOf(element, 'mfa-passkey-renamed');
    await tabTo('Rename: iCloud Keychain');
    await press('Enter');
    expect(await focusedNode()).to.equal('textbox "Name"');
    await press('Escape');
    expect(await focusedNode()).to.equal('button "Rename: iCloud Keychain"');
    await press('Enter', 'Control+A', 'Delete', 'Enter');
    expect(await focusedNode()).to.equal('textbox "Name": Enter a name. (invalid)');
    expect(await announced()).to.deep.equal(['Enter a name.']);
    await type('Work laptop');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-passkey-renamed']);
    expect(await announced()).to.deep.equal(['Renamed to Work laptop.']);
    expect(await focusedNode()).to.equal('button "Rename: Work laptop"');
  });

  it('revokes a passkey after a question, and leaves the focus at the heading of what is left', async () => {
    const element = await openPage(
      html`<passkey-list
        .client=${client({
          factors: [having(syncedPasskey, securityKey), having(syncedPasskey)],
        })}
      ></passkey-list>`,
    );
    const outcomes = outcomesOf(element, 'mfa-passkey-revoked');
    await tabTo('Remove: Blue key');
    await press('Enter');
    expect(await focusedNode()).to.equal(
      'button "Remove": Remove Blue key? You can no longer sign in with it.',
    );
    await press('Escape');
    expect(await focusedNode()).to.equal('button "Remove: Blue key"');
    await press('Enter');
    await tabTo('Remove');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-passkey-revoked']);
    expect(await announced()).to.deep.equal(['Blue key was removed.']);
    expect(await focusedNode()).to.equal('heading "Passkeys"');
  });

  it('makes new recovery codes after a question, and goes on only with the box ticked by Space', async () => {
    const element = await openPage(html`<recovery-codes .client=${client()}></recovery-codes>`);
    const outcomes = outcomesOf(element, 'mfa-recovery-codes-confirmed');
    await tabTo('Make new codes');
    await press('Enter');
    expect(await focusedNode()).to.equal(
      'button "Replace the old codes": Make ten new codes? The old ones stop working at once, wherever you keep them.',
    );
    await press('Enter');
    expect(await focusedNode()).to.equal('heading "Save your recovery codes"');
    await tabTo('I have saved my recovery codes');
    await press('Space');
    expect(await listed('checkbox')).to.deep.equal(['checkbox "I have saved my recovery codes"']);
    await tabTo('Continue');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-recovery-codes-confirmed']);
    expect(await announced()).to.deep.equal(['Your recovery codes are saved.']);
    expect(await focusedNode()).to.equal('heading "Recovery codes"');
  });

  it('ends all other sessions after a question', async () => {
    const element = await openPage(html`<active-sessions .client=${client()}></active-sessions>`);
    const outcomes = outcomesOf(element, 'mfa-session-ended');
    await tabTo('End all others');
    await press('Enter');
    expect(await focusedNode()).to.contain('End all other sessions?');
    await press('Escape');
    expect(await focusedNode()).to.equal('button "End all others"');
    await press('Enter');
    await tabTo('End all others');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-session-ended']);
    expect(await announced()).to.deep.equal([
      'All other sessions were ended, and all remembered devices forgotten.',
    ]);
  });

  it('filters the activity, says what was found, and reports an event', async () => {
    const found = { events: scriptedActivity, next: null };
    await openPage(
      html`<security-activity
        .client=${client({
          activity: [
            found,
            refused('validation_failed', { fields: [{ path: 'ip', code: 'invalid' }] }),
            { ...found, events: found.events.slice(0, 1) },
          ],
        })}
      ></security-activity>`,
    );
    await tabTo('Filter');
    await press('Enter');
    await tabTo('How it ended');
    await press('ArrowDown');
    await tabTo('IP address');
    await type('nonsense');
    await press('Enter');
    const refusal = 'That is no IP address. Copy one from the list, such as 192.0.2.14.';
    expect(await focusedNode()).to.equal(`textbox "IP address": ${refusal} (invalid)`);
    expect(await announced()).to.deep.equal([refusal]);
    await press('Control+A', 'Delete', 'Enter');
    expect(await announced()).to.deep.equal(['1 event found.']);
    expect(await focusedNode()).to.equal('textbox "IP address"');
    await tabTo('This wasn’t me: …');
    await press('Enter');
    await tabTo('Report it');
    await press('Enter');
    expect(await focusedNode()).to.equal('paragraph "It is reported. Do this now:"');
    expect(await announced()).to.deep.equal([]);
  });
});
