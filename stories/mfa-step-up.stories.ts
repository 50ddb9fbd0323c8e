import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { signedIn, stepUpChallenge } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-step-up.js';
import { click, CODE, enter, shown } from './acting.js';
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
  tags: ['state:prompting', 'code:step_up_required', 'method:totp'],
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const WrongCode: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:invalid_code', 'method:totp'],
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await enter(canvasElement, CODE, '000000');
  },
};

export const Password: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'method:password'],
  render: () => page({ challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' } }),
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

/** The server takes long to say what to prove with. */
export const Loading: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required'],
  render: () => page({ challenge: never() }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await shown(canvasElement, '[part=loading]');
  },
};

const byPasskey = {
  challenge: { ...stepUpChallenge, methods: ['passkey', 'totp'], preferred: 'passkey' },
} satisfies Script;

export const Passkey: StoryObj = {
  tags: ['code:step_up_required'],
  render: () => page(byPasskey),
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

/** The browser's dialog is open. */
export const PasskeyAsked: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'method:totp'],
  render: () => page(byPasskey, { get: 'never' }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const PasskeyCancelled: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:cancelled', 'method:passkey'],
  render: () => page(byPasskey, { get: 'cancelled' }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await click(canvasElement, '[part~=button-primary]');
  },
};

export const CodesClosed: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:too_many_attempts'],
  render: () => page({ challengeTotp: refused('too_many_attempts', { status: 429, retryAfter: 540 }) }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await enter(canvasElement, CODE, '123456');
  },
};

export const AuthenticatorLocked: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:factor_locked', 'method:passkey'],
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
  tags: ['code:step_up_required'],
  render: () => html`<div style="inline-size: 288px">${page(byPasskey)}</div>`,
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const German: StoryObj = {
  tags: ['code:step_up_required'],
  render: () => html`<div lang="de">${page()}</div>`,
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required'],
  render: () => html`<div dir="rtl">${page()}</div>`,
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

export const SessionEnded: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:session_required'],
  render: () => page({ challenge: refused('session_required', { status: 401 }) }),
  play: ({ canvasElement }) => click(canvasElement, '#dangerous'),
};

const open: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '#dangerous');

export const Offline: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:offline'],
  render: () => page({ challenge: refused('offline') }),
  play: open,
};

export const Unavailable: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:unavailable'],
  render: () => page({ challenge: refused('unavailable', { status: 503 }) }),
  play: open,
};

export const Unexpected: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:unexpected'],
  render: () => page({ challenge: refused('unexpected') }),
  play: open,
};

export const WrongPassword: StoryObj = {
  tags: ['state:prompting', 'code:step_up_required', 'code:invalid_credentials'],
  render: () =>
    page({
      challenge: { ...stepUpChallenge, methods: ['password'], preferred: 'password' },
      challengePassword: refused('invalid_credentials', { status: 401 }),
    }),
  play: async (context) => {
    await open(context);
    await enter(context.canvasElement, 'input[autocomplete=current-password]', 'acme-demo-passphrase');
    await click(context.canvasElement, '[part~=button-primary]');
  },
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
