/** What a page gets from the one script tag: every element defined, and the client for scripts of the page's own that import it. */
export * from './define/index.js';
export * from './client/index.js';
export * from './languages/index.js';
