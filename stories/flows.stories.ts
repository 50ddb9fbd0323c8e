import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { tenCodes } from '../packages/elements/src/client/scripted-answers.js';
import { click, CODE, enter, shown } from './acting.js';
import './flows/flow-page.js';

const meta: Meta = {
  title: 'Flows/Enrolment and sign-in',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: () => html`<flow-page></flow-page>`,
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const PRIMARY = '[part~=button-primary]:enabled';

const setUpApp: Play = async ({ canvasElement }) => {
  await click(canvasElement, 'li:last-child [part~=method]');
  await enter(canvasElement, CODE, '123456');
};

const setUpPasskey: Play = ({ canvasElement }) => click(canvasElement, 'li:first-child [part~=method]');

const saveCodes: Play = async ({ canvasElement }) => {
  await click(canvasElement, '[type=checkbox]');
  await click(canvasElement, PRIMARY);
};

const signIn: Play = async ({ canvasElement }) => {
  await click(canvasElement, '.sign-out');
  await enter(canvasElement, 'input[autocomplete^=username]', 'ada@example.com');
  await enter(canvasElement, 'input[autocomplete=current-password]', 'acme-demo-passphrase');
  await click(canvasElement, PRIMARY);
};

const arrivesAt = (canvas: HTMLElement, step: string): Promise<void> =>
  waitFor(() =>
    expect(
      canvas.querySelector('flow-page')?.shadowRoot?.querySelector('[aria-current=step]')?.textContent,
    ).toBe(step),
  );

export const Beginning: StoryObj = {};

export const CodesOnShow: StoryObj = { play: setUpApp };

export const WithAnAuthenticatorApp: StoryObj = {
  play: async (context) => {
    await setUpApp(context);
    await saveCodes(context);
    await arrivesAt(context.canvasElement, 'Sign out');
    await signIn(context);
    await enter(context.canvasElement, 'mfa-sign-in input[autocomplete=one-time-code]', '123456');
    await arrivesAt(context.canvasElement, 'Look after it');
  },
};

export const WithAPasskey: StoryObj = {
  play: async (context) => {
    await setUpPasskey(context);
    await saveCodes(context);
    await arrivesAt(context.canvasElement, 'Sign out');
    await signIn(context);
    await click(await shown(context.canvasElement, 'mfa-challenge'), PRIMARY);
    await arrivesAt(context.canvasElement, 'Look after it');
  },
};

/** Whoever signs in with a recovery code has one less, and is led to setting something up again. */
export const WithARecoveryCode: StoryObj = {
  play: async (context) => {
    const { canvasElement } = context;
    await setUpApp(context);
    await saveCodes(context);
    await arrivesAt(canvasElement, 'Sign out');
    await signIn(context);
    await click(canvasElement, '[part~=method]');
    await enter(canvasElement, 'mfa-sign-in input[autocomplete=off]', tenCodes[0] ?? '');
    await click(canvasElement, PRIMARY);
  },
};
