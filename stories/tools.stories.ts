import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { addons } from 'storybook/preview-api';
import { expect, waitFor } from 'storybook/test';
import { signedIn, stepUpChallenge } from '../packages/elements/src/client/scripted-answers.js';
import { never, refused } from '../packages/elements/src/client/scripted-client.js';
import '../packages/elements/src/define/mfa-challenge.js';
import '../packages/elements/src/define/mfa-step-up.js';
import { click, CODE, enter, find, shown } from './acting.js';
import { StoryClient } from './story-client.js';

/** What Storybook adds around the elements, each with a proof that it does. */
const meta: Meta = {
  title: 'Storybook/Tools',
  component: 'mfa-challenge',
  tags: ['!autodocs'],
  render: () => html`<mfa-challenge .client=${new StoryClient()}></mfa-challenge>`,
};

export default meta;

/** For what a slow network brings, on a busy machine. */
const PATIENCE = { timeout: 15_000, interval: 20 };

const channel = addons.getChannel();

const titleOf = (canvas: HTMLElement): string =>
  canvas.querySelector('mfa-challenge')?.shadowRoot?.querySelector('[part=title]')?.textContent.trim() ?? '';

const hover = async (canvas: HTMLElement, selector: string): Promise<void> => {
  const part = await shown(canvas, selector);
  part.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
};

const nameOfPart = (): string => document.querySelector('parts-map')?.textContent ?? '';

/** A property that is entered in the controls reaches the element, and goes when it is reset. */
export const Controls: StoryObj = {
  play: async ({ canvasElement, id: storyId }) => {
    await waitFor(() => expect(titleOf(canvasElement)).toBe('Enter your code'));
    channel.emit('updateStoryArgs', { storyId, updatedArgs: { heading: 'Prove it', '--mfa-radius-m': '0' } });
    await waitFor(() => expect(titleOf(canvasElement)).toBe('Prove it'));
    const base = await shown(canvasElement, '[part=base]');
    await expect(getComputedStyle(base).borderStartStartRadius).toBe('0px');
    channel.emit('resetStoryArgs', { storyId });
    await waitFor(() => expect(titleOf(canvasElement)).toBe('Enter your code'));
  },
};

/** What an element tells its page of is in the log. */
export const Actions: StoryObj = {
  play: async ({ canvasElement }) => {
    const logged: string[] = [];
    const note = ({ data }: { data: { name: string } }): void => void logged.push(data.name);
    channel.on('storybook/actions/action-event', note);
    await enter(canvasElement, CODE, '123456');
    await waitFor(() => expect(logged).toEqual(['mfa-challenge-passed']));
    channel.off('storybook/actions/action-event', note);
  },
};

/** The part under the pointer is named as a page selects it, through two shadow roots. */
export const PartsMap: StoryObj = {
  globals: { parts: 'on' },
  play: async ({ canvasElement }) => {
    await hover(canvasElement, '[part~=button-primary]');
    await expect(nameOfPart()).toBe('mfa-challenge::part(button), mfa-challenge::part(button-primary)');
    await hover(canvasElement, '[part~=box]');
    await expect(nameOfPart()).toContain('mfa-challenge::part(code-input__box)');
  },
};

/** Also in a dialog, which lies above everything else. */
export const PartsMapInADialog: StoryObj = {
  globals: { parts: 'on' },
  render: () => {
    const client = new StoryClient({
      session: signedIn,
      challenge: stepUpChallenge,
      removeTotp: refused('step_up_required', {
        stepUp: { methods: ['totp'], maxAge: 300, action: 'totp.remove' },
      }),
    });
    const remove = (): void => void client.removeTotp('totp-1').catch(() => undefined);
    return html`<button id="dangerous" type="button" @click=${remove}>Remove authenticator app</button>
      <mfa-step-up .client=${client}></mfa-step-up>`;
  },
  play: async ({ canvasElement }) => {
    await click(canvasElement, '#dangerous');
    await hover(canvasElement, '[part~=title]');
    await expect(nameOfPart()).toBe('mfa-step-up::part(challenge__title)');
  },
};

/** On a connection that is gone, what a story would answer does not arrive. */
export const WithoutANetwork: StoryObj = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    const error = await shown(canvasElement, '[part=error]');
    await waitFor(() => expect(error.textContent).toContain('The server can’t be reached.'));
  },
};

/** On a slow one nothing flickers: for 300 ms all stays as it is, then it is said that it takes long, until everything is there. */
export const OnASlowNetwork: StoryObj = {
  globals: { network: 'slow' },
  render: () => html`<mfa-challenge .client=${new StoryClient({ challenge: never() })}></mfa-challenge>`,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('mfa-challenge');
    if (!element) throw new Error('there is no challenge');
    const seen: string[] = [];
    const look = (): string => {
      const isThere = titleOf(canvasElement) === 'Enter your code' && find(canvasElement, CODE) !== null;
      const now = isThere ? 'there' : element.matches(':state(loading)') ? 'loading' : 'nothing';
      if (seen.at(-1) !== now) seen.push(now);
      return now;
    };
    await waitFor(() => expect(look()).toBe('loading'), PATIENCE);
    element.client = new StoryClient();
    await element.updateComplete;
    seen.length = 0;
    await waitFor(() => expect(look()).toBe('there'), PATIENCE);
    await expect(seen).toEqual(['nothing', 'loading', 'there']);
  },
};

/** Where less motion is asked for, nothing moves. */
export const WithLessMotion: StoryObj = {
  globals: { motion: 'reduced' },
  play: async ({ canvasElement }) => {
    const button = await shown(canvasElement, '[part~=button-primary]');
    const { transitionDuration } = getComputedStyle(button);
    await expect(transitionDuration).toBe('0s');
    await expect(getComputedStyle(canvasElement).getPropertyValue('--mfa-duration')).toBe('0s');
  },
};
