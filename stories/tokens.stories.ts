import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { click, enter } from './acting.js';
import './theming/token-page.js';

const meta: Meta = {
  title: 'Theming/Tokens',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  render: () => html`<token-page></token-page>`,
};

export default meta;

type Canvas = HTMLElement;

const inPage = (canvas: Canvas, selector: string): HTMLElement | null | undefined =>
  canvas.querySelector('token-page')?.shadowRoot?.querySelector<HTMLElement>(selector);

const textOf = (canvas: Canvas, selector: string): string => inPage(canvas, selector)?.textContent ?? '';

export const Tokens: StoryObj = {
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(textOf(canvasElement, '[aria-label=Contrast]')).toContain('Everything can be read.'),
    );
  },
};

export const Edited: StoryObj = {
  play: async ({ canvasElement }) => {
    await enter(canvasElement, 'input[id="--mfa-color-accent"]', '#7a1fa2');
    await enter(canvasElement, 'input[id="--mfa-radius-s"]', '0');
    await enter(canvasElement, 'input[id="--mfa-font-family"]', 'Georgia, serif');
    await waitFor(() => expect(textOf(canvasElement, 'pre')).toContain('--mfa-color-accent: #7a1fa2;'));
    const button = inPage(canvasElement, 'mfa-challenge')?.shadowRoot?.querySelector(
      '[part~=button-primary]',
    );
    if (!button) throw new Error('The preview has no button.');
    const { backgroundColor, borderStartStartRadius, fontFamily } = getComputedStyle(button);
    await expect(backgroundColor).toBe('rgb(122, 31, 162)');
    await expect(borderStartStartRadius).toBe('0px');
    await expect(fontFamily).toBe('Georgia, serif');
    await click(canvasElement, '.copy');
    await waitFor(() => expect(textOf(canvasElement, '.copy')).toContain('Copied'));
    await expect(await navigator.clipboard.readText()).toBe(textOf(canvasElement, 'pre'));
  },
};

/** Grey on white is told, with what it lacks. Axe says the same of the preview, and would be right. */
export const HardToRead: StoryObj = {
  parameters: { a11y: { context: { exclude: ['token-page'] } } },
  play: async ({ canvasElement }) => {
    await enter(canvasElement, 'input[id="--mfa-color-text-quiet"]', '#aaaaaa');
    await waitFor(() =>
      expect(textOf(canvasElement, '[aria-label=Contrast]')).toContain(
        '--mfa-color-text-quiet on --mfa-color-surface: 2.32, needs 4.5',
      ),
    );
  },
};

export const Reset: StoryObj = {
  play: async ({ canvasElement }) => {
    await enter(canvasElement, 'input[id="--mfa-space-4"]', '2rem');
    await waitFor(() => expect(textOf(canvasElement, 'pre')).toContain('--mfa-space-4: 2rem;'));
    await click(canvasElement, '.reset');
    await waitFor(() => expect(textOf(canvasElement, 'pre')).toContain('Nothing was changed yet.'));
  },
};
