export { inert, inertLine, inertRun } from '../domain/inert.ts';

/** An article's address when it is http(s), in the normal form that holds no blank or control character. */
export function safeUrl(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol) || parsed.username || parsed.password)
    return undefined;
  return parsed.href.replace(/[()<>"'`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The address that opens an article at the quoted words, by a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/). Long quotes are named by their first and last words.
 */
export function quoteUrl(url: string | undefined, quote: string): string | undefined {
  const base = safeUrl(url);
  const words = quote.split(/\s+/).filter(Boolean);
  if (base === undefined || base.includes('#') || words.length === 0) return base;
  const ends = words.length > 12 ? [words.slice(0, 5), words.slice(-5)] : [words];
  return `${base}#:~:text=${ends.map((part) => encodeFragment(part.join(' '))).join(',')}`;
}

function encodeFragment(text: string): string {
  const wellFormed = text.toWellFormed();
  return encodeURIComponent(wellFormed).replace(
    /[-()'!*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The first words of a text, within `limit` code units, never half a word or half a character; `cut` where it goes on. */
export function firstWords(text: string, limit: number): { readonly text: string; readonly cut: boolean } {
  if (text.length <= limit) return { text, cut: false };
  const space = text.lastIndexOf(' ', limit);
  const end = space > limit / 2 ? space : limit;
  return {
    text: text
      .slice(0, end)
      .replace(/[\ud800-\udbff]$/, '')
      .trimEnd(),
    cut: true,
  };
}
