/** Hosts of one site that differ in the device or edition that they serve. */
const SERVING = /^(?:www\d?|m|mobile|amp|edition|touch|lite|web)\./u;

/** An absolute http address, or undefined. */
export function webAddress(value: string | null | undefined): string | undefined {
  const url = URL.parse(value?.trim() ?? '');
  return url !== null && /^https?:$/u.test(url.protocol) ? value?.trim() : undefined;
}

/**
 * The address that a page wants to be known by, made absolute against where it was found. One on another site is not
 * believed, or a page could pass itself off as a new version of somebody else's article; nor is the site's front page,
 * which broken templates give for every article.
 * @param stated candidates in the order of trust
 * @param address where the page was found, if known
 */
export function canonicalAddress(stated: readonly (string | null | undefined)[], address?: string): string | undefined {
  const found = URL.parse(address ?? '');
  for (const value of stated) {
    const url = value?.trim() ? URL.parse(value.trim(), found?.href) : null;
    if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '') continue;
    if (found === null || (isSameSite(url, found) && (url.pathname.length > 1 || found.pathname.length <= 1)))
      return url.href;
  }
  return undefined;
}

function isSameSite(one: URL, other: URL): boolean {
  const [a, b] = [one, other].map(({ hostname }) => hostname.replace(SERVING, '')) as [string, string];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
