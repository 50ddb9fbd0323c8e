import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { renderToString } from 'react-dom/server';
import elements from '../../packages/elements/package.json' with { type: 'json' };
import { PASSWORD } from './support/api.ts';
import { openBrowser, openContext, troubleOf } from './support/browser.ts';
import { page as rendered } from './server-rendering.fixture.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Has all that it needs in it, for pages without a bundler. */
const FOR_A_SCRIPT_TAG = './script-tag';

const ORIGIN = 'http://localhost';

/** Takes over what the server has rendered, and says what it found wrong. */
const SCRIPT = `
import { hydrateRoot } from 'react-dom/client';
import { client, page, told } from './server-rendering.fixture.ts';
const options = { onRecoverableError: (error) => told.push(error.message) };
const root = hydrateRoot(document.querySelector('#root'), page('Welcome'), options);
Object.assign(window, { told, client, show: (heading) => root.render(page(heading)) });
`;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width">
    <title>Rendered on a server</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="undefined.css">
    <script type="module" src="stdin.js"></script>
  </head>
  <body><div id="root">${renderToString(rendered('Welcome'))}</div></body>
</html>`;

/** The elements as they are in the sources: in `dist` they may be of several builds, of which each has short names of its own for tokens. */
const fromSources: Plugin = {
  name: 'elements-from-sources',
  setup(bundle) {
    const published = new Map(Object.entries(elements.exports));
    bundle.onResolve({ filter: /^@mfa-kit\/elements\// }, ({ path: name }) => {
      const target = published.get(name.replace('@mfa-kit/elements', '.'));
      assert.ok(typeof target === 'object', `${name} is not published`);
      const source = target.default.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts');
      return { path: path.join(root, 'packages/elements', source) };
    });
  },
};

declare global {
  interface Window {
    readonly told: readonly string[];
    readonly client: unknown;
    readonly show: (heading: string) => void;
    shifts: number;
  }
}

describe('on a server, where there is no page', () => {
  it('every module of the package can be imported', async () => {
    const modules = Object.entries(elements.exports).flatMap(([name, target]) =>
      typeof target === 'object' && name !== FOR_A_SCRIPT_TAG ? [name] : [],
    );
    assert.ok(modules.length > 40);
    for (const name of modules)
      await assert.doesNotReject(import(`@mfa-kit/elements/${name.slice('./'.length)}`), name);
  });

  it('components for React are their tags with attributes and content, and nothing else', () => {
    assert.equal(
      renderToString(rendered('Welcome')),
      '<mfa-provider>' +
        '<mfa-sign-in heading="Welcome" class="card"><a slot="lost-device" href="/recover">Lost it?</a></mfa-sign-in>' +
        '<mfa-code-input length="8" invalid=""></mfa-code-input>' +
        '</mfa-provider><p>Below</p>',
    );
  });
});

describe('a page that React takes over from a server', () => {
  let browser: Browser;
  let page: Page;
  let trouble: string[];
  /** Lets the page's script arrive. */
  let release: () => void;

  before(async () => {
    const { outputFiles } = await build({
      stdin: { contents: SCRIPT, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: '/',
      write: false,
      plugins: [fromSources],
      // React says what it finds wrong in development only.
      define: { 'process.env.NODE_ENV': '"development"' },
      logLevel: 'error',
    });
    const scripts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
    const style = await readFile(path.join(root, 'packages/elements/undefined.css'), 'utf8');
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    browser = await openBrowser();
    page = await (await openContext(browser, ORIGIN, { viewport: { width: 360, height: 740 } })).newPage();
    trouble = troubleOf(page);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
    });
    await page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => {
        window.shifts += list.getEntries().length;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(`${ORIGIN}/**`, async (route) => {
      const name = path.basename(new URL(route.request().url()).pathname);
      if (name === 'stdin.js') await held;
      if (name === 'undefined.css') await route.fulfill({ contentType: 'text/css', body: style });
      else if (name === '') await route.fulfill({ contentType: 'text/html', body: PAGE });
      else await route.fulfill({ contentType: 'text/javascript', body: scripts.get(name) ?? '' });
    });
    await page.goto(ORIGIN, { waitUntil: 'commit' });
  });

  after(async () => {
    await browser.close();
  });

  const told = (): Promise<readonly string[]> => page.evaluate(() => window.told);

  it('shows nothing of what stands in a tag before the tag is defined', async () => {
    await page.getByText('Below').waitFor();
    assert.equal(await page.getByText('Lost it?').isVisible(), false);
  });

  it('pushes nothing about when it is taken over and its tags are defined', async () => {
    await drawn(page);
    release();
    await page.getByLabel('Email address').waitFor();
    await page.getByLabel('Verification code').waitFor();
    await drawn(page);
    assert.equal(await page.evaluate(() => window.shifts), 0);
  });

  it('is taken over as it stands: React finds no difference', async () => {
    assert.deepEqual(await told(), []);
    assert.deepEqual(trouble, []);
  });

  it('has the property that markup cannot carry', async () => {
    assert.equal(
      await page.evaluate(() => {
        const provider = document.querySelector<HTMLElement & { client: unknown }>('mfa-provider');
        return provider?.client === window.client;
      }),
      true,
    );
  });

  it('follows what the page renders next', async () => {
    await page.evaluate(() => {
      window.show('Welcome back');
    });
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  });

  it('hears each event once, on the element and around it, with the listeners of the last rendering', async () => {
    await page.getByLabel('Email address').fill('ada@example.com');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('mfa-sign-in input[autocomplete="one-time-code"]').fill('123456');
    await page.getByRole('heading', { name: 'Signed in as Ada' }).waitFor();
    assert.deepEqual(await told(), ['mfa-signed-in', 'signed in below Welcome back']);
  });
});

/** Two frames: in the second, what the first one moved has been told. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
}
