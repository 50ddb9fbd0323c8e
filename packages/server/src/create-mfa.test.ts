import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enrol, expectProblem, expectStatus, PASSWORD, signInFully } from './testing/people.ts';
import { startKit } from './testing/running-kit.ts';

describe('A kit', () => {
  it('is live and ready while it runs; closed, it is not ready any more', async () => {
    const kit = await startKit();
    assert.equal(kit.mfa.health.live(), true);
    assert.equal(await kit.mfa.health.ready(), true);
    kit.mfa.jobs.start();
    await kit.stopStore();
    assert.equal(await kit.mfa.health.ready(), false);
    await kit.close();
  });

  it('closes the mailer that it was given', async () => {
    let closed = 0;
    const mailer = { send: () => Promise.resolve(), close: () => void (closed += 1) };
    const kit = await startKit({ configuration: { mailer } });
    await kit.close();
    assert.equal(closed, 1);
  });
});

describe('A kit under https', () => {
  it('uses cookies bound to the host, believes no others, and knows its own origin by configuration alone', async () => {
    const kit = await startKit({ configuration: { publicUrl: 'https://app.example.com' } });
    const browser = kit.browser();
    const { app } = await enrol(kit, browser);
    assert.deepEqual([...browser.cookies.keys()], ['__Host-mfa-session']);
    const planted = kit.browser();
    planted.cookies.set('mfa-session', browser.cookies.get('__Host-mfa-session')!);
    expectProblem(await planted.get('/factors'), 401, 'session_required');
    await signInFully(kit, kit.browser(), app);
    const credentials = { login: 'grace@example.com', password: PASSWORD };
    const from = (origin: string): Record<string, string | undefined> => ({
      'sec-fetch-site': undefined,
      origin,
    });
    expectProblem(await kit.browser().post('/sign-in', credentials, from(kit.base)), 403, 'cross_site');
    expectStatus(await kit.browser().post('/sign-in', credentials, from('https://app.example.com')), 200);
    const { body } = await kit.browser().get('/openapi.json');
    assert.deepEqual(body['servers'], [{ url: 'https://app.example.com/mfa' }]);
    await kit.close();
  });
});
