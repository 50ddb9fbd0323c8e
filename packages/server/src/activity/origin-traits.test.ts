import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { originTraits } from './origin-traits.ts';

const ip = '203.0.113.9';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
const deviceOf = (userAgent: string): string => originTraits({ ip, userAgent }).device;

describe('What makes a device the same one', () => {
  it('is all that its browser says of itself but the versions: an update makes no new device', () => {
    assert.equal(deviceOf(CHROME), deviceOf(CHROME.replace('143.0.0.0', '144.0.7.1')));
    assert.equal(deviceOf('Mac OS X 10_15_7'), deviceOf('Mac OS X 11_2'));
  });

  it('is not shared by another browser, nor by the same one on another system', () => {
    assert.notEqual(deviceOf(CHROME), deviceOf(CHROME.replace('Chrome/143.0.0.0', 'Firefox/143.0')));
    assert.notEqual(deviceOf(CHROME), deviceOf(CHROME.replace('Windows NT 10.0; Win64; x64', 'X11; Linux')));
  });

  it('is the network as well, where that is asked for: two addresses of one household', () => {
    const [one, other] = ['203.0.113.9', '203.0.113.77'].map((address) =>
      originTraits({ ip: address, userAgent: CHROME }),
    );
    assert.deepEqual(one, other);
  });

  it('is short enough to keep, and harmless to read (K6)', () => {
    assert.equal(deviceOf(`x\u202e${'y'.repeat(999)}`).length, 256);
  });
});
