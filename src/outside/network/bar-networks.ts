import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where only machines of the same network or host are, or none (IANA special-purpose address registries; RFC 6890). */
const special: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

/** A fresh list of them. */
export function listSpecialNetworks(): BlockList {
  const list = new BlockList();
  for (const [network, prefix, family] of special) list.addSubnet(network, prefix, family);
  return list;
}

/** A name leads to an address that is barred. */
export class BarredAddress extends Error {}

/** Keeps requests out of networks, at the moment of the connection itself: a name cannot lead elsewhere after it was looked at. */
export function barNetworks(barred: BlockList) {
  const isBarred = (address: string): boolean =>
    // An address of IPv4 that is written as one of IPv6 is judged as what it is by the list itself.
    isIP(address) !== 0 && barred.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (error === null && addresses.some(isBarred)) return done(new BarredAddress(), '', 0);
      return done(error, found, family);
    });
  };
  return {
    /** A host that is an address already is looked up by nobody. */
    isBarredHost: ({ hostname }: URL): boolean => isBarred(hostname.replace(/^\[|\]$/g, '')),
    lookup,
  };
}
