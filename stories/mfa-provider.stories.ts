import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/mfa-challenge.js';
import '../packages/elements/src/define/mfa-provider.js';
import { StoryClient } from './story-client.js';

const meta: Meta = {
  title: 'Elements/mfa-provider',
  component: 'mfa-provider',
  render: () =>
    html`<mfa-provider .client=${new StoryClient()}><mfa-challenge></mfa-challenge></mfa-provider>`,
};

export default meta;

export const OneClientForAllInside: StoryObj = {};

export const Dark: StoryObj = { globals: { theme: 'dark' } };
