import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import express from 'express';
import type { MfaConfiguration } from '../configuration/configuration.ts';
import { inFile } from '../store/testing/databases.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { judgeClocks } from './clock.ts';
import type { Finding } from './finding.ts';
import { examineOrigin } from './origin.ts';
import { tryForgedAddress } from './proxy.ts';
import { openStore } from '../store/open-store.ts';
import { asking, examineWeb, type Ask, type WebDiagnosis } from './web.ts';

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);

const APP = 'https://app.example.com';
const AT = { publicUrl: APP, basePath: '/mfa' };

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** The kit, which takes itself to be at a public address. */
async function kitAt(
  configuration: Partial<MfaConfiguration> = {},
): Promise<RunningKit & { readonly database: string }> {
  const place = await inFile();
  const kit = await startKit({
    database: () => Promise.resolve(place),
    configuration: { publicUrl: APP, ...configuration },
    host: (app, mfa) => app.use(mfa.wellKnown),
  });
  ended.push(() => kit.close());
  return { ...kit, database: place.url };
}

type HeadersOnTheWay = Record<string, string | string[] | undefined>;

/** What changes an answer, or a question, on its way. */
type Change = (headers: HeadersOnTheWay) => void;

const OF_THE_CONNECTION = ['host', 'connection', 'content-length', 'transfer-encoding'];

/** A real proxy in front of the kit, where TLS would end. */
async function proxyTo(base: string, change: Change, changeQuestion: Change = () => undefined): Promise<Ask> {
  const server = createServer((request, response) => {
    const asked: HeadersOnTheWay = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name)),
    );
    changeQuestion(asked);
    const { method = 'GET', url = '' } = request;
    const passedOn = async (): Promise<Response> =>
      fetch(`${base}${url}`, {
        method,
        headers: asked as Record<string, string>,
        body: method === 'GET' ? null : await text(request),
      });
    void passedOn().then(async (answer) => {
      const headers: Record<string, string | string[] | undefined> = Object.fromEntries(answer.headers);
      headers['set-cookie'] = answer.headers.getSetCookie();
      headers['strict-transport-security'] = 'max-age=31536000';
      change(headers);
      const body = Buffer.from(await answer.arrayBuffer());
      for (const [name, value] of Object.entries(headers))
        if (value !== undefined) response.setHeader(name, value);
      response.writeHead(answer.status).end(body);
    });
  });
  return listening(server);
}

async function serve(listener: RequestListener): Promise<Ask> {
  return listening(createServer(listener));
}

