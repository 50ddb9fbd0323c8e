import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { Picture } from './compare.ts';

/** Without them, each version of the browser and each machine smooths text and maps colours in its own way. */
const DRAWING = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** The day on which the scripted server lives. */
const MOMENT = new Date('2026-03-02T10:00:00Z');

const SIZE = { width: 640, height: 900 };

/** Pictures are drawn this much smaller than on a screen: each line and colour is there, in half of the bytes. */
const SCALE = 0.625;

/** Where pictures begin and end, in pixels of the page, so that it is at whole pixels of the picture. */
const GRID = 8;

const FACES = [
  {
    family: 'Picture',
    weight: 400,
    file: '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
  },
  {
    family: 'Picture',
    weight: 700,
    file: '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2',
  },
  {
    family: 'Picture code',
    weight: 400,
    file: '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
  },
  // Stories of theming ask for this font by its name, and machines that lack it have different ones in its place.
  {
    family: 'Georgia',
    weight: 400,
    file: '@fontsource/dejavu-serif/files/dejavu-serif-latin-400-normal.woff2',
  },
  {
    family: 'Georgia',
    weight: 700,
    file: '@fontsource/dejavu-serif/files/dejavu-serif-latin-700-normal.woff2',
  },
];

/**
 * Starts a browser that draws letters as every other on Linux does: what a machine prefers for its own screen is overruled.
 *
 * @param executablePath of a Chromium
 * @param args that it needs on this machine
 */
export async function openStudio(executablePath: string, args: readonly string[]): Promise<Browser> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mfa-studio-'));
  const FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
  writeFileSync(FONTCONFIG_FILE, fontConfiguration());
  const browser = await chromium.launch({
    executablePath,
    args: [...args, ...DRAWING],
    env: { ...process.env, FONTCONFIG_FILE },
  });
  browser.on('disconnected', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return browser;
}

/**
 * A browser context in which a story looks the same on every machine and every day: same size, language, time zone, clock and fonts, and
 * nothing moves.
 */
export async function openRoom(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZE,
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.clock.setFixedTime(MOMENT);
  await context.addInitScript((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, styleSheet());
  return context;
}

/**
 * The picture of the story that a page shows: of its dialog, if one is open.
 *
 * @param page of a room in the studio
 */
export async function takePicture(page: Page): Promise<Picture> {
  const clip = await page.evaluate(async (grid) => {
    // Fonts are asked for by the first letter that needs them.
    await document.fonts.ready;
    const openDialog = (root: ParentNode): Element | undefined => {
      const own = root.querySelector('dialog[open]');
      if (own) return own;
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const inside = shadowRoot && openDialog(shadowRoot);
        if (inside) return inside;
      }
      return undefined;
    };
    const dialog = openDialog(document);
    const box = (
      dialog ??
      document.querySelector('#storybook-root') ??
      document.body
    ).getBoundingClientRect();
    // With some space around, for rings of focus and shadows.
    const before = (edge: number): number => Math.max(0, Math.floor(edge / grid - 1) * grid);
    const after = (edge: number): number => Math.ceil(edge / grid + 1) * grid;
    const x = before(box.left);
    const y = before(box.top + scrollY);
    return {
      x,
      y,
      width: Math.min(innerWidth, after(box.right)) - x,
      height: after(box.bottom + scrollY) - y,
    };
  }, GRID);
  const isHigher = clip.y + clip.height > SIZE.height;
  const png = await page.screenshot({ clip, fullPage: isHigher, animations: 'disabled', caret: 'hide' });
  return PNG.sync.read(png);
}

/** Stronger than any theme, which may ask for fonts that only some machines have. */
function styleSheet(): string {
  const { resolve } = createRequire(import.meta.url);
  const faces = FACES.map(({ family, weight, file }) => {
    const font = readFileSync(resolve(file)).toString('base64');
    return `@font-face {
      font-family: '${family}';
      font-weight: ${String(weight)};
      font-display: block;
      src: url('data:font/woff2;base64,${font}');
    }`;
  });
  return `${faces.join('\n')}
    :root {
      --mfa-font-family: 'Picture' !important;
      --mfa-font-family-code: 'Picture code' !important;
    }
    body, button, input, select {
      font-family: 'Picture' !important;
      text-rendering: geometricPrecision;
    }`;
}

function fontConfiguration(): string {
  const ofMachine = process.env['FONTCONFIG_FILE'] ?? '/etc/fonts/fonts.conf';
  const edits = `<edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${ofMachine}</include>
  <match target="pattern">${edits}</match>
  <match target="font">${edits}</match>
</fontconfig>
`;
}
