import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const startObserved = (database?: Parameters<typeof startKit>[0]): Promise<RunningKit> =>
  startKit({ ...database, host: (app, mfa) => void app.use('/health', mfa.health.handler) });

describe('The health endpoint', () => {
  it('answers yes or no, without caching and without anything that could be secret (K6)', async () => {
    const kit = await startObserved();
    for (const what of ['live', 'ready']) {
      const response = await fetch(`${kit.base}/health/${what}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
      assert.deepEqual(await response.json(), { [what]: true });
    }
    await kit.close();
  });

  it('changes nothing, and leaves other paths and methods to the host', async () => {
    const kit = await startObserved();
    const head = await fetch(`${kit.base}/health/ready`, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    for (const [path, method] of [
      ['/health', 'GET'],
      ['/health/ready', 'POST'],
      ['/health/toString', 'GET'],
      ['/health/ready/', 'GET'],
    ] as const)
      assert.equal((await fetch(kit.base + path, { method })).status, 404, `${method} ${path}`);
    await kit.close();
  });
});

describeOnEachDatabase('Readiness', (database) => {
  const ready = async (kit: RunningKit): Promise<number> => (await fetch(`${kit.base}/health/ready`)).status;

  it('goes with a table that is missing, and while the process is alive liveness stays', async () => {
    const kit = await startObserved({ database });
    assert.equal(await ready(kit), 200);
    await kit.sql("DELETE FROM mfa_migrations WHERE name LIKE '0001%'");
    assert.equal(await ready(kit), 503);
    assert.equal((await fetch(`${kit.base}/health/live`)).status, 200);
    await kit.close();
  });

  it('goes when closing begins, though what is under way is still answered', async () => {
    const held = Promise.withResolvers<undefined>();
    const asked = Promise.withResolvers<undefined>();
    const kit = await startObserved({
      database,
      configuration: {
        placeLookup: {
          async find() {
            asked.resolve(undefined);
            await held.promise;
            return 'Vienna, Austria';
          },
        },
      },
    });
    const browser = await signIn(kit.browser());
    const underWay = browser.get('/sessions');
    await asked.promise;
    let closed = false;
    const closing = kit.stopStore().then(() => (closed = true));
    assert.equal(await ready(kit), 503);
    assert.equal(closed, false);
    held.resolve(undefined);
    assert.equal((await underWay).status, 200);
    await closing;
    await kit.close();
  });
});
