import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { executable } from './executables.ts';

/** How Firefox calls keys that others know by the name of their place on the keyboard. */
const KEYS: Readonly<Record<string, puppeteerCore.KeyInput>> = { Space: ' ' };

/** Firefox, over WebDriver BiDi: the one on the PATH, or that of $FIREFOX_PATH. */
export function findFirefox(): BrowserLauncher | undefined {
  const executablePath = process.env['FIREFOX_PATH'] ?? executable('firefox', 'firefox-esr');
  if (executablePath === undefined) return undefined;
  const launcher = chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: { browser: 'firefox', executablePath, headless: true },
    createPage: async ({ context }) => hearingKeys(await context.newPage()),
    concurrency: 1,
  });
  return Object.assign(launcher, { name: 'Firefox' });
}

/** Longer than a key takes to come up in the page; it does not, where the browser keeps it to itself. In milliseconds. */
const PATIENCE = 2_000;

/** Firefox answers before the page has heard of a key: whoever looks at the page then sees the one before it. */
function hearingKeys(page: puppeteerCore.Page): puppeteerCore.Page {
  const { keyboard } = page;
  const [press, type] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)];

  async function heard(count: number, send: () => Promise<void>): Promise<void> {
    const listening = await page.evaluateHandle(
      (keys, patience) => {
        let left = keys;
        const up = new Promise<void>((resolve) => {
          addEventListener('keyup', () => {
            left -= 1;
            if (left === 0) resolve();
          });
        });
        const over = new Promise<void>((resolve) => setTimeout(resolve, patience));
        return { ended: Promise.race([up, over]) };
      },
      count,
      PATIENCE,
    );
    await send();
    await page.evaluate(({ ended }) => ended, listening);
  }

  keyboard.press = (key, options) => heard(1, () => press(KEYS[key] ?? key, options));
  keyboard.type = (text, options) => heard(text.length, () => type(text, options));
  return page;
}
