import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { knownDevice } from './known-device.ts';

describe('the device that a mail names', () => {
  it('is a browser and a system', () => {
    assert.deepEqual(
      knownDevice(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
      ),
      { browser: 'Chrome', system: 'Windows' },
    );
  });

  it('is as much of it as everybody knows', () => {
    assert.deepEqual(knownDevice('Acme/1.0 (X11; Linux x86_64)'), { system: 'Linux' });
  });

  for (const userAgent of [undefined, '', ' ', 'visit evil.example/1.0 now', 'curl/8.0'])
    it(`is nothing for ${JSON.stringify(userAgent)}: no caller chooses the words of a mail (B6)`, () => {
      assert.equal(knownDevice(userAgent), undefined);
    });

  it('has no words but those that are known, whatever a caller writes there (B6)', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 256 }), (text) => {
        const words = Object.values(knownDevice(`${text}/1.0 ${text}`) ?? {}).join(' ');
        assert.match(words, /^[A-Za-z0-9 -]{0,64}$/);
      }),
    );
  });
});
