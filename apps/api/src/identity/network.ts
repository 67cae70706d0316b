/**
 * The network an address belongs to: /24 for IPv4, /48 for IPv6. Coarse enough to keep in the list of sessions, and what
 * a customer of a hosting company cannot leave at will.
 */
export function networkOf(ip: string): string {
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (mapped.includes('.')) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  return `${fullGroups(mapped).slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, with the zeros that `::` leaves out. */
function fullGroups(ip: string): string[] {
  const [head = '', tail] = ip.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after];
}
