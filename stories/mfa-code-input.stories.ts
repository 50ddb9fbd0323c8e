import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/mfa-code-input.js';
import { CODE, enter } from './acting.js';

const meta: Meta = {
  tags: ['method:totp'],
  title: 'Elements/mfa-code-input',
  component: 'mfa-code-input',
  render: () => html`<mfa-code-input></mfa-code-input>`,
};

export default meta;

export const Empty: StoryObj = {};

export const HalfFilled: StoryObj = {
  play: ({ canvasElement }) => enter(canvasElement, CODE, '123'),
};

export const Complete: StoryObj = {
  tags: ['state:complete'],
  play: ({ canvasElement }) => enter(canvasElement, CODE, '123456'),
};

export const Refused: StoryObj = {
  tags: ['state:invalid'],
  render: () =>
    html`<mfa-code-input error="That code isn’t right. Wait for a new one and try again."></mfa-code-input>`,
};

export const EightDigits: StoryObj = {
  render: () => html`<mfa-code-input length="8" label="Code of your security device"></mfa-code-input>`,
};

export const SuppliedByThePage: StoryObj = {
  render: () =>
    html`<mfa-code-input>
      <label slot="label" for="own-code">Code from <em>Acme</em></label>
      <input id="own-code" slot="input" name="otp" />
    </mfa-code-input>`,
};

/** In Arabic. */
export const RightToLeft: StoryObj = {
  tags: ['!method:totp'],
  render: () => html`<div dir="rtl"><mfa-code-input label="رمز التحقق"></mfa-code-input></div>`,
  play: ({ canvasElement }) => enter(canvasElement, CODE, '1234'),
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px"><mfa-code-input></mfa-code-input></div>`,
};
