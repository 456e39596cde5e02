// What moves a cursor, turns text around, or hides in it. The zero-width non-joiner (U+200C) stays, since Persian needs
// it, and so do the format characters of Arabic that are visible.
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const hidden =
  /(?![\u200c\u0600-\u0605\u06dd\u08e2])(?:\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\u034f|[\u115f\u1160\u3164\uffa0]|[\u{e0100}-\u{e01ef}])/gu;

/**
 * Text that a screen can only show: without control characters (escape sequences begin with one), bidi controls,
 * zero-width and tag characters, on one line. Visible characters are left alone.
 */
export function inert(text: string): string {
  return text.replace(breaks, ' ').replace(hidden, '').replace(/ {2,}/g, ' ').trim();
}

/** As `inert`, with the white space at both ends kept as one space: for stretches of a line. */
export function inertRun(text: string): string {
  const body = inert(text);
  if (body === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${body}${/\s$/.test(text) ? ' ' : ''}`;
}

/** As `inert`, with every blank where it was: for lines of a text that is shown as it is. */
export function inertLine(text: string): string {
  return text.replace(breaks, ' ').replace(hidden, '');
}

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
