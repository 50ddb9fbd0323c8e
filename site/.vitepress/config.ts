import path from 'node:path';
import { defineConfig } from 'vitepress';
import { anchorOf } from '../../scripts/docs/links.ts';
import { linksOfTheRepository } from './links.ts';
import { liveElements } from './live.ts';
import { home } from './home.ts';
import { sidebar } from './sidebar.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A lock, as text in the page: there is no folder of files beside the documentation. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#1d4ed8" stroke-width="2.5"><rect x="4" y="10" width="16" height="11" rx="2"/><path d="M8 10V7a4 4 0 0 1 8 0v3"/></svg>',
)}`;

/** The site is made of `docs/` as it lies there; what only a site has is said here and in the theme. */
export default defineConfig({
  title: 'mfa-kit',
  description: 'Drop-in multi-factor authentication: web components and a small back end for Express',
  lang: 'en',
  srcDir: '../docs',
  outDir: 'dist',
  cacheDir: 'node_modules/.vitepress',
  cleanUrls: true,
  rewrites: { ':folder/README.md': ':folder/index.md', 'README.md': 'index.md' },
  transformPageData: ({ relativePath }) => (relativePath === 'index.md' ? home : undefined),
  // Where it is served from; `/mfa-kit/` on the pages of a repository.
  base: process.env['SITE_BASE'] ?? '/',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: ICON }]],
  markdown: {
    anchor: { slugify: anchorOf },
    config(markdown) {
      linksOfTheRepository(markdown, path.join(root, 'docs'));
      liveElements(markdown);
    },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } },
  vite: {
    server: { fs: { allow: [root] } },
    build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/guides/start' },
      { text: 'Elements', link: '/elements' },
      { text: 'API', link: '/http' },
      { text: 'Security', link: '/security' },
      { text: 'Operations', link: '/operators/' },
    ],
    sidebar: sidebar(path.join(root, 'docs')),
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: 'https://github.com/mfa-kit/mfa-kit' }],
    footer: { message: 'MIT licence' },
  },
});
