import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { signedIn, tenCodes } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { RecoveryCodesStatus } from '../packages/elements/src/client/views.js';
import type { RecoveryCodes } from '../packages/elements/src/recovery-codes/recovery-codes.js';
import '../packages/elements/src/define/recovery-codes.js';
import { click } from './acting.js';
import { StoryClient } from './story-client.js';

const codes = (script: Script = {}): TemplateResult =>
  html`<recovery-codes .client=${new StoryClient({ session: signedIn, ...script })}></recovery-codes>`;

const status = (changes: Partial<RecoveryCodesStatus> = {}): TemplateResult =>
  codes({
    recoveryCodes: {
      remaining: 8,
      total: 10,
      createdAt: '2025-11-14T16:20:00Z',
      confirmed: true,
      ...changes,
    },
  });

const meta: Meta = {
  tags: ['method:recovery-code'],
  title: 'Elements/recovery-codes',
  component: 'recovery-codes',
  render: () => status(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const ask: Play = ({ canvasElement }) => click(canvasElement, '.regenerate');

const regenerate: Play = async (context) => {
  await ask(context);
  await click(context.canvasElement, '[part~=button-danger]');
};

const show: Play = ({ canvasElement }) => {
  canvasElement.querySelector<RecoveryCodes>('recovery-codes')?.show(tenCodes);
};

const save: Play = async (context) => {
  await show(context);
  await click(context.canvasElement, '[type=checkbox]');
  await click(context.canvasElement, '[part~=button-primary]:enabled');
};

export const Status: StoryObj = { tags: ['state:complete'] };

export const FewLeft: StoryObj = { tags: ['state:complete'], render: () => status({ remaining: 3 }) };

export const AllUsed: StoryObj = { tags: ['state:complete'], render: () => status({ remaining: 0 }) };

export const NotSaved: StoryObj = { render: () => status({ remaining: 10, confirmed: false }) };

export const None: StoryObj = {
  tags: ['state:empty'],
  render: () => status({ remaining: 0, total: 0, createdAt: null, confirmed: false }),
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => codes({ recoveryCodes: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => codes({ recoveryCodes: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => codes({ recoveryCodes: refused('session_required') }),
};

export const Asking: StoryObj = { play: ask };

export const Regenerating: StoryObj = {
  tags: ['state:verifying'],
  render: () => codes({ regenerateRecoveryCodes: never() }),
  play: regenerate,
};

export const StepUpCancelled: StoryObj = {
  tags: ['code:step_up_required'],
  render: () => codes({ regenerateRecoveryCodes: refused('step_up_required') }),
  play: regenerate,
};

export const OfflineWhileRegenerating: StoryObj = {
  tags: ['code:offline'],
  render: () => codes({ regenerateRecoveryCodes: refused('offline') }),
  play: regenerate,
};

export const ShownOnce: StoryObj = { tags: ['state:prompting'], play: show };

export const ShownInOneColumn: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="--mfa-recovery-codes-columns: 1">${codes()}</div>`,
  play: show,
};

export const ShownAt320Pixels: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="inline-size: 288px">${codes()}</div>`,
  play: show,
};

export const Confirming: StoryObj = {
  tags: ['state:prompting', 'state:verifying'],
  render: () => codes({ confirmRecoveryCodes: never() }),
  play: save,
};

export const OfflineWhileConfirming: StoryObj = {
  tags: ['state:prompting', 'code:offline'],
  render: () => codes({ confirmRecoveryCodes: refused('offline') }),
  play: save,
};

export const ReplacedElsewhere: StoryObj = {
  tags: ['state:complete', 'code:not_found'],
  render: () => codes({ confirmRecoveryCodes: refused('not_found') }),
  play: save,
};

export const Saved: StoryObj = { tags: ['state:complete'], play: save };

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${codes()}</div>`,
  play: show,
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${codes()}</div>`,
  play: show,
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => codes({ recoveryCodes: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => codes({ recoveryCodes: refused('unexpected') }),
};

export const BeforeEnrolment: StoryObj = {
  tags: ['state:error', 'code:enrolment_required'],
  render: () => codes({ recoveryCodes: refused('enrolment_required', { status: 403 }) }),
};

export const NoFactorAnyMore: StoryObj = {
  tags: ['code:conflict'],
  render: () => codes({ regenerateRecoveryCodes: refused('conflict', { status: 409 }) }),
  play: regenerate,
};

export const Dark: StoryObj = { tags: ['state:complete'], globals: { theme: 'dark' } };
