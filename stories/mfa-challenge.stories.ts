import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { signInChallenge, stepUpChallenge } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-challenge.js';
import { click, CODE, enter, shown } from './acting.js';
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

export const AuthenticatorApp: StoryObj = { tags: ['method:totp', 'method:recovery-code'] };

const passkeyFirst = { methods: ['passkey', 'totp', 'recovery-code'], preferred: 'passkey' } as const;

const withPasskey = (ceremonies: CeremonyScript = {}, script: Script = {}): TemplateResult =>
  html`<mfa-challenge
    .client=${new StoryClient({ challenge: { ...signInChallenge, ...passkeyFirst }, ...script }, ceremonies)}
  ></mfa-challenge>`;

const press: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '[part~=button-primary]');

export const Passkey: StoryObj = {
  tags: ['method:passkey', 'method:totp', 'method:recovery-code'],
  render: () => withPasskey(),
};

export const PasskeyWaiting: StoryObj = {
  tags: ['state:verifying', 'method:passkey', 'method:totp'],
  render: () => withPasskey({ get: 'never' }),
  play: press,
};

export const PasskeyCancelled: StoryObj = {
  tags: ['code:cancelled', 'method:passkey'],
  render: () => withPasskey({ get: 'cancelled' }),
  play: press,
};

export const PasskeyCancelledTwice: StoryObj = {
  tags: ['code:cancelled'],
  render: () => withPasskey({ get: 'cancelled' }),
  play: async (context) => {
    await press(context);
    await new Promise(requestAnimationFrame);
    await press(context);
  },
};

export const PasskeyRejected: StoryObj = {
  tags: ['code:passkey_rejected'],
  render: () => withPasskey({}, { challengePasskey: refused('passkey_rejected', { status: 401 }) }),
  play: press,
};

export const PasskeyNotPossible: StoryObj = {
  tags: ['code:not-supported'],
  render: () => withPasskey({ obstacle: 'not-supported' }),
};

export const NothingButAPasskeyNotPossible: StoryObj = {
  tags: ['code:framed'],
  render: () =>
    withPasskey(
      { obstacle: 'framed' },
      { challenge: { ...stepUpChallenge, methods: ['passkey'], preferred: 'passkey' } },
    ),
};

export const PasskeyGerman: StoryObj = {
  tags: ['code:cancelled'],
  render: () => html`<div lang="de">${withPasskey({ get: 'cancelled' })}</div>`,
  play: press,
};

export const RememberThisDevice: StoryObj = {
  tags: ['method:remembered-device'],
  render: () => challenge({ challenge: { ...signInChallenge, rememberDevice: true } }),
};

export const RecoveryCode: StoryObj = {
  tags: ['method:recovery-code'],
  play: ({ canvasElement }) => click(canvasElement, '[part~=method]'),
};

export const PasswordInStepUp: StoryObj = {
  tags: ['method:password'],
  render: () =>
    challenge({ challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' } }),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => challenge({ challenge: never() }) };

export const Verifying: StoryObj = {
  tags: ['state:verifying'],
  render: () => challenge({ challengeTotp: never() }),
  play: withCode,
};

export const Missing: StoryObj = {
  tags: ['state:invalid'],
  play: ({ canvasElement }) => click(canvasElement, '[part~=button-primary]'),
};

export const WrongCode: StoryObj = {
  tags: ['state:invalid', 'code:invalid_code'],
  render: () => challenge({ challengeTotp: refused('invalid_code') }),
  play: withCode,
};

export const TooManyAttempts: StoryObj = {
  tags: ['state:locked', 'code:too_many_attempts'],
  render: () => challenge({ challengeTotp: refused('too_many_attempts', { status: 429, retryAfter: 45 }) }),
  play: withCode,
};

export const AuthenticatorLocked: StoryObj = {
  tags: ['state:locked', 'code:factor_locked'],
  render: () => challenge({ challengeTotp: refused('factor_locked', { status: 423 }) }),
  play: withCode,
};

/** Within the last minute of the pending sign-in. */
export const EndingSoon: StoryObj = {
  tags: ['method:totp'],
  render: () =>
    challenge({
      challenge: () => ({ ...signInChallenge, expiresAt: new Date(Date.now() + 50_000).toISOString() }),
    }),
  play: async ({ canvasElement }) => {
    await shown(canvasElement, '.ending');
  },
};

export const Expired: StoryObj = {
  tags: ['state:error', 'code:challenge_expired'],
  render: () => challenge({ challengeTotp: refused('challenge_expired', { status: 401 }) }),
  play: withCode,
};

export const OfflineWhileVerifying: StoryObj = {
  tags: ['code:offline'],
  render: () => challenge({ challengeTotp: refused('offline') }),
  play: withCode,
};

export const OfflineWhileLoading: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => challenge({ challenge: refused('offline') }),
};

export const NothingToProveWith: StoryObj = {
  tags: ['state:empty'],
  render: () => challenge({ challenge: { ...stepUpChallenge, methods: [] } }),
};

export const OnlyALockedApp: StoryObj = {
  tags: ['state:empty', 'state:locked'],
  render: () => challenge({ challenge: { ...signInChallenge, methods: [] } }),
};

export const Passed: StoryObj = { tags: ['state:complete'], play: withCode };

export const German: StoryObj = {
  render: () => html`<div lang="de">${challenge()}</div>`,
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${challenge()}</div>`,
};

export const UnavailableWhileLoading: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => challenge({ challenge: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['code:unexpected'],
  render: () => challenge({ challengeTotp: refused('unexpected') }),
  play: withCode,
};

export const SessionEnded: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => challenge({ challenge: refused('session_required', { status: 401 }) }),
};

/** A recovery code ends a sign-in, and proves nothing inside of a session. */
export const RecoveryCodeForbidden: StoryObj = {
  tags: ['code:forbidden'],
  render: () =>
    challenge({
      challenge: { ...signInChallenge, methods: ['recovery-code'], preferred: 'recovery-code' },
      challengeRecoveryCode: refused('forbidden', { status: 403 }),
    }),
  play: async ({ canvasElement }) => {
    await enter(canvasElement, 'mfa-challenge > input', 'ABCDE-FGHJK');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const WrongPassword: StoryObj = {
  tags: ['state:invalid', 'code:invalid_credentials'],
  render: () =>
    challenge({
      challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' },
      challengePassword: refused('invalid_credentials', { status: 401 }),
    }),
  play: async ({ canvasElement }) => {
    await enter(canvasElement, 'input[autocomplete=current-password]', 'acme-demo-passphrase');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const PasskeyTimedOut: StoryObj = {
  tags: ['code:timed-out'],
  render: () => withPasskey({ get: 'timed-out' }),
  play: press,
};

export const PasskeyOfAnotherAddress: StoryObj = {
  tags: ['code:wrong-origin'],
  render: () => withPasskey({ get: 'wrong-origin' }),
  play: press,
};

export const PasskeyFailedSomehow: StoryObj = {
  tags: ['code:unknown'],
  render: () => withPasskey({ get: 'unknown' }),
  play: press,
};

export const PasskeyOnAnInsecurePage: StoryObj = {
  tags: ['code:insecure'],
  render: () => withPasskey({ obstacle: 'insecure' }),
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${challenge()}</div>`,
};
