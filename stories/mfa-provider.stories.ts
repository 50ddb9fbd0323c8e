import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ScriptedMfaClient } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-challenge.js';
import '../packages/elements/src/define/mfa-provider.js';

const meta: Meta = {
  title: 'Elements/mfa-provider',
  component: 'mfa-provider',
  render: () =>
    html`<mfa-provider .client=${new ScriptedMfaClient()}><mfa-challenge></mfa-challenge></mfa-provider>`,
};

export default meta;

export const OneClientForAllInside: StoryObj = {};
