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
import { click, CODE, enter, shown } from './acting.js';
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

const choice = (ceremonies: CeremonyScript = {}, methods = '', script: Script = {}): TemplateResult =>
  html`<mfa-enroll
    .methods=${methods}
    .client=${new StoryClient({ session: signedIn, factors: noFactors, ...firstPasskey, ...script }, ceremonies)}
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

export const Introduction: StoryObj = { tags: ['method:totp'] };

export const AfterRecoveryCode: StoryObj = {
  tags: ['method:totp', 'method:recovery-code', 'method:account-recovery'],
  render: () => enroll(afterRecoveryCode),
};

export const AfterAccountRecovery: StoryObj = {
  tags: ['method:totp', 'method:account-recovery'],
  render: () =>
    enroll({ session: { ...mustEnroll, amr: [{ method: 'account-recovery', at: '2026-03-02T09:30:00Z' }] } }),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => enroll({ factors: never() }) };

export const OfflineWhileLoading: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => enroll({ factors: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => enroll({ factors: refused('session_required') }),
};

export const NothingToSetUp: StoryObj = {
  tags: ['state:empty'],
  render: () =>
    html`<mfa-enroll methods="none" .client=${new StoryClient({ factors: noFactors })}></mfa-enroll>`,
};

export const Starting: StoryObj = { render: () => enroll({ startTotp: never() }), play: start };

export const OfflineWhileStarting: StoryObj = {
  tags: ['code:offline'],
  render: () => enroll({ startTotp: refused('offline') }),
  play: start,
};

export const StepUpCancelled: StoryObj = {
  tags: ['code:step_up_required'],
  render: () => enroll({ startTotp: refused('step_up_required') }),
  play: start,
};

export const LimitReached: StoryObj = {
  tags: ['state:error', 'code:factor_limit'],
  render: () => enroll({ startTotp: refused('factor_limit') }),
  play: start,
};

export const Scanning: StoryObj = { tags: ['state:prompting'], play: start };

export const Verifying: StoryObj = {
  tags: ['state:verifying'],
  render: () => enroll({ confirmTotp: never() }),
  play: confirm,
};

export const Missing: StoryObj = {
  tags: ['state:prompting', 'state:invalid'],
  play: async (context) => {
    await start(context);
    await enter(context.canvasElement, CODE, '123');
    await start(context);
  },
};

export const WrongCode: StoryObj = {
  ...refusing('invalid_code'),
  tags: ['state:prompting', 'state:invalid', 'code:invalid_code'],
};

export const WrongCodeTwice: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'code:invalid_code'],
  render: () => enroll({ confirmTotp: refused('invalid_code') }),
  play: confirmTwice,
};

export const TooManyAttempts: StoryObj = {
  ...refusing('too_many_attempts', { status: 429, retryAfter: 45 }),
  tags: ['state:locked', 'code:too_many_attempts'],
};

export const Expired: StoryObj = { ...refusing('expired'), tags: ['state:error', 'code:expired'] };

export const Conflict: StoryObj = { ...refusing('conflict'), tags: ['state:prompting', 'code:conflict'] };

export const OfflineWhileVerifying: StoryObj = {
  ...refusing('offline'),
  tags: ['state:prompting', 'code:offline'],
};

export const Unavailable: StoryObj = {
  ...refusing('unavailable'),
  tags: ['state:prompting', 'code:unavailable'],
};

export const Resuming: StoryObj = {
  tags: ['state:prompting'],
  render: () => enroll({ factors: { ...noFactors, pending: [pendingApp] } }),
};

/** Within the last minute of what was begun. */
export const EndingSoon: StoryObj = {
  tags: ['state:prompting'],
  render: () => {
    const expiresAt = new Date(Date.now() + 50_000).toISOString();
    return enroll({ factors: { ...noFactors, pending: [{ ...pendingApp, expiresAt }] } });
  },
  play: async ({ canvasElement }) => {
    await shown(canvasElement, '.ending');
  },
};

export const RecoveryCodes: StoryObj = {
  tags: ['method:recovery-code', 'method:account-recovery'],
  play: confirm,
};

export const OldAuthenticators: StoryObj = { render: () => enroll(afterRecoveryCode), play: confirm };

export const OfflineWhileRemoving: StoryObj = {
  tags: ['code:offline'],
  render: () => enroll({ ...afterRecoveryCode, removeTotp: refused('offline') }),
  play: async (context) => {
    await confirm(context);
    await click(context.canvasElement, '[part=device] button');
  },
};

export const Done: StoryObj = { tags: ['state:complete'], play: save };

export const At320Pixels: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="inline-size: 288px">${enroll()}</div>`,
  play: start,
};

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${enroll()}</div>`,
  play: start,
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${enroll()}</div>`,
  play: start,
};

export const Choice: StoryObj = { render: () => choice() };

export const ChoiceWithoutScreenLock: StoryObj = {
  render: () => choice({ capabilities: { platform: false } }),
};

export const ChoiceGerman: StoryObj = { render: () => html`<div lang="de">${choice()}</div>` };

export const PasskeyOnly: StoryObj = { tags: ['method:passkey'], render: () => choice({}, 'passkey') };

export const PasskeyOnlyNotPossible: StoryObj = {
  tags: ['state:empty', 'code:insecure', 'method:passkey'],
  render: () => choice({ obstacle: 'insecure' }, 'passkey'),
};

export const PasskeyNotPossible: StoryObj = {
  tags: ['code:not-supported', 'method:passkey'],
  render: () => choice({ obstacle: 'not-supported' }),
};

export const PasskeyWaiting: StoryObj = {
  tags: ['state:prompting'],
  render: () => choice({ create: 'never' }),
  play: start,
};

export const PasskeyCancelled: StoryObj = {
  tags: ['code:cancelled'],
  render: () => choice({ create: 'cancelled' }),
  play: start,
};

export const PasskeyAlreadyRegistered: StoryObj = {
  tags: ['code:already-registered'],
  render: () => choice({ create: 'already-registered' }),
  play: start,
};

export const PasskeyWithRecoveryCodes: StoryObj = {
  tags: ['method:recovery-code'],
  render: () => choice(),
  play: start,
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => enroll({ factors: refused('unexpected') }),
};

const failing = (create: CeremonyScript['create'] & string): StoryObj => ({
  render: () => choice({ create }),
  play: start,
});

export const PasskeyTimedOut: StoryObj = { ...failing('timed-out'), tags: ['code:timed-out'] };

export const PasskeyOfAnotherAddress: StoryObj = { ...failing('wrong-origin'), tags: ['code:wrong-origin'] };

export const PasskeyFailedSomehow: StoryObj = { ...failing('unknown'), tags: ['code:unknown'] };

export const PasskeyInAFrame: StoryObj = {
  tags: ['state:empty', 'code:framed'],
  render: () => choice({ obstacle: 'framed' }, 'passkey'),
};

export const PasskeyRejected: StoryObj = {
  tags: ['code:passkey_rejected'],
  render: () => choice({}, '', { addPasskey: refused('passkey_rejected', { status: 401 }) }),
  play: start,
};

export const PasskeyOfAnotherAccount: StoryObj = {
  tags: ['code:already_registered'],
  render: () => choice({}, '', { addPasskey: refused('already_registered', { status: 409 }) }),
  play: start,
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
