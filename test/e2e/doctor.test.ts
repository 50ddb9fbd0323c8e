import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateKeyRing } from '@mfa-kit/server';
import { enrolledPerson } from './support/api.ts';
import { startDemo, type DemoUnderTest } from './support/demo-server.ts';
import { COMPILED_ONCE } from '../support/compiled-once.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MFA_KEYS = JSON.stringify(generateKeyRing());

interface Report {
  readonly diagnoses: readonly {
    readonly area: string;
    readonly findings: readonly { readonly code: string }[];
    readonly notChecked?: string;
  }[];
}

for (const database of ['SQLite', 'PostgreSQL'] as const) {
  describe(`the doctor beside the running demo, ${database}`, () => {
    let demo: DemoUnderTest;
    before(async () => {
      demo = await startDemo({ database, environment: { MFA_KEYS } });
    });
    after(() => demo.stop());

    /** As npx runs it where the package is installed: the built command, with the variables that the demo was started with. */
    function doctor(
      change: Readonly<Record<string, string>> = {},
    ): Promise<{ code: number; output: string }> {
      const words = [
        'packages/server/dist/command-line/main.js',
        'doctor',
        '--json',
        '--config',
        'demo/mfa.config.ts',
      ];
      const environment = {
        PATH: process.env['PATH'],
        ...COMPILED_ONCE,
        PORT: new URL(demo.url).port,
        DATABASE_URL: demo.databaseUrl,
        MFA_KEYS,
        ...change,
      };
      return new Promise((resolve) => {
        execFile(process.execPath, words, { cwd: root, env: environment }, (error, stdout, stderr) => {
          resolve({ code: error ? Number(error.code) : 0, output: stdout || stderr });
        });
      });
    }

    it('looks at all of it, the mail server too, and finds only that it is at a desk', async () => {
      await enrolledPerson(demo.url, 'doctored');
      const { output } = await doctor();
      const { diagnoses } = JSON.parse(output) as Report;
      assert.deepEqual(
        diagnoses.flatMap(({ notChecked }) => notChecked ?? []),
        [],
      );
      // What disk and database of this machine are like is not this test's business.
      const found = diagnoses.filter(({ area }) => area !== 'database').flatMap(({ findings }) => findings);
      assert.deepEqual(
        found.map(({ code }) => code),
        ['web.local'],
        output,
      );
    });

    it('ends with 2 where the ring is that of another installation', async () => {
      const { code, output } = await doctor({ MFA_KEYS: JSON.stringify(generateKeyRing()) });
      assert.equal(code, 2, output);
      assert.match(output, /"keys\.other"/);
    });
  });
}
