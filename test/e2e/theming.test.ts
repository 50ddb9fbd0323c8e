import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { codeBlock } from '../../scripts/docs/code-blocks.ts';
import { openShowcase } from '../../scripts/themes/showcase.ts';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';
import { troubleOf } from './support/browser.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');
const brand = codeBlock(readFileSync(path.join(docs, 'theming.md'), 'utf8'), 'brand.css').code;

/** What a property comes to on the first element that a selector finds, shadow roots included. */
function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page
    .locator(`mfa-settings ${selector}`)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

const AMBER = 'rgb(242, 184, 75)';
const PINE = 'rgb(16, 33, 31)';
const MOSS = 'rgb(26, 48, 45)';

describe('a security page in the look of a brand', () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
    // The system asks for light, and the brand is dark.
    page = await openShowcase(browser, brand, 'light');
  });
  after(() => browser.close());

  it('takes less than 40 lines of tokens and parts, and nothing else', () => {
    const lines = brand.trimEnd().split('\n');
    assert.ok(lines.length < 40, String(lines.length));
    const selectors = lines.filter((line) => line.endsWith('{')).map((line) => line.slice(0, -2));
    assert.deepEqual(
      selectors.filter((selector) => !/^(:root|mfa-settings::part\([\w-]+\))$/.test(selector)),
      [],
    );
    assert.ok(!brand.includes('!important'));
  });

  it('has the colors of the brand, dark on a page that the system wants light', async () => {
    const title = 'passkey-list [part~=title]';
    assert.equal(await styleOf(page, 'passkey-list [part~=base]', 'background-color'), PINE);
    assert.equal(await styleOf(page, title, 'color'), 'rgb(244, 239, 230)');
    assert.equal(await styleOf(page, 'passkey-list [part~=button-quiet]', 'color'), AMBER);
    assert.equal(await styleOf(page, 'active-sessions [part~=device-current]', 'background-color'), MOSS);
    assert.equal(await styleOf(page, 'totp-list [part~=base]', 'border-top-color'), AMBER);
  });

  it('has its corners and its font', async () => {
    assert.equal(await styleOf(page, 'passkey-list [part~=base]', 'border-top-left-radius'), '2px');
    assert.equal(await styleOf(page, 'passkey-list .add', 'border-top-left-radius'), '0px');
    assert.match(await styleOf(page, 'recovery-codes [part~=title]', 'font-family'), /^Georgia/);
    assert.equal(await styleOf(page, 'recovery-codes [part~=title]', 'font-weight'), '400');
  });

  it('is compact, with everything that is pressed still as large as it has to be', async () => {
    assert.equal(await styleOf(page, 'passkey-list .add', 'min-height'), '36px');
    assert.equal(await styleOf(page, 'passkey-list .name', 'font-size'), '15px');
    assert.equal(await styleOf(page, 'passkey-list [part~=base]', 'padding-left'), '20px');
    const heights = await page
      .locator('mfa-settings button:visible')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    assert.ok(heights.length > 10);
    assert.ok(Math.min(...heights) >= 24);
  });

  it('asks for nothing that the policy refuses', async () => {
    const trouble = troubleOf(page);
    await page.reload();
    await page.locator('security-activity li').first().waitFor();
    assert.deepEqual(trouble, []);
  });
});
