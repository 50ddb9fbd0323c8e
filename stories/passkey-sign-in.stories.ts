import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import { refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/passkey-sign-in.js';
import { click } from './acting.js';
import { StoryClient } from './story-client.js';

const button = (ceremonies: CeremonyScript = {}, script: Script = {}): TemplateResult =>
  html`<passkey-sign-in .client=${new StoryClient(script, ceremonies)}></passkey-sign-in>`;

const meta: Meta = {
  tags: ['method:passkey'],
  title: 'Elements/passkey-sign-in',
  component: 'passkey-sign-in',
  render: () => button(),
};

export default meta;

const press: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '[part~=button]');

export const Ready: StoryObj = {};

export const OwnWords: StoryObj = {
  render: () =>
    html`<passkey-sign-in .client=${new StoryClient()}>Continue without a password</passkey-sign-in>`,
};

export const Waiting: StoryObj = {
  tags: ['state:prompting'],
  render: () => button({ get: 'never' }),
  play: press,
};

export const Cancelled: StoryObj = {
  tags: ['state:error', 'code:cancelled'],
  render: () => button({ get: 'cancelled' }),
  play: press,
};

export const TimedOut: StoryObj = {
  tags: ['state:error', 'code:timed-out'],
  render: () => button({ get: 'timed-out' }),
  play: press,
};

export const UnknownPasskey: StoryObj = {
  tags: ['state:error', 'code:passkey_rejected'],
  render: () =>
    button({}, { passkeySignIn: refused('passkey_rejected', { status: 401, unknownCredential: true }) }),
  play: press,
};

export const Rejected: StoryObj = {
  tags: ['state:error', 'code:passkey_rejected'],
  render: () => button({}, { passkeySignIn: refused('passkey_rejected', { status: 401 }) }),
  play: press,
};

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => button({}, { passkeySignInOptions: refused('offline') }),
  play: press,
};

export const SignedIn: StoryObj = { tags: ['!method:passkey', 'state:complete'], play: press };

export const NotSupported: StoryObj = {
  tags: ['state:empty', 'code:not-supported'],
  render: () => button({ obstacle: 'not-supported' }),
};

export const Insecure: StoryObj = {
  tags: ['state:empty', 'code:insecure'],
  render: () => button({ obstacle: 'insecure' }),
};

export const Framed: StoryObj = {
  tags: ['state:empty', 'code:framed'],
  render: () => button({ obstacle: 'framed' }),
};

export const German: StoryObj = {
  tags: ['state:error', 'code:cancelled'],
  render: () => html`<div lang="de">${button({ get: 'cancelled' })}</div>`,
  play: press,
};

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${button()}</div>` };

const refusing = (...parameters: Parameters<typeof refused>): StoryObj => ({
  render: () => button({}, { passkeySignIn: refused(...parameters) }),
  play: press,
});

export const Unavailable: StoryObj = {
  ...refusing('unavailable', { status: 503 }),
  tags: ['state:error', 'code:unavailable'],
};

export const Unexpected: StoryObj = { ...refusing('unexpected'), tags: ['state:error', 'code:unexpected'] };

export const TooManyAttempts: StoryObj = {
  ...refusing('too_many_attempts', { status: 429, retryAfter: 120 }),
  tags: ['state:error', 'code:too_many_attempts'],
};

export const WrongOrigin: StoryObj = {
  tags: ['state:error', 'code:wrong-origin'],
  render: () => button({ get: 'wrong-origin' }),
  play: press,
};

export const UnknownFailure: StoryObj = {
  tags: ['state:error', 'code:unknown'],
  render: () => button({ get: 'unknown' }),
  play: press,
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${button()}</div>`,
};
