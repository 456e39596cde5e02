/** Parameters by which publishers tell where a reader came from, and nothing else. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link_\w+|ptr_\w+|bbc_team|format|creation)|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|mc_[ce]id|ns_(?:mchannel|source|campaign|linkname|fee)|_hs(?:enc|mi)|mkt_tok|wt_mc|wt\.\w+|xtor|cmpid|icid|ocid|traffic_source|maca|guccounter|ito|oly_\w+|vero_\w+|spm|_ga|ref_src|ref_url)$/iu;
/** What else names a feed as the way that a reader came. */
const FROM_FEED = /^(?:rss\w*|feed|atom|newsfeed)$/iu;
const NAMES_WAY = /^(?:ref|source|src|from|partner|emc|cmp|channel|medium|via|origin|rss|feed|output)$/iu;
const LONGEST = 2000;

/** An absolute http or https address, or undefined. */
export function absolute(address: string | undefined, base?: string): string | undefined {
  const text = address?.trim() ?? '';
  if (text === '' || text.length > LONGEST || /\s/u.test(text)) return undefined;
  const url = URL.parse(text, base);
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url.href : undefined;
}

/**
 * An address without its fragment and without what tells only where a reader came from (`utm_source` and the like), so
 * that the same article has the same address wherever it was linked. What is no web address comes back as it is.
 */
export function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/u.test(url.protocol)) return address;
  // a fragment that is a path of its own says which article it is
  if (!url.hash.startsWith('#!') && !url.hash.startsWith('#/')) url.hash = '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !isTracking(pair));
  const search = kept.join('&');
  if (search !== url.search.slice(1) || search === '') url.search = search === '' ? '' : `?${search}`;
  return url.href;
}

function isTracking(pair: string): boolean {
  const [name = '', value = ''] = pair.split('=', 2);
  return TRACKING.test(name) || (NAMES_WAY.test(name) && FROM_FEED.test(value));
}

const NAMES = [
  'feed',
  'rss',
  'rss.xml',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'feed.json',
  'feeds',
  'rss/all',
  '?feed=rss2',
];

/**
 * Addresses at which a site that names no feed may have one, the likeliest first: beside the page, then at the root.
 * Nothing says that any of them is there.
 */
export function likelyFeedAddresses(page: string): string[] {
  const url = URL.parse(page);
  if (url === null || !/^https?:$/u.test(url.protocol)) return [];
  const folder = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  const beside = folder === '/' ? [] : NAMES.slice(0, 3).map((name) => new URL(`${folder}${name}`, url.origin).href);
  return [...new Set([...beside, ...NAMES.map((name) => new URL(`/${name}`, url.origin).href)])];
}
