import type { Block, Run } from '../../../src/index.ts';
import { escaped, escapedStart } from './escape.ts';
import { MOST_LINE, MOST_URL } from './limits.ts';

/** What may not be parted: a word with the marks that touch it. */
interface Atom {
  readonly text: string;
  /** White space stands before it: here a line may be cut. */
  readonly isApart: boolean;
}

/** What marks open: the quoted words, by a longer address, or the article alone. */
export type Links = 'words' | 'articles';

/** The lines of Discord's Markdown that a block becomes, each of at most `MOST_LINE`; a gap becomes none. */
export function linesOf(block: Block, links: Links = 'words'): string[] {
  switch (block.kind) {
    case 'gap':
      return [];
    case 'title':
      return packed(atomsOfText(block.text), '## ');
    case 'heading':
      return packed(atomsOfText(block.text), '### ');
    case 'verdict':
      return packed(strong(block.text));
    case 'line':
      return packed(atomsOf(block.runs, links));
    case 'item':
      return packed(atomsOf(block.runs, links), '- ');
    case 'part':
      return packed(atomsOf(block.runs, links), '  - ');
    case 'quote':
      return packed([...atomsOfText(`[${block.number}] "${block.quote}"`), ...(block.cut ? [ELLIPSIS] : [])], '> ');
    case 'source':
      return packed([markOf(block, links), ...atomsOfText(` ${block.text}`)]);
    case 'entry':
      return packed([...strong(block.usage), ...atomsOfText(` ${block.summary}`)], '- ');
    case 'verbatim':
      return codeLines(block.lines);
  }
}

const ELLIPSIS: Atom = { text: '…', isApart: true };

/** Atoms in as many lines as they need. What goes on in a second line stands under the same sign. */
function packed(atoms: readonly Atom[], sign = ''): string[] {
  const lines: string[] = [];
  for (const { text, isApart } of atoms) {
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : `${last}${isApart ? ' ' : ''}${text}`;
    if (joined !== undefined && joined.length <= MOST_LINE) lines[lines.length - 1] = joined;
    else lines.push(`${sign}${escapedStart(text)}`);
  }
  return lines;
}

function atomsOf(runs: readonly Run[], links: Links): Atom[] {
  const atoms: Atom[] = [];
  let isBlankBefore = false;
  for (const run of runs) {
    const [first, ...rest] = atomsOfRun(run, links);
    if (first !== undefined) append(atoms, { ...first, isApart: first.isApart || isBlankBefore });
    for (const atom of rest) append(atoms, atom);
    if (first !== undefined) isBlankBefore = run.kind === 'words' && /\s$/.test(run.text);
    else isBlankBefore ||= run.kind === 'words' && run.text !== '';
  }
  return atoms;
}

function atomsOfRun(run: Run, links: Links): Atom[] {
  if (run.kind === 'mark') return [markOf(run, links)];
  if (run.kind === 'link') return addressAtoms(run.url);
  return run.strong ? strong(run.text) : atomsOfText(run.text);
}

/** Marks that touch a word stay with it, and so does a full stop that touches a mark. */
function append(atoms: Atom[], atom: Atom): void {
  const last = atoms.at(-1);
  const fits = last !== undefined && last.text.length + atom.text.length <= MOST_LINE / 2;
  if (last === undefined || atom.isApart || !fits) atoms.push(atom);
  else atoms[atoms.length - 1] = { text: `${last.text}${atom.text}`, isApart: last.isApart };
}

/** A word longer than any line is taken apart. */
const MOST_WORD = MOST_LINE / 4;

function atomsOfText(text: string): Atom[] {
  const startsApart = /^\s/.test(text);
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word, at) => {
      const isApart = at > 0 || startsApart;
      return chunks(word).map((chunk, part) => ({ text: escaped(chunk), isApart: part === 0 && isApart }));
    });
}

function chunks(word: string): string[] {
  if (word.length <= MOST_WORD) return [word];
  const signs = [...word];
  return Array.from({ length: Math.ceil(signs.length / (MOST_WORD / 2)) }, (_, at) =>
    signs.slice((at * MOST_WORD) / 2, ((at + 1) * MOST_WORD) / 2).join(''),
  );
}

/** Bold where it is short, as labels are; a long text is not the better for it. */
function strong(text: string): Atom[] {
  const words = text.trim();
  if (words === '' || words.length > MOST_WORD) return atomsOfText(text);
  return [{ text: `**${escapedStart(escaped(words))}**`, isApart: /^\s/.test(text) }];
}

/**
 * In angle brackets an address leads where it says, and shows no preview; one that is too long is words. With an @ in it
 * Discord could take it for a mail address or a mention.
 */
function addressAtoms(url: string): Atom[] {
  const address = url.replaceAll('@', '%40');
  return address.length > MOST_URL ? atomsOfText(url) : [{ text: `<${address}>`, isApart: false }];
}

/** A citation mark leads to the quoted words; where that address is too long, to the article. */
function markOf({ number, url }: { readonly number: number; readonly url?: string }, links: Links): Atom {
  const article = url?.split('#:~:text=', 1)[0];
  const target = (links === 'words' ? [url, article] : [article]).find(
    (one) => one !== undefined && one.length <= MOST_URL,
  );
  const text = target === undefined ? `\\[${number}\\]` : `[\\[${number}\\]](${target})`;
  return { text, isApart: false };
}

/** A block of code reads no markup; three backticks would end it. */
function codeLines(lines: readonly string[]): string[] {
  const safe = lines.join('\n').replace(/`{2,}/g, (ticks) => [...ticks].join(' '));
  const parts: string[] = [];
  for (let rest = safe; rest !== ''; ) {
    const end = rest.length <= MOST_LINE ? rest.length : rest.lastIndexOf('\n', MOST_LINE);
    const size = end > 0 ? end : MOST_LINE;
    const isInPair = /[\ud800-\udbff]$/.test(rest.slice(0, size)) && size > 1;
    parts.push(rest.slice(0, isInPair ? size - 1 : size));
    rest = rest.slice(parts.at(-1)?.length).replace(/^\n/, '');
  }
  return parts.map((part) => `\`\`\`\n${part}\n\`\`\``);
}
