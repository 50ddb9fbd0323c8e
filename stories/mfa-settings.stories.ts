import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  authenticatorApp,
  enforced,
  noFactors,
  passkeyInGrace,
  securityKey,
  signedIn,
  syncedPasskey,
  withPasswordOnly,
} from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-settings.js';
import { click } from './acting.js';
import { StoryClient } from './story-client.js';

const factors = {
  ...noFactors,
  totp: [authenticatorApp],
  passkeys: [syncedPasskey, securityKey],
  recoveryCodes: { remaining: 8, total: 10, createdAt: '2025-11-14T16:20:00Z', confirmed: true },
};

const clientWith = (script: Script): StoryClient =>
  new StoryClient({ session: signedIn, factors, ...script });

const page = (script: Script = {}): TemplateResult =>
  html`<mfa-settings .client=${clientWith(script)}></mfa-settings>`;

const meta: Meta = {
  title: 'Elements/mfa-settings',
  component: 'mfa-settings',
  render: () => page(),
};

export default meta;

export const Managing: StoryObj = {
  tags: ['method:passkey', 'method:totp', 'method:recovery-code', 'method:remembered-device'],
};

export const Beginning: StoryObj = {
  tags: ['state:empty', 'method:passkey', 'method:totp', 'method:recovery-code', 'method:remembered-device'],
  render: () => page({ factors: noFactors }),
};

export const Enforced: StoryObj = {
  tags: ['state:empty', 'method:totp', 'method:recovery-code', 'method:remembered-device'],
  render: () => page({ session: enforced, factors: noFactors }),
};

export const PasskeyAsked: StoryObj = {
  tags: ['method:passkey'],
  render: () =>
    page({ session: passkeyInGrace, factors: { ...factors, passkeys: [] }, passkeys: { passkeys: [] } }),
};

export const AfterAnIncident: StoryObj = {
  tags: ['state:empty'],
  render: () =>
    page({ session: { ...withPasswordOnly, nudges: ['set-up-after-incident'] }, factors: noFactors }),
};

export const LedToTheEnrolment: StoryObj = {
  tags: ['state:empty'],
  render: () => page({ session: enforced, factors: noFactors }),
  play: ({ canvasElement }) => click(canvasElement, '.lead'),
};

export const WithSlots: StoryObj = {
  render: () =>
    html`<mfa-settings .client=${clientWith({})}>
      <p slot="top">Before everything</p>
      <p slot="after-passkeys">Below the passkeys</p>
      <p slot="after-apps">Below the authenticator apps</p>
      <p slot="after-codes">Below the recovery codes</p>
      <p slot="after-devices">Below the remembered devices</p>
      <p slot="bottom">Below everything</p>
    </mfa-settings>`,
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => page({ factors: never() }) };

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => page({ factors: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => page({ factors: refused('session_required') }),
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${page()}</div>`,
};

export const German: StoryObj = { render: () => html`<div lang="de">${page()}</div>` };

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${page()}</div>` };

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => page({ factors: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => page({ factors: refused('unexpected') }),
};

export const BeforeEnrolment: StoryObj = {
  tags: ['state:error', 'code:enrolment_required'],
  render: () => page({ factors: refused('enrolment_required', { status: 403 }) }),
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
