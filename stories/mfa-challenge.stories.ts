import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { signInChallenge, stepUpChallenge } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-challenge.js';
import { click, CODE, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const challenge = (script: Script = {}): TemplateResult =>
  html`<mfa-challenge .client=${new StoryClient(script)}></mfa-challenge>`;

const meta: Meta = {
  title: 'Elements/mfa-challenge',
  component: 'mfa-challenge',
  render: () => challenge(),
};

export default meta;

const withCode: StoryObj['play'] = ({ canvasElement }) => enter(canvasElement, CODE, '123456');

export const AuthenticatorApp: StoryObj = {};

const passkeyFirst = { methods: ['passkey', 'totp', 'recovery-code'], preferred: 'passkey' } as const;

const withPasskey = (ceremonies: CeremonyScript = {}, script: Script = {}): TemplateResult =>
  html`<mfa-challenge
    .client=${new StoryClient({ challenge: { ...signInChallenge, ...passkeyFirst }, ...script }, ceremonies)}
  ></mfa-challenge>`;

const press: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '[part~=button-primary]');

export const Passkey: StoryObj = { render: () => withPasskey() };

export const PasskeyWaiting: StoryObj = { render: () => withPasskey({ get: 'never' }), play: press };

export const PasskeyCancelled: StoryObj = { render: () => withPasskey({ get: 'cancelled' }), play: press };

export const PasskeyCancelledTwice: StoryObj = {
  render: () => withPasskey({ get: 'cancelled' }),
  play: async (context) => {
    await press(context);
    await new Promise(requestAnimationFrame);
    await press(context);
  },
};

export const PasskeyRejected: StoryObj = {
  render: () => withPasskey({}, { challengePasskey: refused('passkey_rejected', { status: 401 }) }),
  play: press,
};

export const PasskeyNotPossible: StoryObj = { render: () => withPasskey({ obstacle: 'not-supported' }) };

export const NothingButAPasskeyNotPossible: StoryObj = {
  render: () =>
    withPasskey(
      { obstacle: 'framed' },
      { challenge: { ...stepUpChallenge, methods: ['passkey'], preferred: 'passkey' } },
    ),
};

export const PasskeyGerman: StoryObj = {
  render: () => html`<div lang="de">${withPasskey({ get: 'cancelled' })}</div>`,
  play: press,
};

export const RememberThisDevice: StoryObj = {
  render: () => challenge({ challenge: { ...signInChallenge, rememberDevice: true } }),
};

export const RecoveryCode: StoryObj = {
  play: ({ canvasElement }) => click(canvasElement, '[part~=method]'),
};

export const PasswordInStepUp: StoryObj = {
  render: () =>
    challenge({ challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' } }),
};

export const Loading: StoryObj = {
  render: () => challenge({ challenge: never() }),
};

export const Verifying: StoryObj = {
  render: () => challenge({ challengeTotp: never() }),
  play: withCode,
};

export const Missing: StoryObj = {
  play: ({ canvasElement }) => click(canvasElement, '[part~=button-primary]'),
};

export const WrongCode: StoryObj = {
  render: () => challenge({ challengeTotp: refused('invalid_code') }),
  play: withCode,
};

export const TooManyAttempts: StoryObj = {
  render: () => challenge({ challengeTotp: refused('too_many_attempts', { status: 429, retryAfter: 45 }) }),
  play: withCode,
};

export const AuthenticatorLocked: StoryObj = {
  render: () => challenge({ challengeTotp: refused('factor_locked', { status: 423 }) }),
  play: withCode,
};

export const Expired: StoryObj = {
  render: () => challenge({ challengeTotp: refused('challenge_expired', { status: 401 }) }),
  play: withCode,
};

export const OfflineWhileVerifying: StoryObj = {
  render: () => challenge({ challengeTotp: refused('offline') }),
  play: withCode,
};

export const OfflineWhileLoading: StoryObj = {
  render: () => challenge({ challenge: refused('offline') }),
};

export const NothingToProveWith: StoryObj = {
  render: () => challenge({ challenge: { ...stepUpChallenge, methods: [] } }),
};

export const OnlyALockedApp: StoryObj = {
  render: () => challenge({ challenge: { ...signInChallenge, methods: [] } }),
};

export const Passed: StoryObj = { play: withCode };

export const German: StoryObj = {
  render: () => html`<div lang="de">${challenge()}</div>`,
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${challenge()}</div>`,
};
