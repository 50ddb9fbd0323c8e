import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { membersOf, scriptedMembers } from '../packages/elements/src/client/scripted-administration.js';
import { signedIn } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { Member } from '../packages/elements/src/client/views-administration.js';
import '../packages/elements/src/define/mfa-members.js';
import { choose, click, enter, shown } from './acting.js';
import { StoryClient } from './story-client.js';

const members = (script: Script = {}): TemplateResult =>
  html`<mfa-members .client=${new StoryClient({ session: signedIn, ...script })}></mfa-members>`;

const meta: Meta = {
  title: 'Elements/mfa-members',
  component: 'mfa-members',
  render: () => members(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const RESET = '[part~=member]:nth-child(2) .resetting';
const EXEMPT = '[part~=member]:nth-child(3) .exempting';
const CONFIRM = '.panel form button:not([type])';
const SHOW_MORE = 'ul ~ [part=actions] button';

const press =
  (...selectors: string[]): Play =>
  async ({ canvasElement }) => {
    for (const selector of selectors) await click(canvasElement, selector);
  };

const narrow =
  (status: string): Play =>
  async ({ canvasElement }) => {
    await shown(canvasElement, '[part~=member]');
    await choose(canvasElement, '#status', status);
  };

const reset: Play = async ({ canvasElement }) => {
  await click(canvasElement, RESET);
  await enter(canvasElement, '[name=reason]', 'The phone was stolen; we talked on the phone.');
  await click(canvasElement, CONFIRM);
};

/** Exemptions end within 90 days of whenever the story is looked at. */
const inTwoWeeks = (): string => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

const exempt: Play = async ({ canvasElement }) => {
  await click(canvasElement, EXEMPT);
  await enter(canvasElement, '[name=until]', inTwoWeeks());
  await enter(canvasElement, '[name=reason]', 'The new phone arrives next week.');
  await click(canvasElement, CONFIRM);
};

const [, grace] = scriptedMembers;

const only = (...changes: Partial<Member>[]): Script => ({
  members: {
    members: changes.flatMap((change, index) =>
      grace ? [{ ...grace, id: `user-${String(index)}`, ...change }] : [],
    ),
    next: null,
  },
});

const more = { members: scriptedMembers.slice(0, 2), next: 'user-grace' };

export const List: StoryObj = { tags: ['method:passkey', 'method:totp'] };

export const WithoutASecondStep: StoryObj = { tags: ['method:passkey', 'method:totp'], play: narrow('none') };

export const NobodyFound: StoryObj = {
  tags: ['state:empty'],
  render: () => members({ members: [membersOf(), { members: [], next: null }] }),
  play: narrow('both'),
};

export const OfflineWhileNarrowing: StoryObj = {
  tags: ['code:offline'],
  render: () => members({ members: [membersOf(), refused('offline')] }),
  play: narrow('none'),
};

export const MoreToShow: StoryObj = { render: () => members({ members: more }) };

export const MoreShown: StoryObj = {
  render: () => members({ members: [more, { members: scriptedMembers.slice(2), next: null }] }),
  play: press(SHOW_MORE),
};

export const MoreOnItsWay: StoryObj = {
  render: () => members({ members: [more, never()] }),
  play: press(SHOW_MORE),
};

export const OfflineWhileShowingMore: StoryObj = {
  tags: ['code:offline'],
  render: () => members({ members: [more, refused('offline')] }),
  play: press(SHOW_MORE),
};

export const DeadlineIsOver: StoryObj = {
  render: () => members(only({ mfa: 'none', deadline: '2026-01-09T09:00:00Z' })),
};

export const PasskeyStillMissing: StoryObj = {
  tags: ['method:passkey'],
  render: () => members(only({ role: 'admin', mfa: 'totp', deadline: '2099-01-09T09:00:00Z' })),
};

export const ExemptForAWhile: StoryObj = {
  render: () =>
    members(only({ mfa: 'none', deadline: '2026-01-09T09:00:00Z', exemptUntil: '2099-01-20T22:59:59.999Z' })),
};

export const NobodyFoundSoFar: StoryObj = {
  tags: ['state:empty'],
  render: () => members({ members: [membersOf(), { members: [], next: 'user-200' }] }),
  play: narrow('exempt'),
};

export const LongNames: StoryObj = {
  tags: ['state:prompting'],
  render: () =>
    members(
      only({
        displayName: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
        name: 'llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch@post.example.com',
        role: 'vice-president-of-engineering-and-everything-else',
      }),
    ),
  play: press('.resetting'),
};

export const Empty: StoryObj = {
  tags: ['state:empty'],
  render: () => members({ members: { members: [], next: null } }),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => members({ members: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => members({ members: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => members({ members: refused('session_required') }),
};

export const NotYours: StoryObj = {
  tags: ['state:error', 'code:forbidden'],
  render: () => members({ members: refused('forbidden') }),
};

export const AskedForReset: StoryObj = { tags: ['state:prompting'], play: press(RESET) };

export const ResetWithoutReason: StoryObj = {
  tags: ['state:prompting', 'state:invalid'],
  play: press(RESET, CONFIRM),
};

export const BeingReset: StoryObj = {
  tags: ['state:prompting', 'state:verifying'],
  render: () => members({ resetMember: never() }),
  play: reset,
};

export const ResetWithoutStepUp: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required'],
  render: () => members({ resetMember: refused('step_up_required') }),
  play: reset,
};

export const OfflineWhileResetting: StoryObj = {
  tags: ['state:prompting', 'code:offline'],
  render: () => members({ resetMember: refused('offline') }),
  play: reset,
};

export const WasReset: StoryObj = { play: reset };

export const AskedForExemption: StoryObj = { tags: ['state:prompting'], play: press(EXEMPT) };

export const ExemptionWithoutADay: StoryObj = {
  tags: ['state:prompting', 'state:invalid'],
  play: press(EXEMPT, CONFIRM),
};

export const OfflineWhileExempting: StoryObj = {
  tags: ['state:prompting', 'code:offline'],
  render: () => members({ exemptMember: refused('offline') }),
  play: exempt,
};

export const Exempted: StoryObj = { play: exempt };

export const Roomy: StoryObj = {
  render: () => html`<div style="--mfa-members-row-gap: 2rem">${members()}</div>`,
};

export const At320Pixels: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="inline-size: 288px">${members()}</div>`,
  play: press(RESET),
};

export const Dark: StoryObj = { tags: ['state:prompting'], globals: { theme: 'dark' }, play: press(RESET) };

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${members()}</div>`,
  play: press(EXEMPT),
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${members()}</div>`,
  play: press(RESET),
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => members({ members: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => members({ members: refused('unexpected') }),
};

export const TwoStepsMissing: StoryObj = {
  tags: ['state:error', 'code:mfa_required'],
  render: () => members({ members: refused('mfa_required', { status: 403 }) }),
};

export const MemberIsGone: StoryObj = {
  tags: ['state:prompting', 'code:not_found'],
  render: () => members({ resetMember: refused('not_found', { status: 404 }) }),
  play: reset,
};

export const ExemptionRefused: StoryObj = {
  tags: ['state:invalid', 'state:prompting', 'code:validation_failed'],
  render: () =>
    members({
      exemptMember: refused('validation_failed', {
        status: 400,
        fields: [{ path: 'until', code: 'too_big' }],
      }),
    }),
  play: exempt,
};
