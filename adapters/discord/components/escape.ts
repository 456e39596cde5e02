import { firstWords } from '../../../src/index.ts';

/*
 * https://discord.com/developers/docs/reference#message-formatting. discord.js's own escapeMarkdown leaves @everyone,
 * mentions, slash commands, time stamps, quotes, small text and bare addresses alive.
 */

const SIGNS = /[\\*_~|`<>@#[\]:/]/g;

/** Text in which Discord finds no markup, mention, address or invitation, wherever it stands in a line. */
export function escaped(text: string): string {
  return text.replace(SIGNS, '\\$&');
}

/** The same for the beginning of a line, where a dash or a number would begin a list. */
export function escapedStart(line: string): string {
  return line.replace(/^(\s*)([-+])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Text for places that read no markup: labels, options, titles. */
export function cut(text: string, most: number): string {
  if (text === '') return '–';
  if (text.length <= most) return text;
  return `${firstWords(text, most - 1).text}…`;
}
