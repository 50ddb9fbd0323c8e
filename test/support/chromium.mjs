import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium, unpackLibraries } from './chromium-from-npm.mjs';

/**
 * What Playwright leaves out of Chromium. The last `--disable-features` of a command line is the only one that counts, so that naming more
 * means naming these again; `test/e2e/browser.test.ts` compares.
 */
const leftOutByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * Beside each page, Chromium draws what drops down from its address bar as pages of their own, and keeps a process ready for the next
 * site: half of what a short test costs, and no test looks at it.
 */
const beside = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
];

/**
 * Arguments for every Chromium that tests start. A browser under test talks to the test's own server and to nobody
 * else; and Chromium refuses its sandbox to root, which is who containers run as.
 */
export const chromiumArguments = [
  `--disable-features=${[...leftOutByPlaywright, ...beside].join(',')}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * One place where a Chromium may come from.
 *
 * @typedef {object} Source
 * @property {string} name said when it was used, or when nothing worked
 * @property {() => string[] | Promise<string[]>} offer paths of executables, best first; it may install one
 */

/** @type {Source[]} */
const sources = [
  { name: '$CHROMIUM_PATH', offer: () => listOf(process.env['CHROMIUM_PATH']) },
  { name: 'the system', offer: systemBrowsers },
  { name: 'the cache of Playwright', offer: playwrightBrowsers },
  { name: 'apt-get install', offer: installFromDebian },
  { name: 'playwright-core install chromium', offer: installFromPlaywright },
  { name: '@sparticuz/chromium', offer: async () => [await unpackChromium()] },
  // The same browser again, now with the shared libraries that a machine without any desktop lacks.
  { name: '@sparticuz/chromium with its libraries', offer: async () => [await unpackLibraries()] },
];

/** Names the one that opened a page, for this process and those that it starts: none of them has to try it again. */
const PROVEN = 'CHROMIUM_PROVEN';

/**
 * Finds a Chromium that really opens a page, installing one where that is possible. The first one found is kept in
 * $CHROMIUM_PATH for the programs that this process starts.
 *
 * @param {(line: string) => void} [say] is told what is being tried when it takes long; silent by default
 * @returns {Promise<string>} path of the executable
 * @throws {Error} listing what was tried, when nothing works
 */
export async function findChromium(say = () => undefined) {
  const proven = process.env[PROVEN];
  if (proven !== undefined && proven === process.env['CHROMIUM_PATH']) return proven;
  const tried = [];
  for (const { name, offer } of sources) {
    try {
      const executables = await offer();
      if (executables.length === 0) tried.push(`${name}: none`);
      for (const executable of executables) {
        const problem = await launchProblem(executable);
        if (problem === undefined) {
          process.env['CHROMIUM_PATH'] = executable;
          process.env[PROVEN] = executable;
          say(`browser: ${executable} (from ${name})`);
          return executable;
        }
        tried.push(`${name}: ${executable} does not start: ${problem}`);
      }
    } catch (error) {
      tried.push(`${name}: ${firstLine(error)}`);
    }
    const last = tried.at(-1);
    if (last !== undefined && !last.endsWith(': none')) say(`browser: ${last}`);
  }
  throw new Error(
    ['No Chromium could be started. Tried:', ...tried.map((line) => `  - ${line}`)].join('\n') +
      '\nInstall Chromium or Google Chrome, or point $CHROMIUM_PATH at one.',
  );
}

/**
 * A version number proves little: headless machines lack libraries that only a page needs.
 *
 * @param {string} executablePath
 * @returns {Promise<string | undefined>} what went wrong, if anything
 */
async function launchProblem(executablePath) {
  if (!existsSync(executablePath)) return 'no such file';
  try {
    const browser = await chromium.launch({ executablePath, args: chromiumArguments, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>ready</h1>', { timeout: 10_000 });
      return undefined;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return firstLine(error);
  }
}

/**
 * The browser without its own windows, menus and profile: the same pages, from the same sources, for a fifth less of processor time.
 * Nothing that tests look at is left out; where only the whole browser is there, they run in it.
 */
const SHELL = 'chromium-headless-shell';

/** @returns {string[]} */
function systemBrowsers() {
  const names = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const programFolders = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => listOf(process.env[name]));
  return [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programFolders.map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ].filter(isExecutable);
}

/** @returns {string[]} */
function playwrightBrowsers() {
  const expected = chromium.executablePath();
  // …/ms-playwright/chromium-1234/chrome-linux/chrome: a neighbour of another revision serves as well.
  const [revision, ...inside] = expected.split(`${path.sep}chromium-`).at(-1)?.split(path.sep) ?? [];
  const cache = expected.slice(0, expected.lastIndexOf(`${path.sep}chromium-`));
  if (revision === undefined || !existsSync(cache)) return [];
  const revisions = readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse();
  return [expected, ...revisions.map((name) => path.join(cache, name, ...inside))].filter(isExecutable);
}

/** @returns {string[]} */
function installFromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return [];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} parameters */
  const aptGet = (...parameters) =>
    execFileSync('apt-get', ['-q', ...parameters], { env: environment, stdio: 'pipe', timeout: 300_000 });
  aptGet('update');
  try {
    aptGet('install', '-y', '--no-install-recommends', SHELL);
  } catch {
    // Not every Debian has it apart.
    aptGet('install', '-y', '--no-install-recommends', 'chromium');
  }
  return systemBrowsers();
}

/** @returns {string[]} */
function installFromPlaywright() {
  const program = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core')),
    'cli.js',
  );
  const result = spawnSync(process.execPath, [program, 'install', 'chromium'], {
    encoding: 'utf8',
    timeout: 180_000,
    // Behind a closed firewall the download would be tried several times for half a minute each.
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  if (result.status !== 0) throw new Error(`could not download${os.EOL}${result.stderr}`);
  return playwrightBrowsers();
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string | undefined} value
 * @returns {string[]}
 */
function listOf(value) {
  return value === undefined || value === '' ? [] : [value];
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function firstLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1).join('');
}
