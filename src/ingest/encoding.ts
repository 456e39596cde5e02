const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** The WHATWG standard looks for a page's charset in its first 1,024 bytes; busy pages need a little more. */
const META_WINDOW = 4096;
const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})/i;

/**
 * Zero-width and direction marks and tag characters, which can hide words from a reader or turn them round. ZWNJ and
 * ZWJ (U+200C, U+200D) stay: Persian and Indic scripts are written with them.
 */
const HIDDEN = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/** The encoding that the first bytes give away, if they do. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  return BOMS.find((bom) => bom.bytes.every((byte, at) => bytes[at] === byte))?.encoding;
}

/** Bytes looked at for control characters, and the share of them above which it is no text. */
const CONTROL_WINDOW = 8192;
const MOST_CONTROLS = 0.02;

/** NUL bytes stand in no text but UTF-16, and other control characters hardly in any. */
export function isBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes)?.startsWith('utf-16') === true) return false;
  const head = bytes.subarray(0, CONTROL_WINDOW);
  const controls = head.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)).length;
  return bytes.includes(0) || controls > head.length * MOST_CONTROLS;
}

/**
 * Text of bytes, without byte order mark: by the mark, else as UTF-8 where that is valid, else by the charset a page
 * names, else as windows-1252, which gives every byte a character. Never throws.
 */
export function decoded(bytes: Uint8Array, markup = false): string {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder((markup ? namedCharset(bytes) : undefined) ?? 'windows-1252').decode(bytes);
  }
}

function namedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, META_WINDOW));
  const label = META_CHARSET.exec(head)?.[1];
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Text with `\n` for every line break and without characters that nobody sees. Nothing else is changed. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(HIDDEN, '');
}

/** One line of visible text, for titles and names. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/gu, ' ').trim();
}
