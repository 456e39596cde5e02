import type { types } from '@slack/bolt';
import type { Block } from '../../../src/index.ts';
import { MOST_BLOCKS, MOST_CHARACTERS, MOST_FALLBACK } from './limits.ts';
import { cut, type Unit, unitsOf } from './rich-text.ts';

/** One post: blocks, and the words for where blocks are not shown, such as a notification or a screen reader. */
export interface Message {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
}

/** Room that buttons below a message take. */
const FOR_BUTTONS = 2;

/** Blocks of an outline as as many messages as they need, parted between blocks and never inside a citation. */
export function messagesOf(blocks: readonly Block[], reserved = 0): Message[] {
  const groups: { outline: Block[]; units: Unit[]; size: number }[] = [];
  for (const block of blocks)
    for (const unit of unitsOf(block)) {
      const size = JSON.stringify(unit).length;
      const last = groups.at(-1);
      const most = MOST_CHARACTERS - (groups.length <= 1 ? reserved : 0);
      if (last && last.size + size <= most && countOf(last.units, unit) <= MOST_BLOCKS - FOR_BUTTONS) {
        last.units.push(unit);
        last.size += size;
        if (last.outline.at(-1) !== block) last.outline.push(block);
      } else groups.push({ outline: [block], units: [unit], size });
    }
  return groups.map(({ outline, units }) => ({ blocks: assembled(units), text: spoken(outline) }));
}

/** Headers part rich texts: each may open another block. */
function countOf(units: readonly Unit[], next: Unit): number {
  const headers = [...units, next].filter(({ kind }) => kind === 'header').length;
  return 2 * headers + 1;
}

/** Units between two headers are one rich text; items in a row are one list. */
function assembled(units: readonly Unit[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  for (const unit of units) {
    if (unit.kind === 'header') {
      blocks.push(unit.block);
      continue;
    }
    const last = blocks.at(-1);
    const into = last?.type === 'rich_text' ? last : richText();
    if (into !== last) blocks.push(into);
    append(into.elements, unit);
  }
  return blocks;
}

function richText(): types.RichTextBlock {
  return { type: 'rich_text', elements: [] };
}

function append(elements: types.RichTextBlockElement[], unit: Exclude<Unit, { kind: 'header' }>): void {
  const last = elements.at(-1);
  if (unit.kind === 'text') {
    // two sections in a row would run into one line
    if (last?.type === 'rich_text_section' && unit.element.type === 'rich_text_section')
      last.elements.push({ type: 'text', text: '\n' }, ...unit.element.elements);
    else elements.push(unit.element);
  } else if (last?.type === 'rich_text_list' && (last.indent ?? 0) === unit.indent) last.elements.push(unit.section);
  else elements.push({ type: 'rich_text_list', style: 'bullet', indent: unit.indent, elements: [unit.section] });
}

/** As it should be heard: sentences one after the other, without marks. Slack reads markup here, so none is left. */
function spoken(blocks: readonly Block[]): string {
  const lines = blocks.map(heard).filter((line) => line !== '');
  if (lines.length === 0) return 'The text goes on.';
  return inertForSlack(cut(lines.map((line) => (/[.!?:…]$/.test(line) ? line : `${line}.`)).join(' '), MOST_FALLBACK));
}

function heard(block: Block): string {
  switch (block.kind) {
    case 'gap':
    case 'verbatim':
      return '';
    case 'line':
    case 'item':
    case 'part':
      return (
        block.runs
          .map((run) => (run.kind === 'words' ? run.text : ''))
          .join('')
          .replace(/[▁-█]+/g, '')
          // around a mark, which is not read out
          .replace(/\u2068\u2069/g, '')
          .replace(/\s+(?=[.,;:!?])/g, '')
          .replace(/\s+/g, ' ')
          .trim()
      );
    case 'quote':
      return `"${block.quote}"`;
    case 'entry':
      return `${block.usage}: ${block.summary}`;
    default:
      return block.text;
  }
}

/**
 * `&`, `<` and `>` as Slack's text wants them, and addresses broken: Slack would make links of them.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
function inertForSlack(text: string): string {
  return text
    .replace(/:\/\//g, ': ')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}])/gu, '. ')
    .replace(/@(?=\w)/g, '@ ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
