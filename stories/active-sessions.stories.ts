import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { otherSession, signedIn, thisSession } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { ActiveSession, Method } from '../packages/elements/src/client/views.js';
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

export const List: StoryObj = {
  tags: ['method:passkey', 'method:totp', 'method:password', 'method:remembered-device'],
};

export const OnlyThisOne: StoryObj = {
  tags: ['state:empty', 'method:totp', 'method:password'],
  render: () => list({ sessions: { sessions: [thisSession] } }),
};

export const Loading: StoryObj = {
  tags: ['state:loading', 'method:password'],
  render: () => list({ sessions: never() }),
};

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => list({ sessions: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => list({ sessions: refused('session_required') }),
};

export const EndingOne: StoryObj = {
  tags: ['method:passkey', 'method:totp', 'method:remembered-device'],
  play: press(askToEnd),
};

export const BeingEnded: StoryObj = {
  tags: ['state:verifying', 'method:passkey', 'method:remembered-device'],
  render: () => list({ endSession: never() }),
  play: press(askToEnd, confirm),
};

export const OneEnded: StoryObj = { play: press(askToEnd, confirm) };

export const SigningOut: StoryObj = { play: press('li:first-child .revoke') };

export const EndingAllOthers: StoryObj = { play: press('.all') };

export const AllOthersEnded: StoryObj = {
  tags: ['state:empty'],
  render: () => list({ sessions: [{ sessions: [thisSession, otherSession] }, { sessions: [thisSession] }] }),
  play: press('.all', confirm),
};

export const StepUpCancelled: StoryObj = {
  tags: ['code:step_up_required'],
  render: () => list({ endSession: refused('step_up_required') }),
  play: press(askToEnd, confirm),
};

export const OfflineWhileEnding: StoryObj = {
  tags: ['code:offline'],
  render: () => list({ endSession: refused('offline') }),
  play: press(askToEnd, confirm),
};

export const OfflineWhileEndingAll: StoryObj = {
  tags: ['code:offline'],
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

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => list({ sessions: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => list({ sessions: refused('unexpected') }),
};

export const EndedElsewhere: StoryObj = {
  tags: ['code:not_found'],
  render: () => list({ endSession: refused('not_found', { status: 404 }) }),
  play: press(askToEnd, confirm),
};

const proven = (id: string, ...methods: Method[]): ActiveSession => ({
  ...otherSession,
  id,
  amr: methods.map((method) => ({ method, at: otherSession.createdAt })),
});

export const EveryMethod: StoryObj = {
  tags: [
    'method:passkey',
    'method:totp',
    'method:recovery-code',
    'method:password',
    'method:remembered-device',
    'method:account-recovery',
  ],
  render: () =>
    list({
      sessions: {
        sessions: [
          thisSession,
          proven('session-4', 'passkey'),
          proven('session-5', 'password', 'recovery-code'),
          proven('session-6', 'password', 'remembered-device'),
          proven('session-7', 'account-recovery'),
        ],
      },
    }),
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
