/** A line of a story with its outer white space cut off. */
export interface Line {
  readonly text: string;
  /** A blank line stands before it. */
  readonly gap: boolean;
}

/** Columns that typewriters, mail and terminals wrap at lie between these. */
const WRAP = { min: 45, max: 100 } as const;

const TERMINAL = /[.!?…。！？؟۔।]["'”’»›」』)\]]*$/u;
const CJK_OR_WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{1,2}|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]+(?:['’.\-][\p{L}\p{N}]+)*/gv;

/** Whether a line ends as a sentence does, closing quotes and brackets apart. */
export function endsSentence(text: string): boolean {
  return TERMINAL.test(text.slice(-12));
}

/** Words of a line; two Chinese or Japanese characters count as one word. */
export function wordCount(text: string): number {
  return text.match(CJK_OR_WORD)?.length ?? 0;
}

/** Letters and digits in lower case, one space between words: equal for two spellings of one line. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The lines that are not blank; lines wrapped at a column are put together again, a space for each break. */
export function linesOf(text: string): Line[] {
  return text.split(/\n(?:[^\S\n]*\n)+/u).flatMap((block) => {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return (isWrapped(lines) ? [lines.join(' ')] : lines).map((line, at) => ({ text: line, gap: at === 0 }));
  });
}

/** A block whose lines all end near one column and run on in lower case is one paragraph. */
function isWrapped(lines: readonly string[]): boolean {
  const broken = lines.slice(0, -1);
  return (
    lines.length > 1 &&
    lines.every((line) => line.length <= WRAP.max) &&
    broken.every((line) => line.length >= WRAP.min) &&
    lines.some((line, at) => at > 0 && /^\p{Ll}/u.test(line) && !endsSentence(lines[at - 1] ?? ''))
  );
}

/** The lines that pass; a gap before a dropped line moves to the next one kept. */
export function kept<L extends Line>(lines: readonly L[], passes: (line: L, at: number) => boolean): L[] {
  let gap = false;
  return lines.flatMap((line, at) => {
    gap ||= line.gap;
    if (!passes(line, at)) return [];
    const moved = { ...line, gap };
    gap = false;
    return [moved];
  });
}

/** One text of the lines, and the offset at which each begins. */
export function joined(lines: readonly Line[]): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text += line.gap ? '\n\n' : '\n';
    starts.push(text.length);
    text += line.text;
  }
  return { text, starts };
}
