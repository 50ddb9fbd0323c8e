import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { describe, it } from 'node:test';
import { trace } from '@opentelemetry/api';
import { signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { openTracing } from './tracing.ts';

async function use(kit: RunningKit): Promise<void> {
  const browser = await signIn(kit.browser());
  assert.equal((await browser.get('/factors')).status, 200);
  await kit.close();
}

describe('Without OpenTelemetry', () => {
  it('nothing is asked of it where no SDK was registered', async (t) => {
    const getTracer = t.mock.method(trace, 'getTracer');
    const getActiveSpan = t.mock.method(trace, 'getActiveSpan');
    await use(await startKit());
    assert.equal(getTracer.mock.callCount(), 0);
    assert.equal(getActiveSpan.mock.callCount(), 0);
  });

  it('nothing is missing where it is not installed', async () => {
    let asked = 0;
    const hooks = registerHooks({
      resolve(name, importer, next) {
        // What other packages do with it is their business.
        if (name !== '@opentelemetry/api' || importer.parentURL?.includes('/node_modules/'))
          return next(name, importer);
        asked += 1;
        throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' });
      },
    });
    try {
      assert.equal(await openTracing(() => false), undefined);
      await use(await startKit());
      assert.equal(asked, 2);
    } finally {
      hooks.deregister();
    }
  });
});
