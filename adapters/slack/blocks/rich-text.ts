import type { types } from '@slack/bolt';
import { type Block, firstWords, type Run } from '../../../src/index.ts';
import { MOST_HEADER, MOST_TEXT, MOST_URL } from './limits.ts';

/*
 * Text goes into rich text and plain text objects alone. Slack reads no markup in either, so nothing has to be escaped
 * and nothing in an article can ping, link or format: links are elements of their own, and only marks and sources make one.
 */

type Element = types.RichTextElement;

/** What one block of an outline becomes: a header, or an element of a rich text. */
export type Unit =
  | { readonly kind: 'header'; readonly block: types.HeaderBlock }
  | { readonly kind: 'text'; readonly element: types.RichTextBlockElement }
  /** Items of one list stand together. */
  | { readonly kind: 'item'; readonly indent: 0 | 1; readonly section: types.RichTextSection };

export function unitsOf(block: Block): Unit[] {
  switch (block.kind) {
    case 'gap':
      return [];
    case 'title':
      return [{ kind: 'header', block: { type: 'header', text: plainText(cut(block.text, MOST_HEADER)) } }];
    case 'heading':
    case 'verdict':
      return lines([{ kind: 'words', text: block.text, strong: true }]);
    case 'line':
      return lines(block.runs);
    case 'item':
      return items(block.runs, 0);
    case 'part':
      return items(block.runs, 1);
    case 'quote':
      return quote(`[${block.number}] "${block.quote}"${block.cut ? ' …' : ''}`);
    case 'source':
      return lines([sourceMark(block), { kind: 'words', text: ` ${block.text}` }]);
    case 'verbatim':
      return verbatim(block.lines);
    case 'entry':
      return section([code(cut(block.usage, MOST_ENTRY)), textElement(`  ${cut(block.summary, MOST_ENTRY)}`)]);
  }
}

function sourceMark({ number, url }: Extract<Block, { kind: 'source' }>): Run {
  return { kind: 'mark', number, ...(url !== undefined && { url }) };
}

/** Ours, and short; a form's labels may hold a user's words. */
const MOST_ENTRY = 1_000;

export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** At most `limit` characters, whole words, with a sign where it goes on. Slack wants at least one character. */
export function cut(text: string, limit: number): string {
  const first = firstWords(text, limit - 1);
  return (first.cut ? `${first.text}…` : first.text) || '–';
}

function section(content: Element[]): Unit[] {
  return [{ kind: 'text', element: { type: 'rich_text_section', elements: content } }];
}

function lines(runs: readonly Run[]): Unit[] {
  return pieces(runs).flatMap((piece) => section(elements(piece)));
}

function quote(text: string): Unit[] {
  return pieces([{ kind: 'words', text }]).map((piece) => ({
    kind: 'text',
    element: { type: 'rich_text_quote', elements: elements(piece) },
  }));
}

function code(text: string): Element {
  return { type: 'text', text, style: { code: true } };
}

function items(runs: readonly Run[], indent: 0 | 1): Unit[] {
  return pieces(runs).map((piece) => ({
    kind: 'item',
    indent,
    section: { type: 'rich_text_section', elements: elements(piece) },
  }));
}

/** Lines of a text to copy, in boxes that are each short enough. */
function verbatim(lines: readonly string[]): Unit[] {
  const boxes: string[][] = [];
  let room = 0;
  for (const line of lines.flatMap(shortLines)) {
    room -= line.length + 1;
    if (room >= 0) boxes.at(-1)?.push(line);
    else {
      boxes.push([line]);
      room = MOST_TEXT - line.length - 1;
    }
  }
  return boxes.map((box): Unit => {
    const element: types.RichTextPreformatted = {
      type: 'rich_text_preformatted',
      elements: [textElement(box.join('\n'))],
    };
    return { kind: 'text', element };
  });
}

function shortLines(line: string): string[] {
  return pieces([{ kind: 'words', text: line }]).map((runs) => runs.map(shown).join(''));
}

/**
 * Runs in stretches of at most the length of one text, broken between words where there is one to break at, never
 * inside a mark.
 */
function pieces(runs: readonly Run[]): Run[][] {
  const found: Run[][] = [[]];
  let room = MOST_TEXT;
  for (const run of runs.flatMap(shortRuns)) {
    const length = lengthOf(run);
    if (length > room) {
      found.push([]);
      room = MOST_TEXT;
    }
    found.at(-1)?.push(run);
    room -= length;
  }
  return found.filter((piece) => piece.length > 0 || found.length === 1);
}

/** An address that is shown stands in a message twice. */
const MOST_LINK = 1_000;

/** Addresses count towards the limit of a message too. */
function lengthOf(run: Run): number {
  return shown(run).length + (run.kind === 'words' ? 0 : (run.url?.length ?? 0));
}

function shortRuns(run: Run): Run[] {
  if (run.kind === 'link' && run.url.length > MOST_LINK) return shortRuns({ kind: 'words', text: run.url });
  if (run.kind !== 'words' || run.text.length <= MOST_TEXT) return [run];
  const { text } = firstWords(run.text, MOST_TEXT);
  return [{ ...run, text }, ...shortRuns({ ...run, text: run.text.slice(text.length) })];
}

function elements(runs: readonly Run[]): Element[] {
  const made = runs.filter((run) => shown(run) !== '').map(elementOf);
  return made.length > 0 ? made : [textElement('–')];
}

function elementOf(run: Run): Element {
  return run.kind === 'words' ? textElement(run.text, run.strong) : linkOrText(shown(run), run.url);
}

function shown(run: Run): string {
  if (run.kind === 'link') return run.url;
  return run.kind === 'mark' ? `[${run.number}]` : run.text;
}

/** An address that is too long for Slack leads to the article, if that fits, in place of the words. */
function linkOrText(text: string, url = ''): Element {
  const fitting = [url, url.split('#', 1)[0] ?? ''].find(({ length }) => length > 0 && length <= MOST_URL);
  return fitting === undefined ? textElement(text) : { type: 'link', url: fitting, text };
}

function textElement(text: string, bold = false): types.RichTextText {
  return { type: 'text', text: text === '' ? '–' : text, ...(bold && { style: { bold } }) };
}
