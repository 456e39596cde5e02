/** A label before a country's two letters that belongs to the country, as in `co.uk`: at most so long. */
const LONGEST_SECOND_LEVEL = 3;

/**
 * Whether two addresses are of one publisher's site: `feeds.example.org` and `www.example.org` are. Told by the last two
 * labels of a host, or three under a country's second level, since no list of public suffixes is at hand.
 */
export function isOneSite(one: string, other: string): boolean {
  const [first, second] = [siteOf(one), siteOf(other)];
  return first !== undefined && first === second;
}

function siteOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const { hostname, host } = url;
  // a number of a machine is no name that can be parted
  if (/^[\d.]+$|:/.test(hostname)) return host;
  const labels = hostname.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isCountrys = top.length === 2 && second.length <= LONGEST_SECOND_LEVEL;
  return labels.slice(isCountrys ? -3 : -2).join('.');
}
