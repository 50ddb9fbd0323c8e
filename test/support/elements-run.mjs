import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { elementsReporter } from './elements-reporter.mjs';
import { strictPages } from './strict-pages.mjs';

/**
 * How the tests of the elements run, whatever the browser.
 *
 * @param {object} run
 * @param {import('@web/test-runner').BrowserLauncher} run.browser what opens the pages
 * @param {readonly string[]} [run.files] further test files; with a `!`, those of the elements that do not run
 * @param {import('@web/test-runner').TestRunnerPlugin[]} [run.plugins] what the browser can do for tests beside what every browser can
 * @param {readonly string[]} [run.leftOut] tests that ask for more than this browser has, by their whole names; none by default
 * @returns {import('@web/test-runner').TestRunnerConfig}
 */
export function elementsRun({ browser, files = [], plugins = [], leftOut = [] }) {
  return {
    files: ['packages/elements/src/**/*.test.ts', ...files],
    // A secure context, which passkeys and the clipboard need, and the relying party "localhost".
    hostname: 'localhost',
    // Lit's development build warns about mistakes that its production build only suffers from.
    nodeResolve: { exportConditions: ['development'] },
    plugins: [
      esbuildPlugin({
        ts: true,
        target: 'es2022',
        tsconfig: fileURLToPath(new URL('../../packages/elements/tsconfig.json', import.meta.url)),
      }),
      strictPages(),
      ...plugins,
    ],
    browsers: [browser],
    testFramework: { config: { ui: 'bdd', timeout: '30000', ...without(leftOut) } },
    // A slow machine takes its time to begin, too: each file loads a hundred modules, and each is compiled when it is first asked for.
    browserStartTimeout: 120_000,
    testsStartTimeout: 120_000,
    testsFinishTimeout: 300_000,
    // Said once for each test file, and known.
    filterBrowserLogs: ({ args }) =>
      !args.some((argument) => String(argument).includes('Lit is in dev mode')),
    reporters: [elementsReporter(leftOut)],
  };
}

/**
 * What has Mocha run all tests but these: neither they nor what only they need beforehand.
 *
 * @param {readonly string[]} names as the reporter writes them, where Mocha has spaces
 */
function without(names) {
  if (names.length === 0) return {};
  const patterns = names.map((name) => name.replaceAll(' > ', ' ').replaceAll(/[^\w ]/g, String.raw`\$&`));
  return { grep: `^(?:${patterns.join('|')})$`, invert: true };
}
