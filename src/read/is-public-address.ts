import {BlockList, isIPv4, isIPv6} from 'node:net'

/** IPv4 networks that are nobody's on the internet. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const closed: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // Behind a provider's translation.
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // Link-local; clouds tell secrets at 169.254.169.254.
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3] // Multicast, reserved and broadcast.
]

/** Of IPv6 only 2000::/3 is handed out; in it these are special. @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const closed6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // Teredo and its like carry an IPv4 address.
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 does too.
  ['3fff::', 20]
]

const refused = new BlockList()
for (const [network, bits] of closed) refused.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of closed6) refused.addSubnet(network, bits, 'ipv6')

const handedOut = new BlockList()
handedOut.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an IP address belongs to the public internet: not this machine, its network, its provider's or a cloud's inner one.
 * Addresses of IPv6 that stand for one of IPv4 (mapped, translated) are not.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, 'ipv4')
  return isIPv6(address) && handedOut.check(address, 'ipv6') && !refused.check(address, 'ipv6')
}
