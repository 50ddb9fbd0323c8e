import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { otherSession, signedIn, thisSession } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { ActiveSession } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/active-sessions.js';
import { click } from './acting.js';
import { StoryClient } from './story-client.js';

const strange: ActiveSession = {
  ...otherSession,
  id: 'session-3',
  device: null,
  place: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales',
  ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  amr: [{ method: 'remembered-device', at: otherSession.createdAt }],
};

const list = (script: Script = {}): TemplateResult => {
  const sessions = { sessions: [thisSession, otherSession, strange] };
  return html`<active-sessions
    .client=${new StoryClient({ session: signedIn, sessions, ...script })}
  ></active-sessions>`;
};

const meta: Meta = {
  title: 'Elements/active-sessions',
  component: 'active-sessions',
  render: () => list(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const press =
  (...selectors: string[]): Play =>
  async ({ canvasElement }) => {
    for (const selector of selectors) await click(canvasElement, selector);
  };

const askToEnd = 'li:nth-child(2) .revoke';
const confirm = '[part~=button-danger]';

export const List: StoryObj = {};

export const OnlyThisOne: StoryObj = { render: () => list({ sessions: { sessions: [thisSession] } }) };

export const Loading: StoryObj = { render: () => list({ sessions: never() }) };

export const Offline: StoryObj = { render: () => list({ sessions: refused('offline') }) };

export const SignedOut: StoryObj = { render: () => list({ sessions: refused('session_required') }) };

export const EndingOne: StoryObj = { play: press(askToEnd) };

export const BeingEnded: StoryObj = {
  render: () => list({ endSession: never() }),
  play: press(askToEnd, confirm),
};

export const OneEnded: StoryObj = { play: press(askToEnd, confirm) };

export const SigningOut: StoryObj = { play: press('li:first-child .revoke') };

export const EndingAllOthers: StoryObj = { play: press('.all') };

export const AllOthersEnded: StoryObj = {
  render: () => list({ sessions: [{ sessions: [thisSession, otherSession] }, { sessions: [thisSession] }] }),
  play: press('.all', confirm),
};

export const StepUpCancelled: StoryObj = {
  render: () => list({ endSession: refused('step_up_required') }),
  play: press(askToEnd, confirm),
};

export const OfflineWhileEnding: StoryObj = {
  render: () => list({ endSession: refused('offline') }),
  play: press(askToEnd, confirm),
};

export const OfflineWhileEndingAll: StoryObj = {
  render: () => list({ endOtherSessions: refused('offline') }),
  play: press('.all', confirm),
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${list()}</div>`,
};

export const German: StoryObj = { render: () => html`<div lang="de">${list()}</div>`, play: press('.all') };

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${list()}</div>`,
  play: press(askToEnd),
};
