import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { deviceName } from './device-name.ts';

describe('What a device is called', () => {
  for (const [userAgent, name] of [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
      'Microsoft Edge on Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
  ] as const) {
    it(`is ${name}`, () => {
      assert.equal(deviceName(userAgent), name);
    });
  }

  for (const userAgent of ['', '   ', '-', 'x'.repeat(256)]) {
    it(`is nothing for ${JSON.stringify(userAgent.slice(0, 9))}, which no browser calls itself`, () => {
      assert.equal(deviceName(userAgent), null);
    });
  }

  it('is a short text or nothing, whatever a caller writes there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 256 }), (text) => {
        const name = deviceName(text);
        assert.ok(name === null || (name.length > 0 && name.length < 300));
      }),
    );
  });
});
