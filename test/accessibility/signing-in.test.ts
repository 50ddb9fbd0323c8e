import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ScriptedCeremonies } from '../../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { signedIn, stepUpChallenge, tenCodes } from '../../packages/elements/src/client/scripted-answers.js';
import { refused, ScriptedMfaClient } from '../../packages/elements/src/client/scripted-client.js';
import '../../packages/elements/src/define/mfa-enroll.js';
import '../../packages/elements/src/define/mfa-sign-in.js';
import '../../packages/elements/src/define/mfa-step-up.js';
import { announced, focusedNode, listed } from './accessibility-tree.js';
import { press, tabTo, type } from './keyboard.js';
import { openPage, outcomesOf } from './scene.js';

const noPasskeys = (): ScriptedCeremonies => new ScriptedCeremonies({ obstacle: 'not-supported' });

describe('With a keyboard and a screen reader, signing in', () => {
  it('goes from the login to the end without a pointer, and says each refusal and the outcome once', async () => {
    const client = new ScriptedMfaClient({}, noPasskeys());
    const element = await openPage(html`<mfa-sign-in .client=${client}></mfa-sign-in>`);
    const outcomes = outcomesOf(element, 'mfa-signed-in');
    await press('Tab');
    expect(await focusedNode()).to.equal('textbox "Email address"');

    await press('Enter');
    expect(await focusedNode()).to.equal('textbox "Email address": Enter your email address. (invalid)');
    expect(await announced()).to.deep.equal(['Enter your email address.']);

    await type('ada@example.com');
    await press('Tab');
    expect(await focusedNode()).to.equal('textbox "Password"');
    await type('wrong');
    await press('Enter');
    const wrong = 'That sign-in name and password don’t match. Check both and try again.';
    expect(await focusedNode()).to.equal(`textbox "Password": ${wrong} (invalid)`);
    expect(await announced()).to.deep.equal([wrong]);

    await type('right');
    await press('Enter');
    expect(await focusedNode()).to.equal('textbox "Code from your authenticator app"');
    expect(await announced()).to.deep.equal([]);

    await type('000000');
    const refusal = 'That code isn’t right. Wait for a new one in your app and try again.';
    expect(await focusedNode()).to.equal(`textbox "Code from your authenticator app": ${refusal} (invalid)`);
    expect(await announced()).to.deep.equal([refusal]);

    await type('123456');
    expect(outcomes).to.deep.equal(['mfa-signed-in']);
    expect(await announced()).to.deep.equal(['You are signed in as Ada Lovelace']);
    expect(await listed('heading')).to.deep.equal(['heading "You are signed in as Ada Lovelace"']);
  });

  it('leads to the other methods by Tab and Enter, and into their field', async () => {
    const client = new ScriptedMfaClient({}, noPasskeys());
    await openPage(html`<mfa-challenge .client=${client}></mfa-challenge>`);
    await tabTo('Use a recovery code');
    await press('Enter');
    expect(await focusedNode()).to.equal('textbox "Recovery code"');
    await press('Enter');
    expect(await focusedNode()).to.equal('textbox "Recovery code": Enter a recovery code. (invalid)');
    await tabTo('Lost your device?');
    await press('Enter');
    expect(await listed('DisclosureTriangle')).to.deep.equal(['DisclosureTriangle "Lost your device?"']);
  });

  it('asks for a fresh proof in a dialog that takes the focus, keeps it, and gives it back on Escape', async () => {
    const refusal = refused('step_up_required', {
      status: 401,
      stepUp: { methods: ['totp'], maxAge: 300, action: 'totp.remove' },
    });
    const client = new ScriptedMfaClient(
      {
        session: signedIn,
        challenge: stepUpChallenge,
        removeTotp: [refusal, refusal, undefined],
      },
      noPasskeys(),
    );
    await openPage(html`
      <button @click=${() => void client.removeTotp('totp-1').catch(() => undefined)}>Remove the app</button>
      <mfa-step-up .client=${client}></mfa-step-up>
    `);
    await tabTo('Remove the app');
    await press('Enter');
    expect(await focusedNode()).to.equal('textbox "Code from your authenticator app"');
    expect(await listed('dialog', 'link')).to.deep.equal(['dialog "Confirm it’s you"']);
    await tabTo('Cancel');
    await press('Escape');
    expect(await focusedNode()).to.equal('button "Remove the app"');
    await press('Enter');
    await type('123456');
    expect(await focusedNode()).to.equal('button "Remove the app"');
  });
});

describe('With a keyboard and a screen reader, enrolling', () => {
  it('goes from the choice over the code to the saved recovery codes without a pointer', async () => {
    const client = new ScriptedMfaClient({}, noPasskeys());
    const element = await openPage(html`<mfa-enroll .client=${client}></mfa-enroll>`);
    const outcomes = outcomesOf(element, 'mfa-enrolled');
    await tabTo('Set up');
    await press('Enter');
    expect(await focusedNode()).to.equal('heading "Connect your app"');
    expect(await listed('image', 'ListMarker')).to.include('image "QR code for your authenticator app"');

    await tabTo('Enter the code that the app shows');
    await type('000000');
    const refusal = 'That code isn’t right. Wait for a new one in your app and try again.';
    expect(await focusedNode()).to.equal(`textbox "Enter the code that the app shows": ${refusal} (invalid)`);
    expect(await announced()).to.deep.equal([refusal]);

    await type('123456');
    expect(await focusedNode()).to.equal('heading "Save your recovery codes"');
    await tabTo('I have saved my recovery codes');
    await press('Space');
    await tabTo('Continue');
    await press('Enter');
    expect(outcomes).to.deep.equal(['mfa-enrolled']);
    expect(await focusedNode()).to.equal('heading "Your authenticator app is set up"');
  });

  it('reads each recovery code character by character, and draws it for the eye alone', async () => {
    const client = new ScriptedMfaClient({}, noPasskeys());
    await openPage(html`<mfa-enroll .client=${client}></mfa-enroll>`);
    await tabTo('Set up');
    await press('Enter');
    await tabTo('Enter the code that the app shows');
    await type('123456');
    const texts = await listed('StaticText');
    const [first = ''] = tenCodes;
    expect(texts).to.include(`StaticText "${first.replaceAll('-', ',').split('').join(' ')}"`);
    expect(texts).to.not.include(`StaticText "${first}"`);
  });
});
