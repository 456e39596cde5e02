/** Lines of marks alone: rules, underlines of headings, fences, link definitions, table rules. */
const MARK_LINES =
  /^[^\S\n]*(?:(?:[-*_][^\S\n]?){3,}|=+|-+|(?:```|~~~).*|\[[^\]\n]{1,100}\]:\s*\S.*|\|?(?:[^\S\n]*:?-{2,}:?[^\S\n]*\|)+(?:[^\S\n]*:?-{2,}:?[^\S\n]*)?)[^\S\n]*$/gmu;
const IMAGE = /!\[[^[\]\n]{0,1000}\](?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\]\n]{0,200}\])?/gu;
const LINK =
  /\[((?:[^[\]\n]|\[[^[\]\n]{0,300}\]){0,1000})\](?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\]\n]{0,200}\])/gu;
const FOOTNOTE = /\[\^[^\]\n]{1,50}\]:?/gu;
const TAG = /<\/?[a-z][^<>\n]{0,500}>/giu;
const BREAK = /<br\s*\/?>/giu;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/giu;
const LINE_MARKS = /^[^\S\n]{0,3}(?:#{1,6}[^\S\n]+|(?:>[^\S\n]?)+|[-*+][^\S\n]+(?:\[[ xX]\][^\S\n]+)?)/gmu;
const CLOSING_HASHES = /[^\S\n]#+[^\S\n]*$/gmu;
const EMPHASIS: readonly RegExp[] = [
  /(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]{1,5000}?)(?<=[^\s\\])\1/gu,
  /(?<![\p{L}\p{N}_\\])(_{1,3})(?=\S)([^_\n]{1,5000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu,
  /(~~)(?=\S)([^~\n]{1,5000}?)(?<=\S)\1/gu,
  /(`{1,2})([^`\n]{1,5000}?)\1/gu,
];
const ESCAPE = /\\([\\`*_{}[\]()#+.!>~|-])/gu;

/**
 * Plain text of Markdown: marks go, words stay as they stand (entities and numbers of lists included), so that every
 * sentence of the result can be found in the source once its marks are taken out. Images go with their alternative text.
 */
export function plainText(markdown: string): string {
  const bare = withoutComments(markdown)
    .replace(IMAGE, '')
    .replace(FOOTNOTE, '')
    .replace(LINK, '$1')
    .replace(AUTOLINK, '$1')
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(MARK_LINES, '')
    .replace(LINE_MARKS, '')
    .replace(LINE_MARKS, '')
    .replace(CLOSING_HASHES, '');
  return EMPHASIS.reduce((text, mark) => text.replace(mark, '$2'), bare).replace(ESCAPE, '$1');
}

/** Split rather than matched: many openings without an end would make a pattern look far ahead for each. */
function withoutComments(markdown: string): string {
  const [first = '', ...rest] = markdown.split('<!--');
  return first + rest.map((part) => part.slice(part.indexOf('-->') < 0 ? 0 : part.indexOf('-->') + 3)).join('');
}
