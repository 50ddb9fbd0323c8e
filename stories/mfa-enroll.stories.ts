import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import {
  authenticatorApp,
  mustEnroll,
  noFactors,
  pendingApp,
  signalsFor,
  signedIn,
  syncedPasskey,
  tenCodes,
} from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-enroll.js';
import { click, CODE, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const enroll = (script: Script = {}): TemplateResult =>
  html`<mfa-enroll
    methods="totp"
    .client=${new StoryClient({ session: signedIn, factors: noFactors, ...script })}
  ></mfa-enroll>`;

const firstPasskey: Script = {
  addPasskey: {
    passkey: syncedPasskey,
    recoveryCodes: tenCodes,
    session: signedIn,
    signals: signalsFor('credential-new'),
  },
};

const choice = (ceremonies: CeremonyScript = {}, methods = ''): TemplateResult =>
  html`<mfa-enroll
    .methods=${methods}
    .client=${new StoryClient({ session: signedIn, factors: noFactors, ...firstPasskey }, ceremonies)}
  ></mfa-enroll>`;

const afterRecoveryCode: Script = {
  session: mustEnroll,
  factors: {
    ...noFactors,
    totp: [authenticatorApp, { ...authenticatorApp, id: 'totp-old', name: 'Old phone' }],
  },
  confirmTotp: { factor: authenticatorApp, session: signedIn },
};

const meta: Meta = {
  title: 'Elements/mfa-enroll',
  component: 'mfa-enroll',
  render: () => enroll(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const start: Play = ({ canvasElement }) => click(canvasElement, '[part~=button-primary]');

const confirm: Play = async (context) => {
  await start(context);
  await enter(context.canvasElement, CODE, '123456');
};

const save: Play = async (context) => {
  await confirm(context);
  await click(context.canvasElement, '[type=checkbox]');
  await click(context.canvasElement, '[part~=button-primary]:enabled');
};

/** After a refused code the field is empty, and the next one can be entered. */
const confirmTwice: Play = async (context) => {
  await confirm(context);
  await click(context.canvasElement, `${CODE}[aria-invalid=true]`);
  await enter(context.canvasElement, CODE, '123456');
};

const refusing = (...parameters: Parameters<typeof refused>): StoryObj => ({
  render: () => enroll({ confirmTotp: refused(...parameters) }),
  play: confirm,
});

export const Introduction: StoryObj = {};

export const AfterRecoveryCode: StoryObj = { render: () => enroll(afterRecoveryCode) };

export const AfterAccountRecovery: StoryObj = {
  render: () =>
    enroll({ session: { ...mustEnroll, amr: [{ method: 'account-recovery', at: '2026-03-02T09:30:00Z' }] } }),
};

export const Loading: StoryObj = { render: () => enroll({ factors: never() }) };

export const OfflineWhileLoading: StoryObj = { render: () => enroll({ factors: refused('offline') }) };

export const SignedOut: StoryObj = { render: () => enroll({ factors: refused('session_required') }) };

export const NothingToSetUp: StoryObj = {
  render: () =>
    html`<mfa-enroll methods="none" .client=${new StoryClient({ factors: noFactors })}></mfa-enroll>`,
};

export const Starting: StoryObj = { render: () => enroll({ startTotp: never() }), play: start };

export const OfflineWhileStarting: StoryObj = {
  render: () => enroll({ startTotp: refused('offline') }),
  play: start,
};

export const StepUpCancelled: StoryObj = {
  render: () => enroll({ startTotp: refused('step_up_required') }),
  play: start,
};

export const LimitReached: StoryObj = {
  render: () => enroll({ startTotp: refused('factor_limit') }),
  play: start,
};

export const Scanning: StoryObj = { play: start };

export const Verifying: StoryObj = { render: () => enroll({ confirmTotp: never() }), play: confirm };

export const Missing: StoryObj = {
  play: async (context) => {
    await start(context);
    await enter(context.canvasElement, CODE, '123');
    await start(context);
  },
};

export const WrongCode: StoryObj = refusing('invalid_code');

export const WrongCodeTwice: StoryObj = {
  render: () => enroll({ confirmTotp: refused('invalid_code') }),
  play: confirmTwice,
};

export const TooManyAttempts: StoryObj = refusing('too_many_attempts', { status: 429, retryAfter: 45 });

export const Expired: StoryObj = refusing('expired');

export const Conflict: StoryObj = refusing('conflict');

export const OfflineWhileVerifying: StoryObj = refusing('offline');

export const Unavailable: StoryObj = refusing('unavailable');

export const Resuming: StoryObj = {
  render: () => enroll({ factors: { ...noFactors, pending: [pendingApp] } }),
};

export const RecoveryCodes: StoryObj = { play: confirm };

export const OldAuthenticators: StoryObj = { render: () => enroll(afterRecoveryCode), play: confirm };

export const OfflineWhileRemoving: StoryObj = {
  render: () => enroll({ ...afterRecoveryCode, removeTotp: refused('offline') }),
  play: async (context) => {
    await confirm(context);
    await click(context.canvasElement, '[part=device] button');
  },
};

export const Done: StoryObj = { play: save };

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${enroll()}</div>`,
  play: start,
};

export const German: StoryObj = { render: () => html`<div lang="de">${enroll()}</div>`, play: start };

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${enroll()}</div>`, play: start };

export const Choice: StoryObj = { render: () => choice() };

export const ChoiceWithoutScreenLock: StoryObj = {
  render: () => choice({ capabilities: { platform: false } }),
};

export const ChoiceGerman: StoryObj = { render: () => html`<div lang="de">${choice()}</div>` };

export const PasskeyOnly: StoryObj = { render: () => choice({}, 'passkey') };

export const PasskeyOnlyNotPossible: StoryObj = { render: () => choice({ obstacle: 'insecure' }, 'passkey') };

export const PasskeyNotPossible: StoryObj = { render: () => choice({ obstacle: 'not-supported' }) };

export const PasskeyWaiting: StoryObj = { render: () => choice({ create: 'never' }), play: start };

export const PasskeyCancelled: StoryObj = { render: () => choice({ create: 'cancelled' }), play: start };

export const PasskeyAlreadyRegistered: StoryObj = {
  render: () => choice({ create: 'already-registered' }),
  play: start,
};

export const PasskeyWithRecoveryCodes: StoryObj = { render: () => choice(), play: start };
