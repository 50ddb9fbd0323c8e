import type { StorybookConfig } from '@storybook/web-components-vite';

/** What the elements, their stories and Storybook itself load of Lit. */
const LIT = [
  'lit',
  'lit/directive.js',
  'lit/directive-helpers.js',
  'lit/directives/keyed.js',
  'lit/directives/repeat.js',
];

const configuration: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // What is found only while a page loads would be a second Lit beside the first, or load the page anew.
  viteFinal: (vite) => ({
    ...vite,
    optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...LIT] },
  }),
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
};

export default configuration;
