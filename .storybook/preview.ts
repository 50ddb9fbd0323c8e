import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { logEvents } from './actions.js';
import { applyControls } from './controls.js';
import { extractArgTypes, extractComponentDescription } from './documentation.js';
import { manifest } from './manifest.js';
import { mapParts } from './parts-map.js';
import { lookItems, surround } from './surroundings.js';
import { toolbar } from './toolbar.js';
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
    options: { storySort: { order: ['Start here', 'Elements', 'Flows', 'Theming', 'Storybook'] } },
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
    theme: toolbar('Light or dark', 'Light or dark', 'contrast', { light: 'Light', dark: 'Dark' }),
    look: toolbar('Theme of the package', 'Theme', 'paintbrush', lookItems),
    direction: toolbar('Direction of writing', 'Direction', 'transfer', {
      auto: 'As the language',
      ltr: 'Left to right',
      rtl: 'Right to left',
    }),
    language: toolbar('Language of the page', 'Language', 'globe', {
      en: 'English',
      ar: 'العربية',
      zh: '中文',
      de: 'Deutsch',
      es: 'Español',
      fr: 'Français',
      he: 'עברית',
      it: 'Italiano',
      ja: '日本語',
      nl: 'Nederlands',
      pl: 'Polski',
      pt: 'Português',
    }),
    motion: toolbar('How much moves', 'Motion', 'lightning', {
      full: 'Full motion',
      reduced: 'Reduced motion',
    }),
    network: toolbar('Connection of the scripted server', 'Network', 'rss', {
      normal: 'Network as it is',
      slow: 'Slow network',
      offline: 'Offline',
    }),
    parts: toolbar('Outlines the part under the pointer and says how to select it', 'Parts', 'outline', {
      off: 'No parts',
      on: 'Map of parts',
    }),
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
    (story, { globals, component, args, viewMode, canvasElement }) => {
      surround(globals, viewMode === 'docs' ? canvasElement : document.documentElement);
      mapParts(globals['parts'] === 'on');
      const rendered = story();
      return component ? html`${rendered}${applyControls(component, args)}` : rendered;
    },
  ],
};

export default preview;
