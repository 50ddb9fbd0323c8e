import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { signedIn } from '../../packages/elements/src/client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../../packages/elements/src/client/scripted-client.js';
import '../../packages/elements/src/define/account-recovery.js';
import '../../packages/elements/src/define/mfa-members.js';
import '../../packages/elements/src/define/mfa-policy.js';
import { announced, focusedNode, listed } from './accessibility-tree.js';
import { press, tabTo, type } from './keyboard.js';
import { openPage, outcomesOf } from './scene.js';

const client = (script: Script = {}): ScriptedMfaClient =>
  new ScriptedMfaClient({ session: signedIn, ...script });

describe('With a keyboard and a screen reader, administering', () => {
  it('changes the policy: a wrong number is told at its field, and what was saved is said once', async () => {
    const element = await openPage(html`<mfa-policy .client=${client()}></mfa-policy>`);
    const outcomes = outcomesOf(element, 'mfa-policy-changed');
    await tabTo('Everybody in this workspace has to have it');
    await press('Space');
    await tabTo('Days that people have to set it up');
    await press('Control+A');
    await type('1000');
    await press('Enter');
    expect(await focusedNode()).to.equal(
      'textbox "Days that people have to set it up": From 0 to 365, counted from when it is first asked of somebody. Enter a whole number from 0 to 365. (invalid)',
    );
    await press('Control+A');
    await type('14');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-policy-changed']);
    expect(await announced()).to.deep.equal(['Saved. This applies from now on.']);
    expect(await focusedNode()).to.not.contain('RootWebArea');
  });

  it('resets a member: a missing reason is told at its field, Escape leaves, and the focus stays with the member', async () => {
    const element = await openPage(html`<mfa-members .client=${client()}></mfa-members>`);
    const outcomes = outcomesOf(element, 'mfa-member-reset');
    const buttons = await listed('button');
    const [reset = ''] = buttons.filter((name) => name.startsWith('button "Reset: '));
    const name = reset.slice('button "'.length, -1);
    await tabTo(name);
    await press('Enter');
    expect(await focusedNode()).to.contain('heading "Reset the second step of ');
    await press('Escape');
    expect(await focusedNode()).to.equal(reset);
    await press('Enter');
    await tabTo('Reset now');
    await press('Enter');
    expect(await focusedNode()).to.equal(
      'textbox "Reason": Say why. It is kept on record. It is kept on record with your name. No codes, no passwords, no health matters. (invalid)',
    );
    await type('The phone was stolen.');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-member-reset']);
    expect(await announced()).to.deep.equal([
      `The second step of ${name.slice('Reset: '.length)} was reset.`,
    ]);
    expect(await focusedNode()).to.not.contain('RootWebArea');
  });
});

describe('With a keyboard and a screen reader, getting back in', () => {
  it('asks for the mail, and reads what comes next where the focus is', async () => {
    history.replaceState(null, '', location.pathname + location.search);
    const element = await openPage(
      html`<account-recovery .client=${new ScriptedMfaClient()}></account-recovery>`,
    );
    const outcomes = outcomesOf(element, 'mfa-recovery-requested');
    await press('Tab', 'Enter');
    expect(await focusedNode()).to.equal('textbox "Email address": Enter your email address. (invalid)');
    expect(await announced()).to.deep.equal(['Enter your email address.']);
    await type('ada@example.com');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-recovery-requested']);
    expect(await focusedNode()).to.equal('heading "Look in your mailbox"');
  });
});
