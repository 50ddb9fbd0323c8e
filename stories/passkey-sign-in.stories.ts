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

export const Waiting: StoryObj = { render: () => button({ get: 'never' }), play: press };

export const Cancelled: StoryObj = { render: () => button({ get: 'cancelled' }), play: press };

export const TimedOut: StoryObj = { render: () => button({ get: 'timed-out' }), play: press };

export const UnknownPasskey: StoryObj = {
  render: () =>
    button({}, { passkeySignIn: refused('passkey_rejected', { status: 401, unknownCredential: true }) }),
  play: press,
};

export const Rejected: StoryObj = {
  render: () => button({}, { passkeySignIn: refused('passkey_rejected', { status: 401 }) }),
  play: press,
};

export const Offline: StoryObj = {
  render: () => button({}, { passkeySignInOptions: refused('offline') }),
  play: press,
};

export const SignedIn: StoryObj = { play: press };

export const NotSupported: StoryObj = { render: () => button({ obstacle: 'not-supported' }) };

export const Insecure: StoryObj = { render: () => button({ obstacle: 'insecure' }) };

export const Framed: StoryObj = { render: () => button({ obstacle: 'framed' }) };

export const German: StoryObj = {
  render: () => html`<div lang="de">${button({ get: 'cancelled' })}</div>`,
  play: press,
};

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${button()}</div>` };
