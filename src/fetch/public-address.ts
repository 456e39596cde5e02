import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Azure's own server for machines within it, at an address that the registries count as public. */
const AZURE_HOST = '168.63.129.16';
/** All of IPv6 that is given out: https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** An interface named after an IPv4 address, ISATAP: https://www.rfc-editor.org/rfc/rfc5214#section-6.1 */
const ISATAP = [0x5efe, 0x0000];

/**
 * Whether an address belongs to the public internet: in no range of IANA's registries of special purposes, and no
 * IPv4 address in the clothes of IPv6 (mapped, compatible, translated, 6to4, Teredo, NAT64), since these lead to
 * wherever a gateway takes them.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 * @param address as `net.isIP` knows it; anything else is not public
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return parsed.toString() !== AZURE_HOST;
  return parsed instanceof ipaddr.IPv6 && parsed.match(GLOBAL_UNICAST) && !isTunnel(parsed.parts);
}

function isTunnel(parts: readonly number[]): boolean {
  // the bit that says "unique in the world" may be set or not
  return ((parts[4] ?? 0) & ~0x0200) === ISATAP[1] && parts[5] === ISATAP[0];
}
