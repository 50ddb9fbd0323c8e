import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  authenticatorApp,
  noFactors,
  securityKey,
  signedIn,
  syncedPasskey,
} from '../packages/elements/src/client/scripted-answers.js';
import { refused } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-challenge.js';
import '../packages/elements/src/define/passkey-list.js';
import '../packages/elements/src/define/recovery-codes.js';
import { click, CODE, enter } from './acting.js';
import { StoryClient } from './story-client.js';

/** The themes of the package, on what most of their tokens are seen in: fields, an error, a list, a panel, buttons of each kind. */
const meta: Meta = {
  title: 'Theming/Themes',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: () => {
    const client = new StoryClient({
      session: signedIn,
      factors: { ...noFactors, totp: [authenticatorApp], passkeys: [syncedPasskey, securityKey] },
      challengeTotp: refused('invalid_code', { status: 401 }),
    });
    return html`<mfa-challenge .client=${client}></mfa-challenge>
      <passkey-list .client=${client}></passkey-list>
      <recovery-codes .client=${client}></recovery-codes>`;
  },
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.remove');
    await enter(canvasElement, CODE, '123456');
  },
};

export default meta;

export const NoTheme: StoryObj = { globals: { look: 'none' } };

export const NoThemeDark: StoryObj = { globals: { look: 'none', theme: 'dark' } };

export const Plain: StoryObj = { globals: { look: 'plain' } };

export const PlainDark: StoryObj = { globals: { look: 'plain', theme: 'dark' } };

export const HighContrast: StoryObj = { globals: { look: 'high-contrast' } };

export const HighContrastDark: StoryObj = { globals: { look: 'high-contrast', theme: 'dark' } };

export const Material: StoryObj = { globals: { look: 'material' } };

export const MaterialDark: StoryObj = { globals: { look: 'material', theme: 'dark' } };
