/** A stretch of a line; `open` and `close` are escape sequences around its words and take no room. */
export interface Piece {
  readonly text: string;
  readonly open?: string;
  readonly close?: string;
}

export interface Flow {
  /** Stands before the first line. */
  readonly first: string;
  /** Stands before the others. */
  readonly hang: string;
  /** Columns; a word that is longer stands alone on its line, whole. */
  readonly width: number;
}

/** Part of a word, and the piece it comes from: words of one piece share its style over the blanks between them. */
interface Part {
  readonly text: string;
  readonly piece: Piece;
}

/** Parts that touch. It is never broken, so no mark is either. */
type Word = Part[];

/** Breaks pieces into lines between words. White space at a break is dropped, other white space is one blank. */
export function wrap(pieces: readonly Piece[], flow: Flow): string[] {
  const lines: Word[][] = [];
  let room = 0;
  for (const word of wordsOf(pieces)) {
    const needed = columns(word.map((part) => part.text).join(''));
    const line = lines.at(-1);
    if (line && needed < room) {
      line.push(word);
      room -= needed + 1;
    } else {
      room = flow.width - columns(line ? flow.hang : flow.first) - needed;
      lines.push([word]);
    }
  }
  return whole(lines.map(lineOf)).map((line, at) => `${at === 0 ? flow.first : flow.hang}${line}`);
}

const OPEN = '\u2068';
const CLOSE = '\u2069';

/** A name that is set apart from the direction of its line is so on each line that it stands on. */
function whole(lines: readonly string[]): string[] {
  let isOpen = false;
  return lines.map((line) => {
    const begun = `${isOpen ? OPEN : ''}${line}`;
    isOpen = begun.lastIndexOf(OPEN) > begun.lastIndexOf(CLOSE);
    return `${begun}${isOpen ? CLOSE : ''}`;
  });
}

function wordsOf(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let inside = false;
  for (const piece of pieces)
    for (const text of piece.text.split(/(\s+)/).filter(Boolean)) {
      const blank = text.trim() === '';
      if (!blank && inside) words.at(-1)?.push({ text, piece });
      else if (!blank) words.push([{ text, piece }]);
      inside = !blank;
    }
  return words;
}

/** A style is opened once a line and piece, so that a link of several words stays one link. */
function lineOf(words: readonly Word[]): string {
  let line = '';
  let current: Piece | undefined;
  for (const [at, word] of words.entries())
    for (const [within, { text, piece }] of word.entries()) {
      const blank = at > 0 && within === 0 ? ' ' : '';
      line += piece === current ? `${blank}${text}` : `${current?.close ?? ''}${blank}${piece.open ?? ''}${text}`;
      current = piece;
    }
  return `${line}${current?.close ?? ''}`;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns of a text without escape sequences: marks on letters and signs for the direction of writing take none, East Asian letters two. */
export function columns(text: string): number {
  let count = 0;
  for (const sign of text) if (!/\p{M}|[\u200c\u2068\u2069]/u.test(sign)) count += wide.test(sign) ? 2 : 1;
  return count;
}
