import assert from 'node:assert/strict';
import { isIPv6 } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { networkOf, plainAddress, subjectOfAddress } from './address.ts';

describe('An address as people know it', () => {
  for (const [address, plain] of [
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:0DB8:0:0::0001', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ] as const) {
    it(`is ${plain} for ${String(address)}`, () => {
      assert.equal(plainAddress(address), plain);
    });
  }
});

describe('What attempts from an address are filed under (L4)', () => {
  for (const [address, subject] of [
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1::2:3:4:5', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['1:2:3:4::', '1:2:3:4::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['unknown', 'unknown'],
  ] as const) {
    it(`is ${subject} for ${address}`, () => {
      assert.equal(subjectOfAddress(address), subject);
    });
  }

  it('is the same for all addresses of a /64, and differs for different ones', () => {
    const group = fc.nat({ max: 0xffff }).map((value) => value.toString(16));
    const half = fc.tuple(group, group, group, group).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(half, half, half, half, (network, other, one, two) => {
        fc.pre(isIPv6(`${network}:${one}`));
        assert.equal(subjectOfAddress(`${network}:${one}`), subjectOfAddress(`${network}:${two}`));
        if (network !== other) {
          assert.notEqual(subjectOfAddress(`${network}:${one}`), subjectOfAddress(`${other}:${one}`));
        }
      }),
    );
  });
});

describe('The network of an address', () => {
  for (const [address, network] of [
    ['203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', 'unknown'],
  ] as const) {
    it(`is ${network} for ${address}`, () => {
      assert.equal(networkOf(address), network);
    });
  }
});
