import { visibleLine, visibleText } from '../ingest/encoding.ts';
import { resolved, signOf } from './character-references.ts';
import { type Piece, piecesOf } from './tags.ts';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What they hold is no part of what is told. */
const LEFT_OUT = new Set(
  'script style noscript template figcaption button svg math audio video iframe object select textarea'.split(' '),
);
/** Characters of a title that are looked at. */
const LONGEST_LINE = 5000;
/** Characters of a text that are looked at: an article of a hundred pages has fewer. */
export const LONGEST_MARKUP = 600_000;
/** How often what was escaped twice, or three times, is read again. */
const ROUNDS = 3;
const TAG = /<[/!?]?[a-z][^<>]*>|<!--/iu;
const ESCAPED = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[\da-f]{2,4}|[lr][sd]quo|[nm]dash|hellip);/iu;
const CONTROLS = /[\p{Cc}--[\t\n\r\u0080-\u009F]]/gv;
/** Signs of windows-1252 that were taken for those of ISO 8859-1. */
const MISREAD = /[\u0080-\u009F]/gu;

/** One line of plain text out of a title that may hold HTML, escaped once too often or not at all. */
export function lineOf(markup: string | undefined): string | undefined {
  let line = markup?.slice(0, LONGEST_LINE) ?? '';
  for (let round = 0; round < ROUNDS && (round === 0 || TAG.test(line) || ESCAPED.test(line)); round += 1)
    line = tidy(withoutTags(line, ' '));
  while (TAG.test(line)) line = line.replace(/[<>]/gu, ' ');
  line = visibleLine(line);
  return line === '' ? undefined : line;
}

/** Paragraphs of plain text, parted by blank lines, out of HTML; text without any tag keeps its own blank lines. */
export function paragraphsOf(markup: string | undefined): string | undefined {
  let text = markup?.slice(0, LONGEST_MARKUP) ?? '';
  if (!TAG.test(text) && /&lt;\/?(?:p|div|br|a|b|i|em|strong|span|ul|li)\b/iu.test(text)) text = resolved(text);
  return trimmed(tidy(TAG.test(text) ? withoutTags(text, '\n\n') : withoutBreaks(text)));
}

/** Paragraphs of text that is no markup. */
export function paragraphsOfText(text: string | undefined): string | undefined {
  return trimmed(tidy(text?.slice(0, LONGEST_MARKUP) ?? ''));
}

function withoutBreaks(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => resolved(paragraph).replace(/\s+/gu, ' '))
    .join('\n\n');
}

function withoutTags(markup: string, edge: string): string {
  const parts: string[] = [];
  let leftOut: { readonly name: string; depth: number } | undefined;
  for (const piece of piecesOf(markup)) {
    const name = 'name' in piece ? piece.name.toLowerCase() : '';
    if (leftOut !== undefined) leftOut = stillLeftOut(leftOut, piece, name);
    else if (piece.kind === 'open' && !piece.ended && LEFT_OUT.has(name)) leftOut = { name, depth: 1 };
    else parts.push(wordsOf(piece, name, markup, edge));
  }
  return parts.join('');
}

function stillLeftOut(
  leftOut: { readonly name: string; depth: number },
  piece: Piece,
  name: string,
): typeof leftOut | undefined {
  if (name !== leftOut.name) return leftOut;
  const depth = leftOut.depth + (piece.kind === 'close' ? -1 : 1);
  return depth === 0 ? undefined : { name, depth };
}

function wordsOf(piece: Piece, name: string, markup: string, edge: string): string {
  if (piece.kind === 'text') return resolved(markup.slice(piece.start, piece.end)).replace(/\s+/gu, ' ');
  if (piece.kind === 'cdata') return markup.slice(piece.start + 9, piece.closed ? piece.end - 3 : piece.end);
  if (name === 'br') return edge === ' ' ? ' ' : '\n';
  return BLOCKS.has(name) ? edge : '';
}

function tidy(text: string): string {
  return visibleText(text.replace(CONTROLS, '').replace(MISREAD, (sign) => signOf(sign.charCodeAt(0))))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n');
}

function trimmed(text: string): string | undefined {
  const words = text.trim();
  return words === '' ? undefined : words;
}
