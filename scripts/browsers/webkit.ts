import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserLauncher } from '@web/test-runner';
import { freePort } from '../../test/support/free-port.ts';
import { leaveNoneBehind } from '../../test/support/none-left-behind.ts';
import { executable } from './executables.ts';
import { WebDriverPage } from './web-driver.ts';

const PATIENCE_MILLISECONDS = 30_000;

const DISPLAY = process.env['DISPLAY'] ?? '';

/**
 * WebKit, the engine of Safari, as WebKitGTK: the one with a `WebKitWebDriver` on the PATH. It draws on a screen, and gets one that nobody
 * sees where there is none.
 */
export function findWebKit(): BrowserLauncher | undefined {
  const driver = executable('WebKitWebDriver');
  const screen = executable('Xvfb');
  if (driver === undefined || (screen === undefined && DISPLAY === '')) return undefined;
  return new WebKit(driver, screen);
}

/** One page for one test file after the other. */
class WebKit implements BrowserLauncher {
  readonly name = 'WebKit';
  /** What the runner's command for keys looks at. */
  readonly type = 'webdriver';
  readonly concurrency = 1;
  readonly #driver: string;
  readonly #screen: string | undefined;
  readonly #processes: ChildProcess[] = [];
  readonly #visited = new Map<string, string>();
  #page: WebDriverPage | undefined;

  constructor(driver: string, screen: string | undefined) {
    this.#driver = driver;
    this.#screen = screen;
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    this.#page ??= await this.#open();
    this.#visited.set(sessionId, url);
    await this.#page.visit(url);
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKit has no window to debug in here'));
  }

  isActive(sessionId: string): boolean {
    return this.#visited.has(sessionId);
  }

  getBrowserUrl(sessionId: string): string | undefined {
    return this.#visited.get(sessionId);
  }

  async stopSession(sessionId: string): ReturnType<BrowserLauncher['stopSession']> {
    this.#visited.delete(sessionId);
    await this.#page?.visit('about:blank');
    return {};
  }

  /** Called by the runner's command for keys, with the characters of what is typed or with the name of one key. */
  async sendKeys(_sessionId: string, keys: readonly string[]): Promise<void> {
    await this.#page?.press(keys);
  }

  async stop(): Promise<void> {
    await this.#page?.close();
    for (const process of this.#processes) process.kill();
  }

  async #open(): Promise<WebDriverPage> {
    const display = DISPLAY === '' ? await this.#hiddenScreen() : DISPLAY;
    const port = await freePort();
    this.#start(this.#driver, ['-p', String(port)], { DISPLAY: display });
    const address = `http://127.0.0.1:${port}`;
    await answering(`${address}/status`);
    return WebDriverPage.open(address);
  }

  /** @returns its number, which the server of the screen chooses and prints. */
  async #hiddenScreen(): Promise<string> {
    const { stdout } = this.#start(this.#screen ?? 'Xvfb', [
      '-displayfd',
      '1',
      '-screen',
      '0',
      '1280x900x24',
    ]);
    if (!stdout) throw new Error('Xvfb says nothing');
    const [number] = (await once(createInterface(stdout), 'line')) as [string];
    return `:${number}`;
  }

  #start(program: string, parameters: readonly string[], environment = {}): ChildProcess {
    const process_ = spawn(program, parameters, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    leaveNoneBehind(process_);
    this.#processes.push(process_);
    return process_;
  }
}

async function answering(url: string): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(100);
    }
  }
}
