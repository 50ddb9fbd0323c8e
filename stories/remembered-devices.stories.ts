import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { otherDevice, signedIn, thisDevice } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/remembered-devices.js';
import { click } from './acting.js';
import { StoryClient } from './story-client.js';

const list = (script: Script = {}): TemplateResult =>
  html`<remembered-devices
    .client=${new StoryClient({ session: signedIn, ...script })}
  ></remembered-devices>`;

const meta: Meta = {
  title: 'Elements/remembered-devices',
  component: 'remembered-devices',
  render: () => list(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const press =
  (...selectors: string[]): Play =>
  async ({ canvasElement }) => {
    for (const selector of selectors) await click(canvasElement, selector);
  };

const askToForget = 'li:nth-child(2) .revoke';
const confirm = '[part~=button-danger]';

export const List: StoryObj = { tags: ['method:remembered-device'] };

export const OnlyOne: StoryObj = {
  tags: ['method:remembered-device'],
  render: () => list({ devices: { devices: [otherDevice] } }),
};

export const UnknownBrowser: StoryObj = {
  tags: ['method:remembered-device'],
  render: () => list({ devices: { devices: [{ ...thisDevice, label: null }] } }),
};

export const Empty: StoryObj = { tags: ['state:empty'], render: () => list({ devices: { devices: [] } }) };

export const Loading: StoryObj = { tags: ['state:loading'], render: () => list({ devices: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => list({ devices: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => list({ devices: refused('session_required') }),
};

export const ForgettingOne: StoryObj = { play: press(askToForget) };

export const ForgettingThisBrowser: StoryObj = { play: press('.revoke') };

export const BeingForgotten: StoryObj = {
  tags: ['state:verifying'],
  render: () => list({ forgetDevice: never() }),
  play: press(askToForget, confirm),
};

export const OneForgotten: StoryObj = { play: press(askToForget, confirm) };

export const ForgettingAll: StoryObj = { play: press('.all') };

export const AllForgotten: StoryObj = { tags: ['state:empty'], play: press('.all', confirm) };

export const OfflineWhileForgetting: StoryObj = {
  tags: ['code:offline'],
  render: () => list({ forgetDevice: refused('offline') }),
  play: press(askToForget, confirm),
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${list()}</div>`,
};

export const German: StoryObj = { render: () => html`<div lang="de">${list()}</div>`, play: press('.all') };

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${list()}</div>` };

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => list({ devices: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => list({ devices: refused('unexpected') }),
};

export const ForgottenElsewhere: StoryObj = {
  tags: ['code:not_found'],
  render: () => list({ forgetDevice: refused('not_found', { status: 404 }) }),
  play: press(askToForget, confirm),
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
