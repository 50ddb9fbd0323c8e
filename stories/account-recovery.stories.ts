import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  noFactors,
  recovered,
  signedIn,
  waitingRecovery,
} from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { RecoveryView } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/account-recovery.js';
import { click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

/** Puts the fragment of a mailed link into the address, as following it does; the element takes it away. */
function follow(purpose: 'open' | 'finish' | 'cancel'): void {
  history.replaceState(null, '', `#${purpose}=a-token-from-an-email-of-43-characters-long`);
}

const recovery = (script: Script = {}, link?: 'open' | 'finish' | 'cancel'): TemplateResult => {
  if (link) follow(link);
  return html`<account-recovery
    .client=${new StoryClient({ factors: noFactors, ...script })}
  ></account-recovery>`;
};

const meta: Meta = {
  title: 'Elements/account-recovery',
  component: 'account-recovery',
  render: () => recovery(),
};

export default meta;

/** A wait that has begun an hour ago, whenever the story is looked at. */
const waiting = (): RecoveryView => {
  const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  return { ...waitingRecovery, readyAt: at(71), expiresAt: at(95) };
};
const status = (name: RecoveryView['status']): RecoveryView => ({ ...waiting(), status: name });

const press: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '[part~=button]');

const ask: StoryObj['play'] = async ({ canvasElement }) => {
  await enter(canvasElement, 'input[autocomplete=username]', 'ada@example.com');
  await click(canvasElement, '[part~=button-primary]');
};

const finish: StoryObj['play'] = async ({ canvasElement }) => {
  await enter(canvasElement, 'input[autocomplete=current-password]', 'acme-demo-passphrase');
  await click(canvasElement, '[part~=button-primary]');
};

export const Asking: StoryObj = { tags: ['state:prompting', 'method:account-recovery'] };

export const WithFooter: StoryObj = {
  tags: ['state:prompting'],
  render: () =>
    html`<account-recovery
      .client=${new StoryClient()}
      heading="Lost your devices?"
      description="We let you back in, a little later."
    >
      <a slot="footer" href="#sign-in">Back to the sign-in</a>
    </account-recovery>`,
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => recovery({ session: never() }) };

export const Missing: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'method:account-recovery'],
  play: press,
};

export const Sending: StoryObj = {
  tags: ['state:prompting', 'state:verifying', 'method:account-recovery'],
  render: () => recovery({ requestRecovery: never() }),
  play: ask,
};

export const OfflineWhileAsking: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:offline'],
  render: () => recovery({ requestRecovery: refused('offline') }),
  play: ask,
};

export const TooManyRequests: StoryObj = {
  tags: ['state:error', 'state:prompting', 'state:locked', 'code:too_many_attempts'],
  render: () => recovery({ requestRecovery: refused('too_many_attempts', { retryAfter: 180 }) }),
  play: ask,
};

export const Requested: StoryObj = { play: ask };

export const BeforeItBegins: StoryObj = {
  tags: ['state:prompting', 'method:password'],
  render: () => recovery({}, 'open'),
};

export const Beginning: StoryObj = {
  tags: ['state:prompting', 'state:verifying'],
  render: () => recovery({ openRecovery: never() }, 'open'),
  play: press,
};

export const Waiting: StoryObj = {
  render: () => recovery({ openRecovery: waiting() }, 'open'),
  play: press,
};

export const WaitingAnyMoment: StoryObj = {
  render: () =>
    recovery(
      { recoveryStatus: { ...waiting(), readyAt: new Date(Date.now() - 1000).toISOString() } },
      'open',
    ),
};

export const OfflineWhileCancelling: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => recovery({ recoveryStatus: waiting(), cancelRecovery: refused('offline') }, 'open'),
  play: press,
};

export const WaitingIsOver: StoryObj = {
  render: () => recovery({ recoveryStatus: status('ready') }, 'open'),
};

export const Ready: StoryObj = {
  tags: ['state:prompting'],
  render: () => recovery({ recoveryStatus: status('ready') }, 'finish'),
};

export const Finishing: StoryObj = {
  tags: ['state:prompting', 'state:verifying'],
  render: () => recovery({ recoveryStatus: status('ready'), completeRecovery: never() }, 'finish'),
  play: finish,
};

export const WrongPassword: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'code:invalid_credentials', 'method:password'],
  render: () =>
    recovery(
      { recoveryStatus: status('ready'), completeRecovery: refused('invalid_credentials', { status: 401 }) },
      'finish',
    ),
  play: finish,
};

export const TooEarly: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'code:conflict'],
  render: () =>
    recovery({ recoveryStatus: status('ready'), completeRecovery: refused('conflict') }, 'finish'),
  play: finish,
};

export const TooManyPasswords: StoryObj = {
  tags: ['state:error', 'state:prompting', 'state:locked', 'code:too_many_attempts', 'method:password'],
  render: () =>
    recovery(
      {
        recoveryStatus: status('ready'),
        completeRecovery: refused('too_many_attempts', { retryAfter: 170 }),
      },
      'finish',
    ),
  play: finish,
};

export const Enrolment: StoryObj = {
  tags: ['method:totp'],
  render: () => recovery({ recoveryStatus: status('ready') }, 'finish'),
  play: finish,
};

export const EnrolmentResumed: StoryObj = {
  tags: ['method:totp'],
  render: () => recovery({ session: recovered }),
};

export const Completed: StoryObj = {
  tags: ['state:complete'],
  render: () => recovery({ recoveryStatus: status('ready'), completeRecovery: signedIn }, 'finish'),
  play: finish,
};

export const ToCancel: StoryObj = { tags: ['state:prompting'], render: () => recovery({}, 'cancel') };

export const Cancelled: StoryObj = { render: () => recovery({}, 'cancel'), play: press };

export const CompletedBefore: StoryObj = {
  render: () => recovery({ recoveryStatus: status('completed') }, 'open'),
};

export const CancelledBefore: StoryObj = {
  render: () => recovery({ recoveryStatus: status('cancelled') }, 'open'),
};

export const Expired: StoryObj = {
  tags: ['state:error', 'code:expired'],
  render: () => recovery({ recoveryStatus: refused('expired', { status: 410 }) }, 'finish'),
};

export const Unreachable: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => recovery({ recoveryStatus: refused('offline') }, 'open'),
};

export const At320Pixels: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="inline-size: 288px">${recovery({}, 'open')}</div>`,
};

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${recovery({}, 'open')}</div>`,
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${recovery({}, 'open')}</div>`,
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:unavailable'],
  render: () => recovery({ requestRecovery: refused('unavailable', { status: 503 }) }),
  play: ask,
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:unexpected'],
  render: () => recovery({ openRecovery: refused('unexpected') }, 'open'),
  play: press,
};

export const Dark: StoryObj = { tags: ['state:prompting'], globals: { theme: 'dark' } };