/** @returns a way to ask it under its public name, as a resolver and a certificate would make it. */
async function listening(server: ReturnType<typeof createServer>): Promise<Ask> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ended.push(() => {
    server.closeAllConnections();
    server.close();
    return once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return asking((url, init) => fetch(url.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`), init));
}

const through = async (change: Change = () => undefined): Promise<WebDiagnosis> =>
  examineWeb(await proxyTo((await kitAt()).base, change), AT);

describe('the doctor on the running application', () => {
  it('finds nothing wrong behind a proxy that changes nothing, and takes nobody\u2019s session', async () => {
    const { findings, time } = await through();
    assert.deepEqual(findings, []);
    assert.ok(time !== undefined && Math.abs(Date.now() - time) < 60_000);
  });

  it('says of one on localhost that it is for a desk', async () => {
    const kit = await startKit();
    ended.push(() => kit.close());
    const { findings } = await examineWeb(asking(fetch), { publicUrl: kit.origin, basePath: '/mfa' });
    assert.deepEqual(codes(findings), ['web.local']);
  });

  it('finds that nothing answers, and why', async () => {
    const closed: Ask = () => fetch('http://127.0.0.1:1/');
    const { findings, time } = await examineWeb(closed, AT);
    assert.deepEqual(codes(findings), ['web.away']);
    assert.match(findings[0]?.detail ?? '', /ECONNREFUSED|bad port/);
    assert.equal(time, undefined);
  });

  it('finds another application, another path, and a kit that takes itself to be elsewhere', async () => {
    const host = express().use((_request, response) => response.status(404).send('no such page'));
    const { findings } = await examineWeb(await serve(host), AT);
    assert.deepEqual(codes(findings), ['web.other']);
    assert.equal(findings[0]?.detail, 'it answered 404, and no description');

    const kit = await kitAt({ publicUrl: 'https://old.example.com' });
    const moved = await examineWeb(await proxyTo(kit.base, () => undefined), AT);
    assert.deepEqual(codes(moved.findings), ['web.other']);
    assert.equal(moved.findings[0]?.detail, 'it says it is https://old.example.com/mfa');
  });

  it('finds a way that is cut between two questions, and says why', async () => {
    const ask = await proxyTo((await kitAt()).base, () => undefined);
    const cut: Ask = (url) =>
      url.endsWith('/session') ? Promise.reject(new TypeError('fetch failed')) : ask(url);
    const { findings } = await examineWeb(cut, AT);
    assert.deepEqual(
      findings.map(({ code, detail }) => [code, detail]),
      [['web.away', 'fetch failed']],
    );
  });

  it('finds a proxy that caches', async () => {
    const { findings } = await through((headers) => {
      headers['cache-control'] = 'public, max-age=60';
    });
    assert.deepEqual(codes(findings), ['web.cached']);
  });

  const rewritten: Readonly<Record<string, (cookie: string) => string>> = {
    'with Path=/mfa': (cookie) => cookie.replace('Path=/', 'Path=/mfa'),
    'with Domain=example.com': (cookie) => `${cookie}; Domain=example.com`,
    'with no HttpOnly': (cookie) => cookie.replace('HttpOnly', ''),
    'with no Secure': (cookie) => cookie.replace('Secure', ''),
    'with SameSite=lax': (cookie) => cookie.replace('SameSite=Strict', 'SameSite=Lax'),
    'was expected, and mfa-session arrived': (cookie) => cookie.replace('__Host-', ''),
  };
  for (const [detail, rewrite] of Object.entries(rewritten)) {
    it(`finds a proxy that changes cookies: ${detail}`, async () => {
      const { findings } = await through((headers) => {
        headers['set-cookie'] = (headers['set-cookie'] as string[]).map(rewrite);
      });
      assert.deepEqual(codes(findings), ['web.cookies']);
      assert.ok(findings[0]?.detail?.endsWith(detail), findings[0]?.detail);
    });
  }

  it('finds that browsers are not told to stay with https', async () => {
    const { findings } = await through((headers) => {
      delete headers['strict-transport-security'];
    });
    assert.deepEqual(codes(findings), ['web.hsts']);
  });
});

describe('the doctor on whose address is believed', () => {
  async function tried(trustedProxies: readonly string[], change?: Change): Promise<readonly string[]> {
    const kit = await kitAt({ trustedProxies });
    const ask = await proxyTo(kit.base, () => undefined, change);
    const store = openStore(kit.database);
    ended.push(() => store.close());
    return codes(await tryForgedAddress(ask, store, AT, kit.clock.now()));
  }

  it('finds a proxy that passes on what a stranger wrote', async () => {
    assert.deepEqual(await tried(['loopback']), ['proxy.forged']);
  });

  it('is content with one that replaces it, and with a server that believes nobody', async () => {
    const replaced = (headers: HeadersOnTheWay): void => void (headers['x-forwarded-for'] = '203.0.113.50');
    assert.deepEqual(await tried(['loopback'], replaced), []);
    assert.deepEqual(await tried([]), []);
  });

  it('says when it could not be tried', async () => {
    const kit = await kitAt();
    const store = openStore(kit.database);
    ended.push(() => store.close());
    const other = await serve(express());
    const findings = await tryForgedAddress(other, store, AT, kit.clock.now());
    assert.deepEqual(codes(findings), ['proxy.unproven']);
    assert.equal(findings[0]?.detail, 'it answered 404');
  });
});

describe('the doctor on clocks', () => {
  const NOON = Date.UTC(2026, 0, 15, 12);
  const machine = { now: () => NOON };

  it('is content while all agree, and where there is nothing to compare with', () => {
    assert.deepEqual(judgeClocks(machine, NOON + 1_000, NOON - 1_000), []);
    assert.deepEqual(judgeClocks(machine, undefined, undefined), []);
  });

  it('holds the clock that the kit goes by against the one of the running server', () => {
    const apart = judgeClocks(machine, undefined, NOON + 40_000);
    assert.deepEqual(codes(apart), ['clock.apart']);
    assert.equal(apart[0]?.detail, '40.0 s');
    assert.deepEqual(codes(judgeClocks(machine, NOON, NOON - 5_000)), ['clock.drifting']);
  });

  it('tells of a machine that goes by the database, and whose own clock is wrong', () => {
    const findings = judgeClocks(machine, NOON + 3_600_000, NOON + 3_600_000);
    assert.deepEqual(codes(findings), ['clock.machine']);
    assert.equal(findings[0]?.detail, '-3600.0 s');
  });

  it('reads it from the answer of a real server', async () => {
    const { time } = await through((headers) => {
      headers['date'] = new Date(NOON).toUTCString();
    });
    assert.equal(time, NOON);
  });
});

describe('the doctor on where passkeys work', () => {
  const SHOP = 'https://shop.example.org';
  const pages = { enrollUrl: `${APP}/security`, manageUrl: `${APP}/security` };
  const configured = { relatedOrigins: [SHOP], ...pages };

  it('finds nothing wrong where the documents are served', async () => {
    const kit = await kitAt({ passkeys: configured });
    const ask = await proxyTo(kit.base, () => undefined);
    assert.deepEqual(await examineOrigin(ask, { publicUrl: APP, passkeys: configured }), []);
    assert.deepEqual(await examineOrigin(ask, { publicUrl: APP, passkeys: { relatedOrigins: [] } }), []);
  });

  it('finds documents that are missing, no JSON, or say something else', async () => {
    const ill: Readonly<Record<string, RequestListener>> = {
      'it answers 404': express(),
      'it is no JSON': express().use((_request, response) => void response.send('<p>Welcome</p>')),
      'it does not list https://shop.example.org': express().use(
        (_request, response) => void response.json({ origins: [APP], enroll: `${APP}/old` }),
      ),
    };
    for (const [why, listener] of Object.entries(ill)) {
      const findings = await examineOrigin(await serve(listener), { publicUrl: APP, passkeys: configured });
      assert.deepEqual(codes(findings), ['origin.related', 'origin.endpoints'], why);
      assert.equal(findings[0]?.detail, `${APP}/.well-known/webauthn: ${why}`);
    }
  });

  it('looks at the RP ID, where that is a parent domain, and says what that means', async () => {
    const asked: string[] = [];
    const ask: Ask = (url) => {
      asked.push(url);
      return Promise.resolve(Response.json({ origins: [SHOP] }));
    };
    const passkeys = { rpId: 'example.com', relatedOrigins: [SHOP] };
    const findings = await examineOrigin(ask, { publicUrl: APP, passkeys });
    assert.deepEqual(codes(findings), ['origin.parent']);
    assert.deepEqual(asked, ['https://example.com/.well-known/webauthn']);
  });
});
