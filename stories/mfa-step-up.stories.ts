import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { signedIn, stepUpChallenge } from '../packages/elements/src/client/scripted-answers.js';
import { refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-step-up.js';
import { click, CODE, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const stepUp = { methods: ['totp'], maxAge: 300, action: 'totp.remove' };

function page(script: Script = {}, ceremonies: CeremonyScript = {}): TemplateResult {
  const client = new StoryClient(
    {
      session: signedIn,
      challenge: stepUpChallenge,
      removeTotp: [refused('step_up_required', { status: 401, stepUp }), undefined],
      ...script,
    },
    ceremonies,
  );
  // Whoever cancels in the story has cancelled; there is nothing more to show.
  const remove = (): void => {
    client.removeTotp('totp-1').catch(() => undefined);
  };
  return html`<button id="dangerous" type="button" @click=${remove}>Remove authenticator app</button>
    <mfa-step-up .client=${client}></mfa-step-up>`;
}

const meta: Meta = {
  title: 'Elements/mfa-step-up',
  component: 'mfa-step-up',
  render: () => page(),
};

export default meta;

export const Closed: StoryObj = {};

export const Open: StoryObj = {
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const WrongCode: StoryObj = {
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await enter(canvasElement, CODE, '000000');
  },
};

export const Password: StoryObj = {
  render: () => page({ challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' } }),
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

const byPasskey = {
  challenge: { ...stepUpChallenge, methods: ['passkey', 'totp'], preferred: 'passkey' },
} satisfies Script;

export const Passkey: StoryObj = {
  render: () => page(byPasskey),
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

/** The browser's dialog is open. */
export const PasskeyAsked: StoryObj = {
  render: () => page(byPasskey, { get: 'never' }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const PasskeyCancelled: StoryObj = {
  render: () => page(byPasskey, { get: 'cancelled' }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const CodesClosed: StoryObj = {
  render: () => page({ challengeTotp: refused('too_many_attempts', { status: 429, retryAfter: 540 }) }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await enter(canvasElement, CODE, '123456');
  },
};

export const AuthenticatorLocked: StoryObj = {
  render: () =>
    page({
      challenge: { ...stepUpChallenge, methods: ['totp', 'passkey'] },
      challengeTotp: refused('factor_locked', { status: 423 }),
    }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await enter(canvasElement, CODE, '123456');
  },
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${page(byPasskey)}</div>`,
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const German: StoryObj = {
  render: () => html`<div lang="de">${page()}</div>`,
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${page()}</div>`,
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const SessionEnded: StoryObj = {
  render: () => page({ challenge: refused('session_required', { status: 401 }) }),
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};
