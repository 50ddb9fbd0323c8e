/** What a page gets from the one script tag: every element defined, and what a script of the page's own may import from it. */
export * from './define/index.js';
export {
  administrationOf,
  clientFor,
  errorOf,
  HttpMfaClient,
  MfaError,
  stepUpFetch,
} from './client/index.js';
export { registerLanguage } from './languages/index.js';
