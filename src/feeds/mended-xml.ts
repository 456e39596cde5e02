import { newest } from './newest.ts';
import { attributesOf, type Piece, piecesOf } from './tags.ts';

/** XML as a parser that trusts its input can read it, and what was found on the way. */
export interface MendedXml {
  readonly text: string;
  /** The outermost element's name in lower case, without its prefix. */
  readonly root: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Items that the document holds whole; the text holds `limits.items` of them at most. */
  readonly total: number;
  /** Whether it ends within an element. */
  readonly brokenOff: boolean;
}

export interface XmlLimits {
  /** Levels of elements. */
  readonly depth: number;
  /** Tags that are handed on. */
  readonly tags: number;
  /** Characters of a tag with its attributes. */
  readonly tag: number;
  /** Local names, in lower case, of the elements that are counted and of which only the newest are handed on. */
  readonly item: ReadonlySet<string>;
  readonly items: number;
  /** Local names of elements that are left out with all they hold. */
  readonly without?: ReadonlySet<string>;
}

type Tag = Extract<Piece, { kind: 'open' }>;

interface Item {
  readonly from: number;
  /** Behind its last part; absent while it is open. */
  readonly to?: number;
  tags: number;
  date?: number;
}

/** Elements of HTML that have no end tag, where they stand in a text unescaped. */
const VOID = new Set('area br col embed hr img input wbr'.split(' '));
/** Elements that end where one of the same name begins, since authors leave out the end tag. */
const ENDS_ITSELF = new Set('item entry p li'.split(' '));
/** Fields that hold no other field: one that begins within them shows that an end tag is missing or misspelt. */
const FIELDS = new Set('title link guid pubdate description category author comments enclosure source'.split(' '));
const LEAVES = new Set('title link guid pubdate category comments'.split(' '));
const DATES = new Set('pubdate date published updated issued modified'.split(' '));
/** Texts that need no more; a reader of names may take the square of it. */
const SHORT = new Set(
  'title link guid id author name creator email managingeditor webmaster pubdate date updated published'.split(' '),
);
const SHORT_LENGTH = 4000;
/** Names that mean something else to objects of JavaScript. */
const FOREIGN = new Set(['__proto__', 'constructor', 'prototype', 'hasownproperty', 'tostring', 'valueof']);
const PLAIN_TAG = /^<[^\s<>"'=/]+(?:\s+[A-Za-z_:][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>$/u;
const UNSAFE_ENTITY =
  /<!ENTITY\s+(?!%)[^\s>]+\s+(?!(?:"(?:&(?:amp;)?#x?[\da-f]{1,6};|[^"&%]{0,8})"|'(?:&(?:amp;)?#x?[\da-f]{1,6};|[^'&%]{0,8})')\s*>)/iu;

/**
 * Makes XML well-formed in one pass: closes what was left open, drops what was never opened, comments, instructions and
 * the document type, escapes a `<` that begins no tag. Gives the reason, as one line, where it is too deep, too large,
 * or declares entities of its own; nothing that it declares is ever expanded or fetched.
 */
export function mendedXml(source: string, limits: XmlLimits): MendedXml | { readonly rejected: string } {
  const mending = new Mending(source, limits);
  for (const piece of piecesOf(source)) {
    const reason = mending.take(piece);
    if (reason !== undefined) return { rejected: reason };
  }
  return mending.end();
}

class Mending {
  readonly #source: string;
  readonly #limits: XmlLimits;
  readonly #written: Written;
  /** Names as they are written, the innermost last. */
  readonly #open: string[] = [];
  readonly #items: Item[] = [];
  #item: Item | undefined;
  #itemDepth = 0;
  #root: { readonly name: string; readonly attributes: ReadonlyMap<string, string> } | undefined;
  #tags = 0;
  /** The level at which what is left out began. */
  #mutedAt: number | undefined;
  #done = false;

  constructor(source: string, limits: XmlLimits) {
    this.#source = source;
    this.#limits = limits;
    this.#written = new Written(source);
  }

  take(piece: Piece): string | undefined {
    if (piece.kind === 'doctype') return this.#doctype(piece);
    if (piece.kind === 'aside' || this.#done) return undefined;
    if (piece.kind === 'open') return this.#begin(piece);
    if (piece.kind === 'close') this.#finish(piece);
    else if (this.#open.length > 0 && this.#mutedAt === undefined) this.#words(piece);
    return undefined;
  }

  end(): MendedXml | { readonly rejected: string } {
    if (this.#root === undefined) return { rejected: 'the document holds no XML element' };
    const brokenOff = this.#open.length > 0;
    if (this.#item !== undefined) this.#drop(this.#item);
    this.#closeTo(0);
    const kept = newest(this.#items, this.#limits.items, ({ date }) => date);
    const dropped = this.#items.filter((item) => !kept.has(item));
    const tags = dropped.reduce((sum, item) => sum - item.tags, this.#tags);
    if (tags > this.#limits.tags) return { rejected: 'the document has too many elements to be read in good time' };
    const text = withoutItems(this.#written.parts(), dropped);
    const { name, attributes } = this.#root;
    return { text, root: localName(name), attributes, total: this.#items.length, brokenOff };
  }

  #doctype({ start, end }: Piece): string | undefined {
    return UNSAFE_ENTITY.test(this.#source.slice(start, end))
      ? 'the document declares entities of its own, which feeds have no use for and attackers have'
      : undefined;
  }

  #words(piece: Extract<Piece, { kind: 'text' | 'cdata' }>): void {
    const within = localName(this.#open.at(-1) ?? '');
    const words = this.#source.slice(piece.start, piece.end);
    if (DATES.has(within) && this.#item !== undefined) this.#item.date ??= Date.parse(words);
    if (piece.kind === 'cdata' && !piece.closed) this.#written.add(`${words}]]>`);
    else if (piece.kind === 'cdata') this.#written.copy(piece);
    else if (SHORT.has(within) && words.length > SHORT_LENGTH) this.#written.add(escaped(words.slice(0, SHORT_LENGTH)));
    else if (words.includes('<')) this.#written.add(escaped(words));
    else this.#written.copy(piece);
  }

  #begin(tag: Tag): string | undefined {
    if (tag.end - tag.start > this.#limits.tag) return 'one of the tags of the document is far too long';
    const name = isForeign(tag.name) ? 'x' : tag.name;
    const local = localName(name);
    this.#root ??= { name, attributes: attributesOf(this.#source, tag) };
    this.#endImplied(name, local);
    if (this.#item === undefined) this.#beginApart(local);
    const ended = tag.ended || VOID.has(local);
    if (this.#mutedAt === undefined) this.#writeOpening(tag, name, ended);
    this.#open.push(name);
    if (ended) this.#leave();
    return this.#open.length > this.#limits.depth
      ? `the document's elements are nested more than ${this.#limits.depth} deep`
      : undefined;
  }

  /** What is counted, and what is left out, begins a part of its own. */
  #beginApart(local: string): void {
    if (this.#limits.item.has(local)) {
      this.#item = { from: this.#written.mark(), tags: 0 };
      this.#itemDepth = this.#open.length;
    } else if (this.#limits.without?.has(local)) this.#mutedAt ??= this.#open.length;
  }

  #endImplied(name: string, local: string): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    if (FIELDS.has(local) && LEAVES.has(localName(top))) this.#closeTo(this.#open.length - 1);
    else if (ENDS_ITSELF.has(local) && this.#open.includes(name)) this.#closeTo(this.#open.lastIndexOf(name));
  }

  #writeOpening(tag: Tag, name: string, ended: boolean): void {
    this.#tags += 1;
    if (this.#item !== undefined) this.#item.tags += 1;
    const plain = tag.end - tag.start === tag.name.length + 2 || PLAIN_TAG.test(this.#source.slice(tag.start, tag.end));
    if (plain && name === tag.name && ended === tag.ended) this.#written.copy(tag);
    else this.#written.add(`<${name}${rewritten(attributesOf(this.#source, tag))}${ended ? '/>' : '>'}`);
  }

  #finish(close: Extract<Piece, { kind: 'close' }>): void {
    const last = this.#open.length - 1;
    if (this.#open[last] === close.name && last > 0) {
      if (this.#mutedAt === undefined) this.#written.copy(close);
      this.#open.pop();
      this.#leaveAt(last);
      return;
    }
    const lower = close.name.toLowerCase();
    const at = this.#open.findLastIndex((name) => name.toLowerCase() === lower);
    if (at >= 0) this.#closeTo(at);
  }

  #closeTo(depth: number): void {
    while (this.#open.length > depth) {
      if (this.#mutedAt === undefined) this.#written.add(`</${this.#open.at(-1)}>`);
      this.#leave();
    }
    if (depth === 0 && this.#root !== undefined) this.#done = true;
  }

  #leave(): void {
    this.#open.pop();
    this.#leaveAt(this.#open.length);
  }

  #leaveAt(depth: number): void {
    if (depth === this.#mutedAt) this.#mutedAt = undefined;
    if (this.#item === undefined || depth > this.#itemDepth) return;
    this.#items.push({ ...this.#item, to: this.#written.mark() });
    this.#item = undefined;
  }

  /** What breaks off is not taken for the whole: it comes with the next poll. */
  #drop(item: Item): void {
    this.#written.cutAt(item.from);
    this.#tags -= item.tags;
    this.#open.length = this.#itemDepth;
    this.#item = undefined;
  }
}

/** Text made of stretches of another: what stands together there is one part here. */
class Written {
  readonly #source: string;
  readonly #parts: string[] = [];
  #from = -1;
  #to = -1;

  constructor(source: string) {
    this.#source = source;
  }

  copy({ start, end }: { readonly start: number; readonly end: number }): void {
    if (start !== this.#to) {
      this.mark();
      this.#from = start;
    }
    this.#to = end;
  }

  add(text: string): void {
    this.mark();
    this.#parts.push(text);
  }

  /** How many parts there are: the next begins a new one. */
  mark(): number {
    if (this.#to > this.#from) this.#parts.push(this.#source.slice(this.#from, this.#to));
    this.#from = -1;
    this.#to = -1;
    return this.#parts.length;
  }

  cutAt(mark: number): void {
    this.mark();
    this.#parts.length = mark;
  }

  parts(): readonly string[] {
    this.mark();
    return this.#parts;
  }
}

function withoutItems(parts: readonly string[], items: readonly Item[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { from, to = from } of items) {
    for (; at < from; at += 1) kept.push(parts[at] ?? '');
    at = to;
  }
  for (; at < parts.length; at += 1) kept.push(parts[at] ?? '');
  return kept.join('');
}

function rewritten(attributes: ReadonlyMap<string, string>): string {
  const written = [...attributes].filter(([name]) => /^[A-Za-z_:][\w.:-]*$/u.test(name) && !isForeign(name));
  return written.map(([name, value]) => ` ${name}="${value.replace(/"/gu, '&quot;').replace(/</gu, '&lt;')}"`).join('');
}

function isForeign(name: string): boolean {
  return name.startsWith('__') || FOREIGN.has(name.toLowerCase());
}

/** A row of them says no more than one. */
function escaped(text: string): string {
  return text.replace(/<+/gu, '&lt;');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
