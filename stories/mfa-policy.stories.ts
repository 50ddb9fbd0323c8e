import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { signedIn } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-policy.js';
import { click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const policy = (script: Script = {}): TemplateResult =>
  html`<mfa-policy .client=${new StoryClient({ session: signedIn, ...script })}></mfa-policy>`;

const meta: Meta = {
  title: 'Elements/mfa-policy',
  component: 'mfa-policy',
  render: () => policy(),
};

export default meta;

const require: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '[name=required]');

const requireAndSave: StoryObj['play'] = async ({ canvasElement }) => {
  await click(canvasElement, '[name=required]');
  await click(canvasElement, '[part~=button-primary]');
};

export const Unchanged: StoryObj = {};

export const EverythingAsked: StoryObj = {
  render: () =>
    policy({
      policy: {
        required: true,
        graceDays: 30,
        roles: ['admin', 'owner', 'billing'],
        rememberDevice: false,
        phishingResistantRoles: ['owner'],
      },
    }),
};

export const Consequences: StoryObj = { play: require };

export const ManyConsequences: StoryObj = {
  play: async ({ canvasElement }) => {
    await click(canvasElement, '[name=required]');
    await enter(canvasElement, '[name=roles]', 'owner, billing');
    await enter(canvasElement, '[name=phishingResistantRoles]', 'owner');
    await enter(canvasElement, '[name=graceDays]', '7');
    await click(canvasElement, '[name=rememberDevice]');
  },
};

export const Wrong: StoryObj = {
  tags: ['state:error', 'state:invalid'],
  play: async ({ canvasElement }) => {
    await enter(canvasElement, '[name=graceDays]', '1000');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const RefusedByTheServer: StoryObj = {
  tags: ['state:error', 'state:invalid', 'code:validation_failed'],
  render: () =>
    policy({
      changePolicy: refused('validation_failed', { fields: [{ path: 'roles.0', code: 'too_big' }] }),
    }),
  play: requireAndSave,
};

export const Saving: StoryObj = {
  tags: ['state:verifying'],
  render: () => policy({ changePolicy: never() }),
  play: requireAndSave,
};

export const Saved: StoryObj = { tags: ['state:complete'], play: requireAndSave };

export const OfflineWhileSaving: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => policy({ changePolicy: refused('offline') }),
  play: requireAndSave,
};

export const Discarded: StoryObj = {
  play: async ({ canvasElement }) => {
    await click(canvasElement, '[name=required]');
    await click(canvasElement, '[part~=button-quiet]');
  },
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => policy({ policy: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => policy({ policy: refused('offline') }),
};

export const Forbidden: StoryObj = {
  tags: ['state:error', 'code:forbidden'],
  render: () => policy({ policy: refused('forbidden') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => policy({ policy: refused('session_required') }),
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${policy()}</div>`,
  play: require,
};

export const German: StoryObj = {
  render: () => html`<div lang="de">${policy()}</div>`,
  play: require,
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${policy()}</div>`,
  play: require,
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => policy({ policy: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => policy({ policy: refused('unexpected') }),
};

export const TwoStepsMissing: StoryObj = {
  tags: ['state:error', 'code:mfa_required'],
  render: () => policy({ policy: refused('mfa_required', { status: 403 }) }),
};

export const SavingWithoutStepUp: StoryObj = {
  tags: ['state:error', 'code:step_up_required'],
  render: () => policy({ changePolicy: refused('step_up_required') }),
  play: requireAndSave,
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
