// Pages under the strictest Content-Security-Policy that the elements promise to work under. The test runner's own page
// can't have it: the runner starts its tests from inline scripts. Tests open these pages in a frame instead.

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

// Runs before everything else on the page, so that nothing is refused unnoticed.
const recorder = `globalThis.policyViolations = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  globalThis.policyViolations.push(effectiveDirective + ' ' + blockedURI);
});`;

/**
 * Serves `/strict-page?module=<path>&module=<path>`: an empty page that loads these modules under the policy.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function strictPages() {
  return {
    name: 'strict-pages',
    serve(context) {
      if (context.path === '/strict-page/recorder.js') return { body: recorder, type: 'js' };
      if (context.path !== '/strict-page') return undefined;
      context.set('Content-Security-Policy', policy);
      const modules = [context.query['module'] ?? []].flat();
      const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Strict page</title>
    <script src="/strict-page/recorder.js"></script>
    ${modules.map((module) => `<script type="module" src="${encodeURI(module)}"></script>`).join('\n    ')}
  </head>
  <body></body>
</html>`;
      return { body, type: 'html' };
    },
  };
}
