import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { logEvents } from './actions.js';
import { applyControls } from './controls.js';
import { extractArgTypes, extractComponentDescription } from './documentation.js';
import { manifest } from './manifest.js';
import { mapParts } from './parts-map.js';
import { lookItems, surround } from './surroundings.js';
import './preview.css';

setCustomElementsManifest(manifest);
logEvents();

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // Every story is checked by axe, and a violation is an error, here and in the tests.
    a11y: { test: 'error' },
    // Light and dark are the elements' own; see the theme in the toolbar.
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: { extractArgTypes, extractComponentDescription },
    viewport: {
      options: {
        phone: { name: '320 pixels', styles: { width: '320px', height: '100%' } },
        tablet: { name: '768 pixels', styles: { width: '768px', height: '100%' } },
        desktop: { name: '1280 pixels', styles: { width: '1280px', height: '100%' } },
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Light or dark',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
    look: {
      description: 'Theme of the package',
      toolbar: { title: 'Theme', icon: 'paintbrush', items: lookItems, dynamicTitle: true },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'auto', title: 'As the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'ar', title: 'العربية' },
          { value: 'zh', title: '中文' },
          { value: 'de', title: 'Deutsch' },
          { value: 'es', title: 'Español' },
          { value: 'fr', title: 'Français' },
          { value: 'he', title: 'עברית' },
          { value: 'it', title: 'Italiano' },
          { value: 'ja', title: '日本語' },
          { value: 'nl', title: 'Nederlands' },
          { value: 'pl', title: 'Polski' },
          { value: 'pt', title: 'Português' },
        ],
        dynamicTitle: true,
      },
    },
    motion: {
      description: 'How much moves',
      toolbar: {
        title: 'Motion',
        icon: 'lightning',
        items: [
          { value: 'full', title: 'Full motion' },
          { value: 'reduced', title: 'Reduced motion' },
        ],
        dynamicTitle: true,
      },
    },
    network: {
      description: 'Connection of the scripted server',
      toolbar: {
        title: 'Network',
        icon: 'rss',
        items: [
          { value: 'normal', title: 'Network as it is' },
          { value: 'slow', title: 'Slow network' },
          { value: 'offline', title: 'Offline' },
        ],
        dynamicTitle: true,
      },
    },
    parts: {
      description: 'Outlines the part under the pointer and says how to select it',
      toolbar: {
        title: 'Parts',
        icon: 'outline',
        items: [
          { value: 'off', title: 'No parts' },
          { value: 'on', title: 'Map of parts' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {
    theme: 'light',
    look: 'none',
    direction: 'auto',
    language: 'en',
    motion: 'full',
    network: 'normal',
    parts: 'off',
  },
  decorators: [
    (story, { globals, component, args }) => {
      surround(globals);
      mapParts(globals['parts'] === 'on');
      const rendered = story();
      return component ? html`${rendered}${applyControls(component, args)}` : rendered;
    },
  ],
};

export default preview;
