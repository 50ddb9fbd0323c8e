import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf, type Caller } from './local-callers.ts';

const PUBLIC_URL = 'http://localhost:4000';

function refusal(
  headers: Caller['headers'],
  remoteAddress: string | undefined = '127.0.0.1',
): string | undefined {
  return refusalOf({ remoteAddress, headers: { host: 'localhost:4000', ...headers } }, PUBLIC_URL);
}

describe('who may call the control API', () => {
  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) {
    it(`a program on this machine, from ${address}`, () => {
      assert.equal(refusal({}, address), undefined);
    });
  }

  for (const address of ['192.168.1.7', '::ffff:10.0.0.1', 'fe80::1', '128.0.0.1', '']) {
    it(`not from ${address || 'an unknown address'}`, () => {
      assert.equal(refusal({}, address), 'forbidden');
    });
  }

  for (const header of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']) {
    it(`not through a proxy on this machine, which ${header} gives away`, () => {
      assert.equal(refusal({ [header.toLowerCase()]: '127.0.0.1' }), 'forbidden');
      assert.equal(refusal({ [header.toLowerCase()]: '' }), 'forbidden');
    });
  }

  for (const [site, expected] of [
    ['same-origin', undefined],
    ['none', undefined],
    ['same-site', 'cross_site'],
    ['cross-site', 'cross_site'],
  ] as const) {
    it(`${expected ? 'not ' : ''}a page that the browser calls ${site}`, () => {
      assert.equal(refusal({ 'sec-fetch-site': site }), expected);
    });
  }

  it('by origin where the browser says nothing else', () => {
    assert.equal(refusal({ origin: PUBLIC_URL }), undefined);
    assert.equal(refusal({ origin: 'https://elsewhere.example' }), 'cross_site');
    assert.equal(refusal({ origin: 'null' }), 'cross_site');
  });

  for (const host of ['127.0.0.1:4000', '[::1]:4000', 'localhost']) {
    it(`under the name ${host}`, () => {
      assert.equal(refusal({ host }), undefined);
    });
  }

  it('not under a foreign name that was made to resolve to this machine', () => {
    assert.equal(refusal({ host: 'elsewhere.example:4000', 'sec-fetch-site': 'same-origin' }), 'cross_site');
    assert.equal(refusal({ host: 'localhost.elsewhere.example' }), 'cross_site');
    assert.equal(refusal({ host: undefined }), 'cross_site');
  });
});
