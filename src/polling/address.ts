/** Written before an address by programs that hand feeds on: `feed://host/path` and `feed:https://host/path`. */
const FEED_SCHEME = /^feed:(?:\/\/)?(?=https?:)|^feed:(?=\/\/)/i;
/** What may stand around an address in a message: `<…>`, quotation marks, and the label that Slack puts behind it. */
const AROUND = /^[\s<("'“‘«]+|[\s>)"'”’»]+$/gu;

/**
 * The addresses that a user may mean, the likeliest first: without a scheme it is https, then http. None where it can be
 * no address of the web.
 */
export function typedAddresses(typed: string): readonly string[] {
  const bare = (typed.replace(AROUND, '').split('|', 1)[0] ?? '').replace(FEED_SCHEME, '');
  const written = /^[a-z][a-z\d+.-]*:(?!\d+(?:\/|$))/i.test(bare)
    ? [bare]
    : ['https:', 'http:'].map((scheme) => `${scheme}//${bare.replace(/^\/+/, '')}`);
  return written.flatMap((address) => {
    const url = URL.parse(address);
    const isWeb = url !== null && /^https?:$/.test(url.protocol) && !/\s/.test(bare) && isHost(url.hostname);
    if (!isWeb) return [];
    url.hash = '';
    return [url.href];
  });
}

/** A name with a dot, or a number of a machine: a single word is a word. */
function isHost(hostname: string): boolean {
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost';
}

/** An address as a log may show it: what stands behind a question mark may be a key. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  return url === null ? '' : `${url.host}${url.pathname}`;
}

/** Words with addresses in them, as a log may show them. */
export function withoutQueries(words: string): string {
  return words.replace(/(https?:\/\/[^\s?#]+)[?#]\S*/g, '$1');
}
