import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  authenticatorApp,
  noFactors,
  pendingApp,
  signedIn,
} from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { Factors, TotpFactor } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/totp-list.js';
import { click, CODE, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const phone: TotpFactor = { ...authenticatorApp, name: 'Pixel' };
const tablet: TotpFactor = {
  ...authenticatorApp,
  id: 'totp-tablet',
  name: 'Tablet at home',
  lastUsedAt: null,
};
const having = (...totp: TotpFactor[]): Factors => ({ ...noFactors, totp });

const list = (script: Script = {}): TemplateResult =>
  html`<totp-list
    .client=${new StoryClient({ session: signedIn, factors: having(phone, tablet), ...script })}
  ></totp-list>`;

const meta: Meta = {
  tags: ['method:totp'],
  title: 'Elements/totp-list',
  component: 'totp-list',
  render: () => list(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const press =
  (...selectors: string[]): Play =>
  async ({ canvasElement }) => {
    for (const selector of selectors) await click(canvasElement, selector);
  };

const remove = press('.remove', '[part~=button-danger]');

export const List: StoryObj = {};

export const Locked: StoryObj = {
  tags: ['state:locked'],
  render: () => list({ factors: having({ ...phone, locked: true }, tablet) }),
};

export const Empty: StoryObj = { tags: ['state:empty'], render: () => list({ factors: noFactors }) };

export const LimitReached: StoryObj = {
  render: () =>
    list({
      factors: having(
        ...Array.from({ length: 10 }, (_, index) => ({
          ...tablet,
          id: `totp-${String(index)}`,
          name: `Phone ${String(index + 1)}`,
        })),
      ),
    }),
};

export const NotFinished: StoryObj = {
  render: () => list({ factors: { ...having(phone), pending: [pendingApp] } }),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => list({ factors: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => list({ factors: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => list({ factors: refused('session_required') }),
};

export const Renaming: StoryObj = { play: press('.rename') };

export const NameMissing: StoryObj = {
  tags: ['state:invalid'],
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.rename');
    await enter(canvasElement, '[part=input]', ' ');
    await click(canvasElement, '[part~=button-primary]');
  },
};

const renameToOther: Play = async ({ canvasElement }) => {
  await click(canvasElement, '.rename');
  await enter(canvasElement, '[part=input]', 'New phone');
  await click(canvasElement, '[part~=button-primary]');
};

export const Saving: StoryObj = {
  tags: ['state:verifying'],
  render: () => list({ renameTotp: never() }),
  play: renameToOther,
};

export const OfflineWhileRenaming: StoryObj = {
  tags: ['state:invalid', 'code:offline'],
  render: () => list({ renameTotp: refused('offline') }),
  play: renameToOther,
};

export const Removing: StoryObj = { play: press('.remove') };

export const RemovingTheLast: StoryObj = {
  render: () => list({ factors: having(phone) }),
  play: press('.remove'),
};

export const RequiredByPolicy: StoryObj = {
  tags: ['code:last_factor'],
  render: () => list({ factors: having(phone), removeTotp: refused('last_factor') }),
  play: remove,
};

export const StepUpCancelled: StoryObj = {
  tags: ['code:step_up_required'],
  render: () => list({ removeTotp: refused('step_up_required') }),
  play: remove,
};

export const OfflineWhileRemoving: StoryObj = {
  tags: ['code:offline'],
  render: () => list({ removeTotp: refused('offline') }),
  play: remove,
};

export const Adding: StoryObj = { tags: ['state:prompting'], play: press('.add') };

export const Replacing: StoryObj = {
  tags: ['state:prompting'],
  play: press('.replace', '[part=base] [part~=button-primary]'),
};

export const OldOneOffered: StoryObj = {
  render: () => list({ confirmTotp: { factor: tablet, session: signedIn } }),
  play: async (context) => {
    await press('.replace', '[part=base] [part~=button-primary]')(context);
    await enter(context.canvasElement, CODE, '123456');
  },
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${list()}</div>`,
};

export const German: StoryObj = { render: () => html`<div lang="de">${list()}</div>` };

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${list()}</div>` };

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => list({ factors: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => list({ factors: refused('unexpected') }),
};

export const BeforeEnrolment: StoryObj = {
  tags: ['state:error', 'code:enrolment_required'],
  render: () => list({ factors: refused('enrolment_required', { status: 403 }) }),
};

export const NameRefused: StoryObj = {
  tags: ['state:invalid', 'code:validation_failed'],
  render: () =>
    list({ renameTotp: refused('validation_failed', { fields: [{ path: 'name', code: 'too_big' }] }) }),
  play: renameToOther,
};

export const RemovedElsewhere: StoryObj = {
  tags: ['state:invalid', 'code:not_found'],
  render: () => list({ renameTotp: refused('not_found', { status: 404 }) }),
  play: renameToOther,
};

export const ChangedElsewhere: StoryObj = {
  tags: ['code:conflict'],
  render: () => list({ removeTotp: refused('conflict', { status: 409 }) }),
  play: remove,
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
