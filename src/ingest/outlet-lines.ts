import { bylineOf } from './byline.ts';
import type { Furniture } from './furniture.ts';
import type { Line } from './lines.ts';
import { isOutlet, isPlain, mayBeOutlet } from './outlet-name.ts';

interface PageLine extends Line {
  readonly furniture?: Furniture;
}

/** A headline has at least so many words before the bar that parts it from the outlet's name. */
const HEADLINE_WORDS = 4;
const TAIL = /^(.{10,400}?)\s+\|\s+([^|]{2,80})$/u;

/**
 * The lines of a page's head, each that is the outlet's name marked as furniture: a name beside a line that is a date,
 * or alone between the headline and a byline. A name that a person could bear counts beside a date if a byline before
 * it names the author. Where nothing else could be the headline, the first line is not touched.
 * @param head the lines before the story
 */
export function withOutletLines<L extends PageLine>(head: readonly L[], now: number): L[] {
  const told = head.filter((line) => line.furniture === undefined || line.furniture.date !== undefined);
  const headlines = told.filter((line) => line.furniture === undefined && bylineOf(line.text, now) === undefined);
  const isNamed = (line: L): boolean => {
    if (line.furniture !== undefined || !mayBeOutlet(line.text)) return false;
    const at = told.indexOf(line);
    const [before, after] = [told[at - 1], told[at + 1]];
    const isByline = (other: L | undefined): boolean => other !== undefined && bylineOf(other.text, now) !== undefined;
    if (before?.furniture?.date ?? after?.furniture?.date)
      return isOutlet(line.text) || (isByline(before) && isPlain(line.text));
    return at > 0 && before === headlines[0] && isByline(after) && isOutlet(line.text);
  };
  const named = head.filter(isNamed);
  const left = headlines.some((line) => !named.includes(line));
  return head.map((line) =>
    left && named.includes(line) ? { ...line, furniture: { kind: 'line', outlet: { name: line.text, rank: 2 } } } : line,
  );
}

/** A headline without the outlet's name behind its bar: "Crossing reopens to lorries | Harbour Courier". */
export function partHeadline(line: string): { readonly headline: string; readonly outlet?: string } {
  const [, headline = '', outlet = ''] = TAIL.exec(line) ?? [];
  return headline.split(/\s+/u).length >= HEADLINE_WORDS && isOutlet(outlet) ? { headline, outlet } : { headline: line };
}
