import { findChromium } from '../../test/support/chromium.mjs';
import { startPostgres, type Postgres } from '../../test/support/postgres.ts';

/** What steps need beside the checkout. Each is made when the first step asks, once for the whole run. */
export interface Resources {
  browser(): Promise<void>;
  database(): Promise<void>;
}

/** Resources that end with the run. */
export interface OwnedResources extends Resources {
  release(): Promise<void>;
}

/**
 * Steps find what was made through the environment: `CHROMIUM_PATH` and `TEST_DATABASE_URL`.
 *
 * @param say is told what is found or started
 */
export function createResources(say: (line: string) => void): OwnedResources {
  let browser: Promise<string> | undefined;
  let database: Promise<Postgres> | undefined;
  return {
    async browser() {
      browser ??= findChromium(say);
      await browser;
    },
    async database() {
      database ??= startPostgres();
      const { url } = await database;
      if (process.env['TEST_DATABASE_URL'] !== url) say(`database: ${url}`);
      process.env['TEST_DATABASE_URL'] = url;
    },
    async release() {
      // One that did not start has been reported by the step that needed it.
      const started = await database?.catch(() => undefined);
      await started?.stop();
    },
  };
}
