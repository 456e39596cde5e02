/** A piece of markup by its offsets. What stands between two pieces is no markup: the pieces cover it all. */
export type Piece =
  /** Text between tags; references are not resolved. May hold a `<` that begins no tag. */
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  /** Character data, with its marks. */
  | { readonly kind: 'cdata'; readonly start: number; readonly end: number; readonly closed: boolean }
  | {
      readonly kind: 'open';
      readonly start: number;
      readonly end: number;
      readonly name: string;
      readonly ended: boolean;
    }
  | { readonly kind: 'close'; readonly start: number; readonly end: number; readonly name: string }
  /** Comments and instructions. */
  | { readonly kind: 'aside'; readonly start: number; readonly end: number }
  /** `<!DOCTYPE`, with what it declares. */
  | { readonly kind: 'doctype'; readonly start: number; readonly end: number };

const NAME = /[A-Za-z_:\u0080-\uFFFF][\w.:\-\u00B7-\uFFFF]*/uy;
const BEGINNING = /<[A-Za-z_:/!?\u0080-\uFFFF]/gu;
const CDATA = '<![CDATA[';
const SPECIAL = /["'<>]/gu;
const DOCTYPE_END = /["'<>[\]]/gu;
/** HTML reads no tags within these. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

/** Markup as it is parted. `deaf` is up to where no tag can begin: a search for the end of one has come that far. */
interface Parting {
  readonly markup: string;
  deaf: number;
}

/**
 * Parts markup into pieces in one pass that takes time by its length alone, whatever it holds: what was searched for
 * the end of a tag in vain is text and is not searched again.
 * @param html whether `<script>` and the like hold no tags
 */
export function* piecesOf(markup: string, html = false): Generator<Piece> {
  const parting: Parting = { markup, deaf: 0 };
  for (let at = 0; at < markup.length; ) {
    const piece = pieceAt(parting, at);
    yield piece;
    at = piece.end;
    if (html && piece.kind === 'open' && !piece.ended && RAW.has(piece.name.toLowerCase())) {
      const end = rawEnd(markup, at, piece.name);
      if (end > at) yield { kind: 'text', start: at, end };
      at = end;
    }
  }
}

function pieceAt(parting: Parting, at: number): Piece {
  const { markup } = parting;
  const begun = at < parting.deaf ? undefined : markupAt(parting, at);
  if (begun !== undefined) return begun;
  // what only looked like a tag is one text with what follows
  let end = textEnd(markup, Math.max(at + 1, parting.deaf));
  while (end < markup.length && isTag(markup, end) && tagAt(parting, end) === undefined)
    end = textEnd(markup, Math.max(end + 1, parting.deaf));
  return { kind: 'text', start: at, end };
}

function markupAt(parting: Parting, at: number): Piece | undefined {
  const { markup } = parting;
  if (markup[at] !== '<') return undefined;
  const next = markup[at + 1];
  if (next === '!') return declarationAt(markup, at);
  if (next === '?') return { kind: 'aside', start: at, end: behind(markup, '?>', at + 2) };
  return tagAt(parting, at);
}

function isTag(markup: string, at: number): boolean {
  return markup[at + 1] !== '!' && markup[at + 1] !== '?';
}

function tagAt(parting: Parting, at: number): Piece | undefined {
  const { markup } = parting;
  const close = markup[at + 1] === '/';
  NAME.lastIndex = at + (close ? 2 : 1);
  const name = NAME.exec(markup)?.[0];
  const end = name === undefined ? undefined : tagEnd(parting, NAME.lastIndex);
  if (name === undefined || end === undefined) return undefined;
  if (close) return { kind: 'close', start: at, end, name };
  return { kind: 'open', start: at, end, name, ended: markup[end - 2] === '/' };
}

/** Where the next markup may begin, from there on. */
function textEnd(markup: string, from: number): number {
  BEGINNING.lastIndex = from;
  return BEGINNING.exec(markup)?.index ?? markup.length;
}

function declarationAt(markup: string, at: number): Piece {
  if (markup.startsWith('<!--', at)) return { kind: 'aside', start: at, end: behind(markup, '-->', at + 4) };
  if (markup.startsWith(CDATA, at)) {
    const end = markup.indexOf(']]>', at + CDATA.length);
    return { kind: 'cdata', start: at, end: end < 0 ? markup.length : end + 3, closed: end >= 0 };
  }
  if (/^<!doctype/iu.test(markup.slice(at, at + 9))) return { kind: 'doctype', start: at, end: doctypeEnd(markup, at) };
  return { kind: 'aside', start: at, end: behind(markup, '>', at + 2) };
}

function behind(markup: string, mark: string, from: number): number {
  const at = markup.indexOf(mark, from);
  return at < 0 ? markup.length : at + mark.length;
}

/** Behind the `>` of a tag. A `<` outside of quotes says that it is none. */
function tagEnd(parting: Parting, from: number): number | undefined {
  const { markup } = parting;
  SPECIAL.lastIndex = from;
  for (let match = SPECIAL.exec(markup); match !== null; match = SPECIAL.exec(markup)) {
    const sign = match[0];
    if (sign === '>') return SPECIAL.lastIndex;
    if (sign === '<') {
      parting.deaf = match.index;
      return undefined;
    }
    const quoted = beginsValue(markup, match.index) ? markup.indexOf(sign, SPECIAL.lastIndex) : -1;
    if (quoted >= 0) SPECIAL.lastIndex = quoted + 1;
  }
  parting.deaf = markup.length;
  return undefined;
}

/** Any other quote is a stray one, as in `<a title="a 5" gun">`. */
function beginsValue(markup: string, quote: number): boolean {
  let before = quote - 1;
  while (quote - before < 8 && /\s/u.test(markup[before] ?? '')) before -= 1;
  return markup[before] === '=';
}

function doctypeEnd(markup: string, from: number): number {
  DOCTYPE_END.lastIndex = from + 2;
  let depth = 0;
  for (let match = DOCTYPE_END.exec(markup); match !== null; match = DOCTYPE_END.exec(markup)) {
    const sign = match[0];
    if (sign === '[' || sign === '<') depth += 1;
    else if (sign === ']') depth -= 1;
    else if (sign === '>' && depth <= 0) return DOCTYPE_END.lastIndex;
    else if (sign === '>') depth -= 1;
    else DOCTYPE_END.lastIndex = behind(markup, sign, DOCTYPE_END.lastIndex);
  }
  return markup.length;
}

function rawEnd(markup: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, 'giu');
  close.lastIndex = from;
  return close.exec(markup)?.index ?? markup.length;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/gu;

/** Attributes of a tag by name in lower case, the first of a name; references are not resolved. */
export function attributesOf(markup: string, tag: Extract<Piece, { kind: 'open' }>): ReadonlyMap<string, string> {
  const inner = markup.slice(tag.start + 1 + tag.name.length, tag.end - 1);
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of inner.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
