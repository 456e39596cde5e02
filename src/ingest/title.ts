import { folded } from './lines.ts';

/** Headlines cut from prose end at a word near here. */
const CUT = 100;
const FIRST_SENTENCE = /^.+?(?:[.!?…؟۔।]["'”’»)\]]*(?=\s)|[。！？]["'”’»」』]*)/u;
const TAIL = /\s+[|–—·•»:-]{1,2}\s+([^|–—·•»]{2,60})$/u;

/** A title for a text that has none: its first sentence, cut at a word near 100 characters with an ellipsis. */
export function titleFromProse(text: string): string {
  const line = (text.trimStart().split('\n', 1)[0] ?? '').slice(0, 1000).trim();
  const sentence = FIRST_SENTENCE.exec(line)?.[0] ?? line;
  if (sentence.length <= CUT) return sentence;
  const cut = sentence.slice(0, CUT + 1);
  const atWord = cut.slice(0, cut.lastIndexOf(' ') >= CUT / 2 ? cut.lastIndexOf(' ') : CUT);
  return `${atWord.replace(/[\s,;:–—-]+$/u, '').replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/**
 * A page's title without the outlet's name at its end: "Talks resume | Harbour Courier". Only a known name is cut, or
 * what follows a bar: a dash may belong to the headline.
 */
export function withoutOutletTail(title: string, outlet: string | undefined): string {
  const match = TAIL.exec(title);
  if (match === null) return title;
  const tail = folded(match[1] ?? '');
  const name = folded(outlet ?? '');
  const known = name !== '' && (tail === name || tail.includes(name) || name.includes(tail));
  return known || match[0].includes('|') ? title.slice(0, match.index) : title;
}
