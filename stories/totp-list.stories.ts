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
  render: () => list({ factors: having({ ...phone, locked: true }, tablet) }),
};

export const Empty: StoryObj = { render: () => list({ factors: noFactors }) };

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

export const Loading: StoryObj = { render: () => list({ factors: never() }) };

export const Offline: StoryObj = { render: () => list({ factors: refused('offline') }) };

export const SignedOut: StoryObj = { render: () => list({ factors: refused('session_required') }) };

export const Renaming: StoryObj = { play: press('.rename') };

export const NameMissing: StoryObj = {
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.rename');
    const root = canvasElement.querySelector('totp-list')?.shadowRoot;
    const input = root?.querySelector<HTMLInputElement>('[part=input]');
    if (input) input.value = '';
    await click(canvasElement, '[part~=button-primary]');
  },
};

/** The name is another one by the time it is sent. */
const renameToOther: Play = async ({ canvasElement }) => {
  await click(canvasElement, '.rename');
  const root = canvasElement.querySelector('totp-list')?.shadowRoot;
  const input = root?.querySelector<HTMLInputElement>('[part=input]');
  if (input) input.value = 'New phone';
  await click(canvasElement, '[part~=button-primary]');
};

export const Saving: StoryObj = { render: () => list({ renameTotp: never() }), play: renameToOther };

export const OfflineWhileRenaming: StoryObj = {
  render: () => list({ renameTotp: refused('offline') }),
  play: renameToOther,
};

export const Removing: StoryObj = { play: press('.remove') };

export const RemovingTheLast: StoryObj = {
  render: () => list({ factors: having(phone) }),
  play: press('.remove'),
};

export const RequiredByPolicy: StoryObj = {
  render: () => list({ factors: having(phone), removeTotp: refused('last_factor') }),
  play: remove,
};

export const StepUpCancelled: StoryObj = {
  render: () => list({ removeTotp: refused('step_up_required') }),
  play: remove,
};

export const OfflineWhileRemoving: StoryObj = {
  render: () => list({ removeTotp: refused('offline') }),
  play: remove,
};

export const Adding: StoryObj = { play: press('.add') };

export const Replacing: StoryObj = { play: press('.replace', '[part=base] [part~=button-primary]') };

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
