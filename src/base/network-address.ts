const IPV4 = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})(:\d{1,5})?$/;
const IPV6 = /^(?:\[([0-9a-fA-F:.]+)(?:%[\w.-]{1,32})?\](?::\d{1,5})?|([0-9a-fA-F:.]+)(?:%[\w.-]{1,32})?)$/;
/** RFC 4291 2.5.5.2: an IPv4 address as sockets of both families write it. */
const MAPPED = '0:0:0:0:0:ffff';

/**
 * The network that somebody is counted by: an IPv4 address, or the first 64 bits of an IPv6 address, of which one household or
 * telephone has all the rest (RFC 4291 2.5.4). Reads what connections and proxies write, with or without a port; `null` when it
 * is no address.
 */
export function networkOf(text: string): string | null {
  const written = text.trim();
  if (written.length > 100) return null;
  const [, ...four] = IPV4.exec(written) ?? [];
  const bytes = four.slice(0, 4).map(Number);
  if (bytes.length === 4) return bytes.every((byte) => byte <= 255) ? bytes.join('.') : null;
  const [, bracketed, bare] = IPV6.exec(written) ?? [];
  const groups = groupsOf(bracketed ?? bare ?? '');
  if (groups === null) return null;
  if (groups.slice(0, 6).join(':') === MAPPED) {
    const low = groups.slice(6).map((group) => Number.parseInt(group, 16));
    return low.flatMap((group) => [group >> 8, group & 0xff]).join('.');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * Who is on the other side: what the outermost trusted proxy wrote last into `X-Forwarded-For`, or else the connection itself.
 * What is no address is not believed: it would make everybody as many people as they like.
 */
export function clientNetwork(
  trustedProxies: number,
  forwardedFor: string | undefined,
  remoteAddress: string | undefined,
): string {
  const told = trustedProxies > 0 ? forwardedFor?.split(',').at(-trustedProxies) : undefined;
  return networkOf(told ?? '') ?? networkOf(remoteAddress ?? '') ?? 'unknown';
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): readonly string[] | null {
  const url = URL.parse(`http://[${address}]/`);
  if (url === null) return null;
  const [before = '', after] = url.hostname.slice(1, -1).split('::');
  const [left, right] = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  if (!left || !right || after === undefined) return left ?? null;
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
}
