const MIB = 1024 * 1024;
/** Characters of markup. The largest of 400 news pages looked at had 1.5 million. */
const MAX_MARKUP = 5 * MIB;
/** Levels of elements. None of the 400 pages had more than 60. */
const MAX_DEPTH = 256;
/** Opening and closing tags. The 400 pages had 20,000 at most. */
const MAX_TAGS = 60_000;
/** Sum of the levels at which elements begin: what reading the tree costs, about a microsecond each. */
const MAX_WORK = 1_000_000;

const TAG = /<!--|<(\/?)([a-z][a-z0-9:-]*)/giu;
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
const RAW = new Set(['script', 'style']);
/** Elements that end where one of these begins, since authors may leave out the end tag. */
const ENDED_BY: Readonly<Record<string, string>> = {
  p: 'p',
  li: 'li',
  option: 'option',
  td: 'td th tr',
  th: 'td th tr',
  tr: 'tr',
  dt: 'dt dd',
  dd: 'dt dd',
};

/**
 * Why markup is not parsed, as one line, found by one pass over it; `undefined` for ordinary pages. Bounds what a
 * parser and Readability can be made to do (nested tags alone can hold a parser for seconds).
 */
export function reasonAgainst(markup: string): string | undefined {
  if (markup.length > MAX_MARKUP) return `the page has more than ${MAX_MARKUP / MIB} MiB of markup`;
  const open: string[] = [];
  const tag = new RegExp(TAG);
  let work = 0;
  for (let tags = 1, match = tag.exec(markup); match !== null; match = tag.exec(markup), tags += 1) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) tag.lastIndex = after(markup, /-->/gu, tag.lastIndex);
    else if (match[1] === '/') close(open, name);
    else if (RAW.has(name))
      tag.lastIndex = after(markup, name === 'script' ? /<\/script/giu : /<\/style/giu, tag.lastIndex);
    else if (!VOID.has(name)) begin(open, name, isClosedImage(open, markup, tag.lastIndex));
    if (open.length > MAX_DEPTH) return `the page's elements are nested more than ${MAX_DEPTH} deep`;
    work += match[1] === '/' ? 0 : open.length;
    if (tags > MAX_TAGS || work > MAX_WORK) return 'the page has too many elements to be read in good time';
  }
  return undefined;
}

function begin(open: string[], name: string, closed: boolean): void {
  while (ENDED_BY[open.at(-1) ?? '']?.split(' ').includes(name)) open.pop();
  if (!closed) open.push(name);
}

function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

/** `<path/>` ends at once within an image; elsewhere HTML ignores the slash. */
function isClosedImage(open: readonly string[], markup: string, from: number): boolean {
  if (!open.includes('svg')) return false;
  const end = markup.indexOf('>', from);
  return end > 0 && markup[end - 1] === '/';
}

function after(markup: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.exec(markup) === null ? markup.length : end.lastIndex;
}
