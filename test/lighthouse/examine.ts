import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { freePort } from '../support/free-port.ts';
import { chromiumArguments, findChromium } from '../support/chromium.mjs';
import { PATIENCE_MILLISECONDS } from '../e2e/support/browser.ts';
import { startDemo } from '../e2e/support/demo-server.ts';
import { People } from '../e2e/support/people.ts';

/** What has to be without fault. Speed is measured elsewhere, and an application behind a sign-in is not to be found by search engines. */
const CATEGORIES = ['accessibility', 'best-practices'];

/** Where somebody signs in, and where somebody who is signed in manages everything. */
const PAGES = ['/', '/account/security'];

/** A phone, as Lighthouse has it, and a desk. */
const FORM_FACTORS = {
  mobile: { mobile: true, width: 412, height: 823, deviceScaleFactor: 1.75, disabled: false },
  desktop: { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false },
} as const;

/**
 * Has Lighthouse look at the demo: the sign-in page as a stranger, then the security page as somebody with a factor. Prints each score, what
 * was found, and one line "N passed, N failed".
 *
 * @returns how many scores are below 100.
 */
export async function examine(): Promise<number> {
  const demo = await startDemo();
  const port = await freePort();
  const profile = await mkdtemp(path.join(tmpdir(), 'mfa-kit-lighthouse-'));
  // A browser of its own kind: Lighthouse opens its pages beside ours, and is signed in where we are.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [...chromiumArguments, `--remote-debugging-port=${String(port)}`],
    baseURL: demo.url,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  let passed = 0;
  let failed = 0;
  try {
    for (const page of PAGES) {
      if (page !== '/') await new People(demo.url).withApp(await context.newPage(), 'examined');
      for (const form of Object.keys(FORM_FACTORS) as (keyof typeof FORM_FACTORS)[]) {
        for (const { title, score, faults } of await scoresOf(`${demo.url}${page}`, form, port)) {
          console.log(`${score === 100 ? 'ok    ' : 'FAILED'}  ${page} (${form}): ${title} ${String(score)}`);
          for (const fault of faults) console.log(`        ${fault}`);
          if (score === 100) passed += 1;
          else failed += 1;
        }
      }
    }
  } finally {
    await context.close();
    await demo.stop();
    await rm(profile, { recursive: true, force: true });
  }
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed;
}

interface Score {
  readonly title: string;
  /** From 0 to 100. */
  readonly score: number;
  readonly faults: readonly string[];
}

async function scoresOf(url: string, form: keyof typeof FORM_FACTORS, port: number): Promise<Score[]> {
  const result = await lighthouse(
    url,
    { port, logLevel: 'error', disableStorageReset: true },
    {
      extends: 'lighthouse:default',
      settings: {
        onlyCategories: CATEGORIES,
        formFactor: form,
        screenEmulation: FORM_FACTORS[form],
        throttlingMethod: 'provided',
      },
    },
  );
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
  const { audits, categories, finalDisplayedUrl, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(runtimeError.message);
  if (finalDisplayedUrl !== url) throw new Error(`${url} led to ${finalDisplayedUrl}`);
  return Object.values(categories).map(({ title, score, auditRefs }) => ({
    title,
    score: Math.round((score ?? 0) * 100),
    faults: auditRefs
      .map(({ id }) => audits[id])
      .filter((audit) => audit && audit.score !== null && audit.score < 1)
      .map((audit) => `${audit?.id ?? ''}: ${audit?.title ?? ''}`),
  }));
}
