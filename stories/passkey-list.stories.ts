import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import {
  authenticatorApp,
  noFactors,
  securityKey,
  signedIn,
  signalsFor,
  syncedPasskey,
  tenCodes,
} from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { Passkey } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/passkey-list.js';
import { click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const having = (...passkeys: Passkey[]): Script => ({
  factors: { ...noFactors, totp: [authenticatorApp], passkeys },
});

const both = having(syncedPasskey, securityKey);

const list = (script: Script = both, ceremonies: CeremonyScript = {}): TemplateResult =>
  html`<passkey-list .client=${new StoryClient(script, ceremonies)}></passkey-list>`;

const meta: Meta = {
  tags: ['method:passkey'],
  title: 'Elements/passkey-list',
  component: 'passkey-list',
  render: () => list(),
};

export default meta;

const choose: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '.add');

const add: NonNullable<StoryObj['play']> = async ({ canvasElement }) => {
  await click(canvasElement, '.add');
  await click(canvasElement, '[part~=method]');
};

const failing = (code: NonNullable<CeremonyScript['create']>): StoryObj => ({
  render: () => list(both, { create: code }),
  play: add,
});

export const Two: StoryObj = {};

export const OnlyOne: StoryObj = { render: () => list(having(syncedPasskey)) };

export const Empty: StoryObj = { tags: ['state:empty'], render: () => list(having()) };

export const OnOneDeviceOnly: StoryObj = {
  render: () =>
    list(
      having(
        { ...syncedPasskey, name: 'Work laptop', provider: 'Windows Hello', synced: false },
        securityKey,
      ),
    ),
};

