import type { RawDocument } from '../domain/reading.ts';
import { byteOrderMark, decoded, isBinary } from '../ingest/encoding.ts';

/** Bytes at the beginning that may name the encoding of all. */
const WINDOW = 4096;
const OF_TYPE = /charset\s*=\s*["']?([\w-]{2,30})/iu;
const OF_XML = /^[^<]{0,200}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,30})/iu;
const OF_META = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})/iu;
/** Written with ASCII bytes alone, so that it looks like UTF-8 throughout. */
const SEVEN_BIT = new Set(['iso-2022-jp']);

/**
 * The text of a document: by its byte order mark, as UTF-16 where zero bytes say so, as UTF-8 where that is valid
 * (publishers name other encodings by mistake), else by what its header, its declaration or its meta element names.
 * Where UTF-8 is named and broken in a few places only, these become U+FFFD; else it was windows-1252 all along.
 * Undefined where the bytes are no text.
 */
export function documentText({ body, type }: Pick<RawDocument, 'body' | 'type'>): string | undefined {
  if (byteOrderMark(body) !== undefined) return decoded(body);
  const wide = wideOrder(body);
  if (wide !== undefined) return new TextDecoder(wide).decode(body);
  if (isBinary(body)) return undefined;
  const named = namedEncodings(body, type);
  const seven = named.find((encoding) => SEVEN_BIT.has(encoding));
  if (seven !== undefined) return new TextDecoder(seven).decode(body);
  const text = new TextDecoder().decode(body);
  if (!text.includes('\uFFFD') || isMostlyValid(text)) return text;
  return new TextDecoder(named.find((encoding) => encoding !== 'utf-8') ?? 'windows-1252').decode(body);
}

/** UTF-16 without its mark: `<` and the sign after it have a zero byte each, on the same side. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && d !== 0 ? 'utf-16be' : undefined;
}

function namedEncodings(bytes: Uint8Array, type: string | undefined): string[] {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, WINDOW));
  return [OF_TYPE.exec(type ?? ''), OF_XML.exec(head), OF_META.exec(head)]
    .map((match) => known(match?.[1]))
    .filter((encoding) => encoding !== undefined);
}

function known(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Whether signs beyond ASCII that were read well outnumber those that were not. */
function isMostlyValid(text: string): boolean {
  let [good, bad] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) bad += 1;
    else if (code > 0x7f) good += 1;
  }
  return good > bad;
}
