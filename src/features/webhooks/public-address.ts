import ipaddr from 'ipaddr.js';

/** What the Internet's registries give out; the rest of IPv6 is special (RFC 4291). */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public Internet: not private, loopback, link-local, shared (CGNAT), multicast,
 * unspecified or reserved, nor IPv6 that hides such an IPv4 address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // `process` takes an IPv4-mapped address for the IPv4 address that it is.
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_V6);
}
