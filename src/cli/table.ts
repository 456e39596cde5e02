import { print } from './output.ts';
import type { Format } from './values.ts';

/** Line breaks, terminal orders and signs that turn the writing direction: news text may not move the cursor. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]+/gu;

/** Foreign text on one line, without what a terminal or a reader would not show. */
export function oneLine(text: string): string {
  return text.replace(unseen, ' ').trim();
}

export type TableFormat = Exclude<Format, 'json'>;

/** Prints rows under headings: aligned columns, or a Markdown table. */
export function printTable(
  format: TableFormat,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const cells = rows.map((row) => row.map(oneLine));
  print(format === 'markdown' ? markdownTable(headings, cells) : alignedTable(headings, cells));
}

function alignedTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? '')), widthOf(heading)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [headings, ...rows].map(line).join('\n');
}

/** Code points without combining marks: columns of Latin, Greek, Cyrillic, Arabic and Hebrew stand right. */
function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const rule = line(headings.map(() => '---'));
  return [line(headings), rule, ...rows.map((row) => line(row.map(escapeMarkdown)))].join('\n');
}

/** Foreign text in Markdown: shown as it is, never a link, a mention or a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#!&]/g, '\\$&').replaceAll('@', '@\u200b');
}
