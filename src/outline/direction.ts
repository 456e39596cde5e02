import type { Block, Run } from './block.ts';
import { phrasesOf } from './phrases.ts';

const OPEN = '\u2068';
const CLOSE = '\u2069';
const RTL = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}';
const rightToLeft = new RegExp(`(?=\\p{L})[${RTL}]`, 'u');
const rightToLeftLetters = new RegExp(`(?=\\p{L})[${RTL}]`, 'gu');

/**
 * Lines of a reply in a language that is written from right to left, with what runs the other way in it set apart by
 * isolates (U+2068 and U+2069, https://www.unicode.org/reports/tr9/), so that names, numbers, marks and the
 * punctuation beside them stand where they are read. A line that stays in English, and any line of a reply in another
 * language, is left as it is. Without the isolates every line is what it was.
 */
export function directed(blocks: readonly Block[], language: string | undefined): Block[] {
  if (language === undefined || !rightToLeft.test(phrasesOf(language).sources)) return [...blocks];
  return blocks.map(directedBlock);
}

function directedBlock(block: Block): Block {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'verdict':
      return { ...block, text: rightToLeft.test(block.text) ? isolated(block.text) : block.text };
    case 'line':
    case 'item':
    case 'part':
      return { ...block, runs: isRightToLeft(wordsOf(block.runs)) ? isolatedRuns(block.runs) : block.runs };
    case 'source':
      // each of outlet, title and date is in its own language
      return { ...block, text: block.text.split(' · ').map(whole).join(' · ') };
    default:
      return block;
  }
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'words' ? run.text : '')).join('');
}

/** Names in Latin letters may make up most of a line, and begin it; in an English sentence no other letters stand. */
const LEAST_SHARE = 0.2;

function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const [first] = letters;
  if (first !== undefined && rightToLeft.test(first)) return true;
  return (text.match(rightToLeftLetters) ?? []).length > letters.length * LEAST_SHARE;
}

/** Marks that stand together are one island: `[1][2]`. */
function isolatedRuns(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const [at, run] of runs.entries()) {
    const isFirst = run.kind === 'mark' && runs[at - 1]?.kind !== 'mark';
    const isLast = run.kind === 'mark' && runs[at + 1]?.kind !== 'mark';
    if (isFirst) made.push({ kind: 'words', text: OPEN });
    made.push(run.kind !== 'words' ? run : { ...run, text: isolated(run.text) });
    if (isLast) made.push({ kind: 'words', text: CLOSE });
  }
  return joined(made);
}

/** Words that follow each other in one style are one run. */
function joined(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const run of runs) {
    const last = made.at(-1);
    if (run.kind === 'words' && last?.kind === 'words' && run.strong === last.strong)
      made[made.length - 1] = { ...last, text: `${last.text}${run.text}` };
    else made.push(run);
  }
  return made;
}

const LATIN = '\\p{Script=Latin}[\\p{Script=Latin}\\p{M}\\p{Nd}]*';
const NUMBER = '[+−-]?\\p{Nd}+(?:[.,:/٫٬]\\p{Nd}+)*%?';
/** A quotation in Latin letters; names of several words; a name; a number. */
const islands = new RegExp(
  `(?:“[^”]*”|"[^"]*"|«[^»]*»)|(?:${LATIN})(?:(?:[ .'’/&–-]{1,2}|, (?=\\p{L}))(?:${LATIN}|\\p{Nd}+))*|${NUMBER}`,
  'gu',
);

/** A text in which what runs from left to right is set apart; all of it, where there is nothing else. */
export function isolated(text: string): string {
  if (!rightToLeft.test(text))
    return /\p{L}/u.test(text) ? whole(text) : text.replace(/\p{Nd}[\p{Nd}.,:/-]*/gu, island);
  return text.replace(islands, (found) => (rightToLeft.test(found) ? found : island(found)));
}

/** The text but for the blanks and the full stop around it. */
function whole(text: string): string {
  return text.replace(/^(\s*)(.*?)(\.?\s*)$/su, (_, before: string, body: string, after: string) =>
    body === '' ? text : `${before}${island(body)}${after}`,
  );
}

function island(text: string): string {
  return `${OPEN}${text}${CLOSE}`;
}
