/*
 * Addresses as they are typed in chats: platforms wrap them (<https://…>, <https://…|words>, [words](https://…)), and
 * keyboards put quotes around them that no address has.
 */

/** Servers and proxies take no longer ones. https://www.rfc-editor.org/rfc/rfc9110#name-uri-references */
const MOST_ADDRESS = 2_048;

const QUOTES = '"\'`“”„‟‘’‚‛«»‹›';
const MASKED = /^!?\[[^\]]*\]\(\s*<?([^\s<>]+?)>?\s*\)$/;
const ANGLED = /^<([^<>|]+)(?:\|[^<>]*)?>$/;
/** A host with a dot in it, and what may follow one. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u;

/** What was typed, without what stands around it. */
export function unwrapped(typed: string): string {
  const text = typed.trim();
  const inner = MASKED.exec(text)?.[1] ?? ANGLED.exec(text)?.[1] ?? withoutQuotes(text);
  return inner === text ? text : unwrapped(inner);
}

/** Before an address that a program handed on to another. */
const FEED_SCHEME = /^feed:(?=https?:\/\/)|^feed:(?=\/\/)/i;

/**
 * An http or https address in its normal form; one without either stays as it is typed, since it may be either.
 * Undefined where it is none.
 */
export function addressIn(typed: string): string | undefined {
  const text = unwrapped(typed)
    .replace(/[.,;!]+$/, '')
    .replace(FEED_SCHEME, '')
    .replace(/^\/\//, '');
  if (text.length > MOST_ADDRESS) return undefined;
  if (HOST.test(text)) return text;
  const address = URL.parse(text)?.href;
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
}

/** The server that an address names. */
export function hostOf(address: string): string {
  return (URL.parse(address) ?? URL.parse(`https://${address}`))?.host ?? '';
}

function withoutQuotes(text: string): string {
  const isQuoted = text.length > 2 && QUOTES.includes(text.charAt(0)) && QUOTES.includes(text.charAt(text.length - 1));
  return isQuoted ? text.slice(1, -1).trim() : text;
}
