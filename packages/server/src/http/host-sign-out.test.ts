import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enrol, expectProblem, expectStatus, signIn, type Enrolled } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

describe('mfa.signOut()', () => {
  let kit: RunningKit;
  let ada: Enrolled;
  before(async () => {
    kit = await startKit({
      host: (app, mfa) => {
        app.post('/logout', async (request, response) => {
          await mfa.signOut(request, response);
          response.status(204).end();
        });
        app.post('/logout-with-cookies', async (request, response) => {
          response.set('Clear-Site-Data', '"*"');
          await mfa.signOut(request, response);
          response.status(204).end();
        });
      },
    });
    ada = await enrol(kit, kit.browser());
  });
  after(() => kit.close());

  it('ends the kit\u2019s session for the host, clears its cookie, and leaves the browser remembered', async () => {
    const browser = await signIn(kit.browser());
    kit.clock.advance(60_000);
    const code = ada.app.codeAt(kit.clock.now());
    expectStatus(await browser.post('/challenge/totp', { code, rememberDevice: true }), 200);
    const thief = browser.copy();
    const { events } = await kit.audited(async () => {
      expectStatus(await browser.host('POST', '/logout'), 204);
    });
    assert.deepEqual(
      events.map(({ event, reason }) => [event, reason]),
      [['auth.session.ended', 'sign-out']],
    );
    assert.deepEqual([...browser.cookies.keys()], ['mfa-device']);
    expectProblem(await thief.get('/factors'), 401, 'session_required');
  });

  it('leaves nothing in the browser for who comes next, as the kit\u2019s own sign-out does; what the host says itself stays', async () => {
    const own = await (await signIn(kit.browser())).post('/sign-out', {});
    const { headers } = await (await signIn(kit.browser())).host('POST', '/logout');
    assert.equal(headers.get('Clear-Site-Data'), '"cache", "storage"');
    assert.equal(headers.get('Clear-Site-Data'), own.headers.get('Clear-Site-Data'));
    const host = await (await signIn(kit.browser())).host('POST', '/logout-with-cookies');
    assert.equal(host.headers.get('Clear-Site-Data'), '"*"');
  });

  it('ends a pending sign-in too, and is content with nobody', async () => {
    const browser = await signIn(kit.browser());
    const twin = browser.copy();
    expectStatus(await browser.host('POST', '/logout'), 204);
    assert.deepEqual([...browser.cookies.keys()], []);
    expectProblem(await twin.get('/challenge'), 401, 'challenge_expired');
    expectStatus(await kit.browser().host('POST', '/logout'), 204);
  });
});
