import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { signedIn } from '../packages/elements/src/client/scripted-answers.js';
import { scriptedActivity } from '../packages/elements/src/client/scripted-activity.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { ActivityEvent } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/active-sessions.js';
import '../packages/elements/src/define/security-activity.js';
import { click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const clientWith = (script: Script): StoryClient => new StoryClient({ session: signedIn, ...script });

const feed = (script: Script = {}): TemplateResult =>
  html`<security-activity .client=${clientWith(script)}></security-activity>`;

const meta: Meta = {
  title: 'Elements/security-activity',
  component: 'security-activity',
  render: () => feed(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const press =
  (...selectors: string[]): Play =>
  async ({ canvasElement }) => {
    for (const selector of selectors) await click(canvasElement, selector);
  };

/** Looks for an address. */
const look: Play = async ({ canvasElement }) => {
  await click(canvasElement, 'summary');
  await enter(canvasElement, '[name=ip]', '198.51.100.99');
  await click(canvasElement, 'form [part~=button]');
};

const [usual] = scriptedActivity;

const like = (changes: readonly Partial<ActivityEvent>[]): Script => ({
  activity: {
    events: changes.flatMap((change, index) =>
      usual ? [{ ...usual, current: false, id: `event-${String(index)}`, ...change }] : [],
    ),
    next: null,
  },
});

const older = {
  activity: [
    { events: scriptedActivity.slice(0, 3), next: 'older' },
    { events: scriptedActivity.slice(3), next: null },
  ],
};

const askAboutStranger = '.events > li:nth-child(5) .report';
const confirm = '[part~=button-danger]';
const showOlder = '.events ~ [part=actions] [part~=button]';

export const List: StoryObj = {
  tags: [
    'method:passkey',
    'method:totp',
    'method:recovery-code',
    'method:password',
    'method:remembered-device',
    'method:account-recovery',
  ],
};

export const Filters: StoryObj = {
  tags: [
    'method:passkey',
    'method:totp',
    'method:recovery-code',
    'method:password',
    'method:remembered-device',
    'method:account-recovery',
  ],
  play: press('summary'),
};

export const NothingFound: StoryObj = {
  tags: [
    'state:empty',
    'method:passkey',
    'method:totp',
    'method:recovery-code',
    'method:password',
    'method:remembered-device',
    'method:account-recovery',
  ],
  play: look,
};

export const FilterRefused: StoryObj = {
  tags: ['state:invalid', 'code:validation_failed'],
  render: () =>
    feed({
      activity: [
        { events: scriptedActivity, next: null },
        refused('validation_failed', { fields: [{ path: 'ip', code: 'invalid' }] }),
      ],
    }),
  play: look,
};

export const OfflineWhileFiltering: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => feed({ activity: [{ events: scriptedActivity, next: null }, refused('offline')] }),
  play: look,
};

export const MoreToShow: StoryObj = { render: () => feed(older) };

export const OlderShown: StoryObj = { render: () => feed(older), play: press(showOlder) };

export const OlderOnItsWay: StoryObj = {
  render: () => feed({ activity: [{ events: scriptedActivity, next: 'older' }, never()] }),
  play: press(showOlder),
};

export const OfflineWhileShowingOlder: StoryObj = {
  tags: ['code:offline'],
  render: () => feed({ activity: [{ events: scriptedActivity, next: 'older' }, refused('offline')] }),
  play: press(showOlder),
};

export const EverySuspicion: StoryObj = {
  render: () =>
    feed(
      like([
        { suspicious: ['new-device', 'new-network'] },
        { event: 'auth.passkey.counter_anomaly', suspicious: ['counter-anomaly'], method: 'passkey' },
        { event: 'auth.2fa.replay_attempt', outcome: 'blocked', suspicious: ['replay'] },
        { event: 'auth.2fa.failure', outcome: 'failure', reason: 'wrong', suspicious: ['many-failures'] },
        { suspicious: ['reported'] },
      ]),
    ),
};

export const EventsOfANewerServer: StoryObj = {
  render: () =>
    feed(
      like([
        { event: 'auth.teleport.begun' },
        { event: 'auth.teleport.begun', outcome: 'failure' },
        { event: 'auth.teleport.begun', outcome: 'blocked' },
      ]),
    ),
};

export const LongNames: StoryObj = {
  render: () =>
    feed(
      like([
        {
          factor: {
            id: 'totp-1',
            name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch’s phone',
          },
          ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
          place: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales',
          suspicious: ['new-network'],
        },
      ]),
    ),
};

export const Empty: StoryObj = {
  tags: ['state:empty'],
  render: () => feed({ activity: { events: [], next: null } }),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => feed({ activity: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => feed({ activity: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => feed({ activity: refused('session_required') }),
};

export const Asking: StoryObj = { play: press(askAboutStranger) };

export const BeingReported: StoryObj = {
  tags: ['state:verifying'],
  render: () => feed({ reportActivity: never() }),
  play: press(askAboutStranger, confirm),
};

export const OfflineWhileReporting: StoryObj = {
  tags: ['code:offline'],
  render: () => feed({ reportActivity: refused('offline') }),
  play: press(askAboutStranger, confirm),
};

export const Reported: StoryObj = { tags: ['state:complete'], play: press(askAboutStranger, confirm) };

export const ReportedWithWaysToGo: StoryObj = {
  tags: ['state:complete'],
  render: () => {
    const client = clientWith({});
    return html`<security-activity .client=${client}>
        <a slot="change-password" href="#password">Change the password</a>
        <a slot="review-factors" href="#factors">To the page with your factors</a>
      </security-activity>
      <active-sessions .client=${client}></active-sessions>`;
  },
  play: press(askAboutStranger, confirm),
};

const ofWorkspace = (script: Script = {}): TemplateResult =>
  html`<security-activity workspace .client=${clientWith(script)}></security-activity>`;

export const OfTheWorkspace: StoryObj = { render: () => ofWorkspace(), play: press('summary') };

export const OfTheWorkspaceNotYours: StoryObj = {
  tags: ['state:error', 'code:forbidden'],
  render: () => ofWorkspace({ workspaceActivity: refused('forbidden') }),
};

export const Roomy: StoryObj = {
  render: () => html`<div style="--mfa-activity-row-gap: 2rem">${feed()}</div>`,
};

export const At320Pixels: StoryObj = {
  tags: ['state:complete'],
  render: () => html`<div style="inline-size: 288px">${feed()}</div>`,
  play: press('summary', askAboutStranger, confirm),
};

export const Dark: StoryObj = { globals: { theme: 'dark' }, play: press('summary', askAboutStranger) };

export const German: StoryObj = {
  tags: ['state:complete'],
  render: () => html`<div lang="de">${feed()}</div>`,
  play: press('summary', askAboutStranger, confirm),
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${feed()}</div>`,
  play: press('summary', askAboutStranger),
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => feed({ activity: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => feed({ activity: refused('unexpected') }),
};

export const NothingToReport: StoryObj = {
  tags: ['code:not_found'],
  render: () => feed({ reportActivity: refused('not_found', { status: 404 }) }),
  play: press(askAboutStranger, confirm),
};
