import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  pendingCase,
  readyCase,
  rejectedCase,
  waitingCase,
} from '../packages/elements/src/client/scripted-administration.js';
import { signedIn } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type {
  RecoveryCase,
  RecoveryCasesPage,
} from '../packages/elements/src/client/views-administration.js';
import '../packages/elements/src/define/recovery-cases.js';
import { choose, click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

/** So that waits are the same whenever the story is looked at. */
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

const open: RecoveryCase = {
  ...pendingCase,
  startedAt: inDays(-0.1),
  readyAt: inDays(2.9),
  expiresAt: inDays(13.9),
};
const waiting: RecoveryCase = {
  ...waitingCase,
  startedAt: inDays(-1),
  decidedAt: inDays(-0.9),
  readyAt: inDays(2),
  expiresAt: inDays(3),
};
const ready: RecoveryCase = {
  ...readyCase,
  startedAt: inDays(-0.2),
  decidedAt: inDays(-0.1),
  readyAt: inDays(-0.1),
  expiresAt: inDays(0.9),
};
const over = (status: RecoveryCase['status']): RecoveryCase => ({
  ...waiting,
  id: `case-${status}`,
  status,
  startedAt: inDays(-9),
  decidedAt: inDays(-8),
});

const page = (...recoveries: RecoveryCase[]): RecoveryCasesPage => ({ recoveries, next: null });

const listed = (...recoveries: RecoveryCase[]): Script => ({ recoveryCases: page(...recoveries) });

const cases = (script: Script = {}): TemplateResult =>
  html`<recovery-cases
    .client=${new StoryClient({
      session: signedIn,
      ...listed(open, waiting, ready, rejectedCase),
      ...script,
    })}
  ></recovery-cases>`;

const meta: Meta = {
  title: 'Elements/recovery-cases',
  component: 'recovery-cases',
  render: () => cases(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const START = '.start';
const CONFIRM = '.panel form button:not([type])';
const MORE = 'ol ~ [part=actions] button';
const APPROVE = '.approving';
const REJECT = '.rejecting';

const press =
  (...selectors: string[]): Play =>
  async ({ canvasElement }) => {
    for (const selector of selectors) await click(canvasElement, selector);
  };

const write =
  (skipWait: boolean): Play =>
  async ({ canvasElement }) => {
    await click(canvasElement, START);
    await enter(canvasElement, '[name=account]', 'joan@example.com');
    await choose(canvasElement, '[name="evidence.kind"]', 'video-call');
    await enter(canvasElement, '[name="evidence.reference"]', 'TICKET-11');
    await enter(canvasElement, '[name=reason]', 'Phone and codes were stolen.');
    if (!skipWait) return;
    await click(canvasElement, '[type=checkbox]');
    await enter(canvasElement, '[name="skipWait.reason"]', 'Travels tonight.');
  };

const start: Play = async (context) => {
  await write(false)(context);
  await click(context.canvasElement, CONFIRM);
};

const started: RecoveryCase = { ...open, id: 'case-5', userId: 'user-joan', name: 'joan@example.com' };

export const List: StoryObj = {};

export const Pending: StoryObj = { render: () => cases(listed(open)) };

export const PendingWithoutWait: StoryObj = {
  render: () => cases(listed({ ...open, readyAt: open.startedAt, skipWait: { reason: 'Travels tonight.' } })),
};

export const OwnCase: StoryObj = {
  render: () => cases(listed({ ...open, startedBy: { id: 'user-ada', name: 'ada@example.com' } })),
};

export const AboutOneself: StoryObj = {
  render: () => cases(listed({ ...open, userId: 'user-ada', name: 'ada@example.com' })),
};

export const Waiting: StoryObj = { render: () => cases(listed(waiting)) };

export const Ready: StoryObj = { render: () => cases(listed(ready)) };

export const Completed: StoryObj = { render: () => cases(listed(over('completed'))) };

export const Rejected: StoryObj = { render: () => cases(listed(over('rejected'))) };

export const Cancelled: StoryObj = { render: () => cases(listed(over('cancelled'))) };

export const Expired: StoryObj = { render: () => cases(listed(over('expired'))) };

export const PeopleWhoAreGone: StoryObj = {
  render: () => cases(listed({ ...open, name: null, startedBy: { id: 'user-old', name: null } })),
};

export const MoreToShow: StoryObj = {
  render: () => cases({ recoveryCases: { ...page(open, waiting), next: 'older' } }),
};

export const MoreShown: StoryObj = {
  render: () =>
    cases({ recoveryCases: [{ ...page(open, waiting), next: 'older' }, page(ready, over('rejected'))] }),
  play: press(MORE),
};

export const LongWords: StoryObj = {
  render: () =>
    cases(
      listed({
        ...open,
        name: 'llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch@post.example.com',
        reason: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        evidence: {
          kind: 'identity-check',
          reference: 'https://identity.example/cases/6f1c6d1e-3d2b-4a56-9d62-3c2a7f5b9f10/recording',
        },
      }),
    ),
};

export const Empty: StoryObj = { tags: ['state:empty'], render: () => cases(listed()) };

export const Loading: StoryObj = { tags: ['state:loading'], render: () => cases({ recoveryCases: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => cases({ recoveryCases: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => cases({ recoveryCases: refused('session_required') }),
};

export const NotYours: StoryObj = {
  tags: ['state:error', 'code:forbidden'],
  render: () => cases({ recoveryCases: refused('forbidden') }),
};

export const Starting: StoryObj = { tags: ['state:prompting'], play: press(START) };

export const StartingForSomebody: StoryObj = {
  tags: ['state:prompting'],
  render: () =>
    html`<recovery-cases
      user-id="user-joan"
      .client=${new StoryClient({ session: signedIn, ...listed() })}
    ></recovery-cases>`,
  play: press(START),
};

export const StartingWithoutWait: StoryObj = { tags: ['state:prompting'], play: write(true) };

export const FieldMissing: StoryObj = {
  tags: ['state:prompting', 'state:invalid'],
  play: press(START, CONFIRM),
};

export const BeingStarted: StoryObj = {
  tags: ['state:prompting', 'state:verifying'],
  render: () => cases({ startRecoveryCase: never() }),
  play: start,
};

export const NobodySignsInWithIt: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'code:not_found'],
  render: () => cases({ startRecoveryCase: refused('not_found') }),
  play: start,
};

export const MayNotStart: StoryObj = {
  tags: ['state:prompting', 'code:forbidden'],
  render: () => cases({ startRecoveryCase: refused('forbidden') }),
  play: start,
};

export const OpenAlready: StoryObj = {
  tags: ['state:prompting', 'code:conflict'],
  render: () => cases({ startRecoveryCase: refused('conflict') }),
  play: start,
};

export const OfflineWhileStarting: StoryObj = {
  tags: ['state:prompting', 'code:offline'],
  render: () => cases({ startRecoveryCase: refused('offline') }),
  play: start,
};

export const Started: StoryObj = {
  render: () =>
    cases({
      recoveryCases: [
        page(waiting),
        page({ ...started, startedBy: { id: 'user-ada', name: 'ada@example.com' } }, waiting),
      ],
    }),
  play: start,
};

export const Approving: StoryObj = { tags: ['state:prompting'], play: press(APPROVE) };

export const BeingApproved: StoryObj = {
  tags: ['state:prompting', 'state:verifying'],
  render: () => cases({ approveRecoveryCase: never() }),
  play: press(APPROVE, CONFIRM),
};

export const ApprovedWithoutStepUp: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required'],
  render: () => cases({ approveRecoveryCase: refused('step_up_required') }),
  play: press(APPROVE, CONFIRM),
};

export const DecidedElsewhere: StoryObj = {
  tags: ['code:conflict'],
  render: () => cases({ approveRecoveryCase: refused('conflict') }),
  play: press(APPROVE, CONFIRM),
};

export const Approved: StoryObj = {
  render: () => cases({ recoveryCases: [page(open), page(waiting)] }),
  play: press(APPROVE, CONFIRM),
};

export const Rejecting: StoryObj = { tags: ['state:prompting'], play: press(REJECT) };

export const OfflineWhileRejecting: StoryObj = {
  tags: ['state:prompting', 'code:offline'],
  render: () => cases({ rejectRecoveryCase: refused('offline') }),
  play: press(REJECT, CONFIRM),
};

export const Roomy: StoryObj = {
  render: () => html`<div style="--mfa-recovery-cases-row-gap: 2rem">${cases()}</div>`,
};

export const At320Pixels: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="inline-size: 288px">${cases()}</div>`,
  play: press(APPROVE),
};

export const Dark: StoryObj = { tags: ['state:prompting'], globals: { theme: 'dark' }, play: write(true) };

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${cases()}</div>`,
  play: press(START),
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${cases()}</div>`,
  play: press(APPROVE),
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => cases({ recoveryCases: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => cases({ recoveryCases: refused('unexpected') }),
};

export const TwoStepsMissing: StoryObj = {
  tags: ['state:error', 'code:mfa_required'],
  render: () => cases({ recoveryCases: refused('mfa_required', { status: 403 }) }),
};

export const FieldRefused: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'code:validation_failed'],
  render: () =>
    cases({
      startRecoveryCase: refused('validation_failed', { fields: [{ path: 'account', code: 'too_big' }] }),
    }),
  play: start,
};