export const UnknownProvider: StoryObj = {
  render: () => list(having({ ...syncedPasskey, name: 'Passkey', provider: null, current: false })),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => list({ factors: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => list({ factors: refused('offline') }),
};

export const Choosing: StoryObj = { play: choose };

export const ChoosingWithoutScreenLock: StoryObj = {
  render: () => list(both, { capabilities: { platform: false } }),
  play: choose,
};

export const WaitingForTheBrowser: StoryObj = { ...failing('never'), tags: ['state:prompting'] };

export const Cancelled: StoryObj = { ...failing('cancelled'), tags: ['code:cancelled'] };

export const TimedOut: StoryObj = { ...failing('timed-out'), tags: ['code:timed-out'] };

export const AlreadyRegistered: StoryObj = {
  ...failing('already-registered'),
  tags: ['code:already-registered'],
};

export const NotSupportedByTheDevice: StoryObj = {
  ...failing('not-supported'),
  tags: ['code:not-supported'],
};

export const WrongOrigin: StoryObj = { ...failing('wrong-origin'), tags: ['code:wrong-origin'] };

export const UnknownFailure: StoryObj = { ...failing('unknown'), tags: ['code:unknown'] };

export const RejectedByTheServer: StoryObj = {
  tags: ['code:passkey_rejected'],
  render: () => list({ ...both, addPasskey: refused('passkey_rejected', { status: 401 }) }),
  play: add,
};

export const Limit: StoryObj = {
  render: () =>
    list(
      having(
        ...Array.from({ length: 20 }, (_, index) => ({
          ...securityKey,
          id: `passkey-${index}`,
          name: `Key ${index + 1}`,
        })),
      ),
    ),
};

export const Added: StoryObj = { play: add };

export const FirstWithRecoveryCodes: StoryObj = {
  tags: ['!method:passkey', 'method:recovery-code'],
  render: () =>
    list({
      factors: noFactors,
      addPasskey: {
        passkey: syncedPasskey,
        recoveryCodes: tenCodes,
        session: signedIn,
        signals: signalsFor('credential-new'),
      },
    }),
  play: add,
};

export const Renaming: StoryObj = {
  play: ({ canvasElement }) => click(canvasElement, '.rename'),
};

export const NameMissing: StoryObj = {
  tags: ['state:invalid'],
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.rename');
    await enter(canvasElement, '[part=input]', ' ');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const RemovingTheCurrentOne: StoryObj = {
  play: ({ canvasElement }) => click(canvasElement, '.remove'),
};

export const RemovingTheLast: StoryObj = {
  tags: ['method:recovery-code'],
  render: () => list({ factors: { ...noFactors, passkeys: [syncedPasskey] } }),
  play: ({ canvasElement }) => click(canvasElement, '.remove'),
};

export const RemovingIsForbidden: StoryObj = {
  tags: ['code:last_factor'],
  render: () => list({ ...both, removePasskey: refused('last_factor', { status: 409 }) }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.remove');
    await click(canvasElement, '[part~=button-danger]');
  },
};

export const NotSupported: StoryObj = {
  tags: ['state:empty', 'code:not-supported'],
  render: () => list({ factors: noFactors }, { obstacle: 'not-supported' }),
};

export const NotSupportedWithApp: StoryObj = {
  tags: ['state:empty', 'code:not-supported'],
  render: () => list(having(), { obstacle: 'not-supported' }),
};

export const Insecure: StoryObj = {
  tags: ['code:insecure'],
  render: () => list(having(syncedPasskey), { obstacle: 'insecure' }),
};

export const Framed: StoryObj = {
  tags: ['state:empty', 'code:framed'],
  render: () => list(having(), { obstacle: 'framed' }),
};

export const AuthenticatorAppInstead: StoryObj = {
  tags: ['code:not-supported', 'method:recovery-code'],
  render: () => list({ factors: noFactors }, { obstacle: 'not-supported' }),
  play: ({ canvasElement }) => click(canvasElement, '.add'),
};

export const German: StoryObj = { render: () => html`<div lang="de">${list(having(syncedPasskey))}</div>` };

export const GermanChoosing: StoryObj = {
  render: () => html`<div lang="de">${list()}</div>`,
  play: choose,
};

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${list()}</div>` };

const changed = (script: Script, play: NonNullable<StoryObj['play']>): StoryObj => ({
  render: () => list({ ...both, ...script }),
  play,
});

const rename: NonNullable<StoryObj['play']> = async ({ canvasElement }) => {
  await click(canvasElement, '.rename');
  await enter(canvasElement, '[part=input]', 'Key on my desk');
  await click(canvasElement, '[part~=button-primary]');
};

const remove: NonNullable<StoryObj['play']> = async ({ canvasElement }) => {
  await click(canvasElement, '.remove');
  await click(canvasElement, '[part~=button-danger]');
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => list({ factors: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => list({ factors: refused('unexpected') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => list({ factors: refused('session_required') }),
};

export const BeforeEnrolment: StoryObj = {
  tags: ['state:error', 'code:enrolment_required'],
  render: () => list({ factors: refused('enrolment_required', { status: 403 }) }),
};

export const BeingAdded: StoryObj = { ...changed({ addPasskey: never() }, add), tags: ['state:prompting'] };

export const LimitReachedElsewhere: StoryObj = {
  ...changed({ passkeyOptions: refused('factor_limit', { status: 409 }) }, add),
  tags: ['code:factor_limit'],
};

export const OfAnotherAccount: StoryObj = {
  ...changed({ addPasskey: refused('already_registered', { status: 409 }) }, add),
  tags: ['code:already_registered'],
};

export const NameRefused: StoryObj = {
  ...changed(
    { renamePasskey: refused('validation_failed', { fields: [{ path: 'name', code: 'too_big' }] }) },
    rename,
  ),
  tags: ['state:invalid', 'code:validation_failed'],
};

export const RemovedElsewhere: StoryObj = {
  ...changed({ renamePasskey: refused('not_found', { status: 404 }) }, rename),
  tags: ['state:invalid', 'code:not_found'],
};

export const ChangedElsewhere: StoryObj = {
  ...changed({ removePasskey: refused('conflict', { status: 409 }) }, remove),
  tags: ['code:conflict'],
};

export const StepUpCancelled: StoryObj = {
  ...changed({ removePasskey: refused('step_up_required') }, remove),
  tags: ['code:step_up_required'],
};

export const Saving: StoryObj = { ...changed({ renamePasskey: never() }, rename), tags: ['state:verifying'] };

export const Dark: StoryObj = { globals: { theme: 'dark' } };

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${list()}</div>`,
};
