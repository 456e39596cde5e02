import { BlockList } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublic } from '../../src/fetch/public-address.ts';

// IANA's registries of special purposes of 2025, and multicast; what is globally reachable of them is left out as well,
// since it serves machines and no documents
// biome-ignore format: a table
const special4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32',
];
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const special = new BlockList();
for (const [net = '', prefix] of special4.map((range) => range.split('/')))
  special.addSubnet(net, Number(prefix), 'ipv4');
for (const [net = '', prefix] of special6.map((range) => range.split('/')))
  special.addSubnet(net, Number(prefix), 'ipv6');
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

const starts4 = special4.map((range) => range.split('/')[0] ?? '');
const near4 = fc
  .tuple(fc.constantFrom(...starts4), fc.integer({ min: -(2 ** 12), max: 2 ** 24 }))
  .map(([start, by]) => ip4((number4(start) + by) >>> 0));
const address4 = fc.oneof(near4, fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(ip4));

// biome-ignore format: a table
const prefixes6 = ['', '64:ff9b:', '64:ff9b:1:', '100:', '2001:', '2001:db8:', '2002:', '2620:4f:8000:', '3fff:', '5f00:', 'fc00:', 'fd00:ec2:', 'fe80:', 'fec0:', 'ff02:', '2a00:', '2600:', '0:0:0:0:0:ffff:', '0:0:0:0:ffff:0:'];
const group = fc.oneof(
  fc.constant('0'),
  fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16)),
);
const address6 = fc
  .tuple(fc.constantFrom(...prefixes6), fc.array(group, { minLength: 8, maxLength: 8 }))
  .map(([prefix, groups]) => [...prefix.split(':').filter((part) => part !== ''), ...groups].slice(0, 8).join(':'));

test('an address of IPv4 is public exactly where the registries know no other purpose of it', () => {
  const law = fc.property(address4, (address) => {
    expect(isPublic(address)).toBe(!special.check(address, 'ipv4'));
  });
  fc.assert(law, { seed: 17, numRuns: 20_000 });
});

test('an address of IPv6 is public exactly where it is given out to the public', () => {
  const law = fc.property(address6, (address) => {
    const isTunnel = /:0?5efe:/.test(address);
    fc.pre(!isTunnel);
    expect(isPublic(address)).toBe(given.check(address, 'ipv6') && !special.check(address, 'ipv6'));
  });
  fc.assert(law, { seed: 17, numRuns: 20_000 });
});

test('no address of IPv4 is public in the clothes of IPv6', () => {
  const law = fc.property(address4, (address) => {
    const hex = number4(address).toString(16).padStart(8, '0');
    const [high, low] = [hex.slice(0, 4), hex.slice(4)];
    for (const dressed of [
      `::ffff:${address}`,
      `::${address}`,
      `::ffff:0:${address}`,
      `64:ff9b::${address}`,
      `64:ff9b:1::${address}`,
      `2002:${high}:${low}::1`,
      `2001:0:${high}:${low}:0:0:1:1`,
      `2001:0:5db8:d822::${(~number4(address) >>> 0)
        .toString(16)
        .padStart(8, '0')
        .replace(/^(.{4})/, '$1:')}`,
      `2a00:1450::5efe:${address}`,
      `2a00:1450::200:5efe:${address}`,
      `fe80::5efe:${address}`,
    ])
      expect(isPublic(dressed), dressed).toBe(false);
  });
  fc.assert(law, { seed: 17, numRuns: 1_000 });
});

test.for([
  '',
  'localhost',
  '127.1',
  '1.1.1',
  '0x08.8.8.8',
  'fe80::1%lo',
  '2a00:1450::1%lo',
  '8.8.8.8 ',
  '[2a00:1450::1]',
  '８.8.8.8',
])('%j is no public address, whatever it may mean to some', (text) => {
  expect(isPublic(text)).toBe(false);
});

test('servers of the public web are public', () => {
  for (const address of ['8.8.8.8', '151.101.1.164', '2a00:1450:4001:82b::200e', '2606:4700::6810:84e5'])
    expect(isPublic(address)).toBe(true);
});

function number4(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

function ip4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}
