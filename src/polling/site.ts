/** Labels of hosts at which a publisher serves the same site, or its feeds. */
const SERVING = /^(?:www\d?|m|mobile|amp|edition|news|xml|[a-z\d-]*(?:feed|rss)[a-z\d-]*)\./;
/** A label before a country's two letters that belongs to the country, as in `co.uk`: at most so long. */
const LONGEST_SECOND_LEVEL = 3;

/**
 * Whether a feed is of the site that an address belongs to: `feeds.example.org` and `example.org` speak for
 * `www.example.org`, and `example.org` for `culture.example.org`. Neighbours under one name are no site, since anybody can
 * have one at a publishing platform: `one.platform.example` does not speak for `other.platform.example`.
 */
export function isOneSite(feed: string, address: string): boolean {
  const [own, other] = [URL.parse(feed), URL.parse(address)];
  if (own === null || other === null) return false;
  // a number of a machine is no name that can be parted
  if (/^[\d.]+$|:/.test(own.hostname)) return own.host === other.host;
  return bare(own) === bare(other) || other.hostname.endsWith(`.${own.hostname.replace(/^www\d?\./, '')}`);
}

function bare({ hostname }: URL): string {
  const labels = hostname.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isCountrys = top.length === 2 && second.length <= LONGEST_SECOND_LEVEL;
  return labels.length > (isCountrys ? 3 : 2) ? hostname.replace(SERVING, '') : hostname;
}
