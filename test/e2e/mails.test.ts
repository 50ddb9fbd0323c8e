import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  createLanguageChoice,
  LANGUAGES,
} from '../../packages/server/src/notifications/languages/choose-language.ts';
import { noticeMail } from '../../packages/server/src/notifications/notice-mail.ts';
import type { NoticeName } from '../../packages/server/src/notifications/notice.ts';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';
import { picture } from './support/browser.ts';

const NAMES = Object.keys(LANGUAGES.en.notices) as NoticeName[];
/** One of each form: with words alone, with something to do if it was not the person, with a link, with two. All are made of one template. */
const FORMS: readonly NoticeName[] = [
  'mfa-reset-by-admin',
  'new-sign-in',
  'recovery-reminder',
  'recovery-ready',
];
const at = Date.UTC(2026, 0, 15, 12, 30);
/** As long as they get. */
const FACTS = {
  at,
  ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  device: { browser: 'Samsung Internet for Android', system: 'Android' },
  remaining: 3,
  readyAt: at + 72 * 3_600_000,
};
const token = 'Zk3v9q8RrX1nT0c5uYw7LbHd2eJf4gKmPsAoVi6tQxE';
const linkTo = (purpose: string): string =>
  `https://notes.a-rather-long-subdomain.example.com/recover#${purpose}=${token}`;
/** Landmarks are the mail program's, whose page a mail is part of; everything else is asked of it. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const chooseLanguage = createLanguageChoice();

const htmlOf = (name: NoticeName, language: string): string =>
  noticeMail(
    { facts: FACTS },
    { timeZone: 'Europe/Berlin' },
    { serviceName: 'Acme Notes', contact: 'help@acme-notes.example, +43 1 234 56 78' },
    chooseLanguage(language, name),
    {
      addresses: { open: linkTo('open'), finish: linkTo('finish'), cancel: linkTo('cancel') },
      place: 'Vienna, Austria',
    },
  ).html;

describe('a mail in a browser', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  });
  after(() => browser.close());

  async function withPage(
    look: { readonly width: number; readonly colorScheme: 'light' | 'dark' },
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { width, colorScheme } = look;
    const context = await browser.newContext({ viewport: { width, height: 640 }, colorScheme });
    try {
      await use(await context.newPage());
    } finally {
      await context.close();
    }
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is legible and in order for everybody, on ${colorScheme} paper`, async () => {
      await withPage({ width: 720, colorScheme }, async (page) => {
        for (const name of FORMS) {
          await page.setContent(htmlOf(name, 'en'));
          const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
            [],
            name,
          );
          await picture(page, `mail-${name}-${colorScheme}`);
        }
      });
    });
  }

  it('fits on the smallest phone, in every language', async () => {
    await withPage({ width: 320, colorScheme: 'light' }, async (page) => {
      for (const language of Object.keys(LANGUAGES)) {
        for (const name of NAMES) {
          await page.setContent(htmlOf(name, language));
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(tooWide <= 0, `${name} in ${language} is ${String(tooWide)} pixels too wide`);
          await picture(page, `mail-${name}-${language}-phone`);
        }
      }
    });
  });

  it('keeps its dark ink on light paper where its style sheet is dropped', async () => {
    await withPage({ width: 720, colorScheme: 'dark' }, async (page) => {
      await page.setContent(htmlOf('recovery-ready', 'en').replace(/<style>.*<\/style>/s, ''));
      const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
      assert.deepEqual(violations, []);
    });
  });
});
