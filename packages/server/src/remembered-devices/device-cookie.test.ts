import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newToken } from '../secrets/tokens.ts';
import { readDevices, writeDevices } from './device-cookie.ts';

const device = (): { series: string; token: string } => ({
  series: newToken().value,
  token: newToken().value,
});

describe('The cookie of remembered devices', () => {
  it('holds a device for each of several people who share the browser', () => {
    const devices = [device(), device(), device()];
    assert.deepEqual(readDevices(writeDevices(devices)), devices);
  });

  it('holds four at most: the one longest there makes room', () => {
    const devices = [device(), device(), device(), device(), device()];
    assert.deepEqual(readDevices(writeDevices(devices)), devices.slice(1));
    const written = devices.map(({ series, token }) => `${series}.${token}`).join('~');
    assert.deepEqual(readDevices(written), devices.slice(1), 'whatever a caller writes there');
  });

  it('needs no encoding', () => {
    assert.match(writeDevices([device(), device()]), /^[A-Za-z0-9._~-]+$/);
  });

  it('reads what is of its form and nothing else', () => {
    const one = device();
    const right = `${one.series}.${one.token}`;
    for (const wrong of [
      undefined,
      '',
      '~',
      '.',
      one.series,
      `${right}.`,
      `${right}x`,
      `${right}~x`.slice(1),
    ]) {
      assert.deepEqual(readDevices(wrong), [], wrong ?? 'nothing');
    }
    assert.deepEqual(readDevices(`x~${right}~y.z`), [one]);
    assert.deepEqual(readDevices(`${one.series}.${newToken().value}~${right}`), [one], 'one of a series');
  });

  it('is read without failing, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.deepEqual(readDevices(text), []);
      }),
    );
  });
});
