import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';
import { LiveElement } from './live-element.ts';
import './site.css';

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'home-hero-image': () => h(LiveElement, { tag: 'mfa-sign-in', script: 'hero' }),
    }),
  enhanceApp({ app }: { app: { component(name: string, component: unknown): void } }) {
    app.component('LiveElement', LiveElement);
  },
};
