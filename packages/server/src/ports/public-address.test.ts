import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** What an address is, with the first and the last of each range. */
const NOT_PUBLIC: Readonly<Record<string, readonly string[]>> = {
  'this network': ['0.0.0.0', '0.255.255.255'],
  private: ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
  'carrier-grade NAT': ['100.64.0.0', '100.127.255.255'],
  loopback: ['127.0.0.1', '127.255.255.255', '::1'],
  'link-local, with the metadata of clouds': [
    '169.254.0.0',
    '169.254.169.254',
    'fe80::1',
    'febf::1',
    'fe80::1%eth0',
  ],
  'protocol assignments': ['192.0.0.0', '192.0.0.255', '2001::1', '2001:1ff::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  '6to4': ['192.88.99.1', '2002:5db8:d70e::1'],
  benchmarks: ['198.18.0.0', '198.19.255.255', '2001:2::1'],
  multicast: ['224.0.0.0', '239.255.255.255', 'ff02::1'],
  reserved: ['240.0.0.0', '255.255.255.255', '4000::1', '5f00::1'],
  unspecified: ['::'],
  'an IPv4 address in an IPv6 one': [
    '::ffff:93.184.215.14',
    '::ffff:7f00:1',
    '::93.184.215.14',
    '::ffff:0:5db8:d70e',
  ],
  'translated (NAT64)': ['64:ff9b::5db8:d70e', '64:ff9b:1::1'],
  'unique local': ['fc00::1', 'fdff::1'],
  'site-local': ['fec0::1'],
  'a black hole': ['100::1'],
  'no address': [
    '',
    'localhost',
    'example.com',
    '1.2.3',
    '1.2.3.4.5',
    '0x7f.1',
    '2130706433',
    '1.2.3.4/8',
    ':::',
  ],
};

describe('A public address (B7)', () => {
  for (const [what, addresses] of Object.entries(NOT_PUBLIC)) {
    it(`is not ${what}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
    });
  }

  it('is any other, next to those ranges too', () => {
    for (const address of [
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.167.255.255',
      '198.17.255.255',
      '198.20.0.0',
      '223.255.255.255',
      '2606:4700::1111',
      '2001:4860:4860::8888',
      '2a00::1',
    ])
      assert.equal(isPublicAddress(address), true, address);
  });
});

describe('An address of this machine', () => {
  it('is a loopback one', () => {
    for (const address of ['127.0.0.1', '127.1.2.3', '::1']) assert.equal(isLoopbackAddress(address), true);
    for (const address of ['128.0.0.1', '::2', '::ffff:127.0.0.1', '10.0.0.1', 'localhost'])
      assert.equal(isLoopbackAddress(address), false, address);
  });
});
