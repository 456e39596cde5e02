/** Hosts of one site that differ in the device or edition that they serve. */
const SERVING = /^(?:www\d?|m|mobile|amp|edition|touch|lite|web)\./u;
/** Front pages of a site, of its editions and languages. */
const FRONT = /^\/(?:(?:index|home|default|start|[a-z]{2}(?:[-_][a-z]{2})?)(?:\.[a-z]{3,5})?\/?)?$/iu;
/** One word, as sections have it. */
const SECTION = /^\/[a-z]+\/?$/iu;
/** What an article's own address goes on with for other forms and further parts of it. */
const FORM = /^\/(?:amp|print|mobile|all|page\/\d+|\d{1,2})\/?$/iu;

/** An absolute http address, or undefined. */
export function webAddress(value: string | null | undefined): string | undefined {
  const url = URL.parse(value?.trim() ?? '');
  return url !== null && /^https?:$/u.test(url.protocol) ? value?.trim() : undefined;
}

/**
 * The address that a page wants to be known by, made absolute against where it was found. One on another site is not
 * believed, or a page could pass itself off as a new version of somebody else's article; nor is a front page, of the
 * site or of a section, which broken templates give for every article.
 * @param stated candidates in the order of trust
 * @param address where the page was found, if known
 */
export function canonicalAddress(stated: readonly (string | null | undefined)[], address?: string): string | undefined {
  const found = URL.parse(address ?? '');
  for (const value of stated) {
    const url = value?.trim() ? URL.parse(value.trim(), found?.href) : null;
    if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '') continue;
    if (found === null || (isSameSite(url, found) && !isFront(url, found))) return url.href;
  }
  return undefined;
}

function isSameSite(one: URL, other: URL): boolean {
  // a number of a machine is no name that can be parted
  if (/^[\d.]+$|:/u.test(one.hostname)) return one.host === other.host;
  return (
    one.hostname.replace(SERVING, '') === other.hostname.replace(SERVING, '') ||
    isBelow(one, other) ||
    isBelow(other, one)
  );
}

/** Below the name itself: whoever has `web.platform.example` is no publisher of its neighbours. */
function isBelow({ hostname }: URL, above: URL): boolean {
  return hostname.endsWith(`.${above.hostname.replace(/^www\d?\./u, '')}`);
}

function isFront(url: URL, found: URL): boolean {
  if (FRONT.test(url.pathname)) return url.pathname !== found.pathname || (url.search === '' && found.search !== '');
  if (!SECTION.test(url.pathname)) return false;
  const section = url.pathname.replace(/\/$/u, '');
  const rest = found.pathname.startsWith(`${section}/`) ? found.pathname.slice(section.length) : '/';
  return rest !== '/' && !FORM.test(rest);
}
