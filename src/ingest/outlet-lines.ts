import { bylineOf } from './byline.ts';
import type { Furniture } from './furniture.ts';
import type { Line } from './lines.ts';
import { isOutlet, isPlain, mayBeOutlet } from './outlet-name.ts';

interface PageLine extends Line {
  readonly furniture?: Furniture;
}

/** A headline has at least so many words before the bar that parts it from the outlet's name. */
const HEADLINE_WORDS = 4;
const LONGEST_LINE = 400;
const TAIL = /^(.{10,300}?)\s+\|\s+([^|]{2,80})$/u;

/**
 * The lines of a page's head, each that is the outlet's name marked as furniture: a name beside a line that is a date,
 * or alone between the headline and a byline. A name that a person could bear counts beside a date if a byline before
 * it names the author. The first line is the headline and not touched.
 * @param head the lines before the story
 */
export function withOutletLines<L extends PageLine>(head: readonly L[], now: number): (L | PageLine)[] {
  const told = head.filter((line) => line.furniture === undefined || line.furniture.date !== undefined);
  const headline = told.findIndex((line) => line.furniture === undefined);
  const isByline = (line: L | undefined): boolean => line !== undefined && bylineOf(line.text, now) !== undefined;
  const isNamed = (line: L): boolean => {
    const at = told.indexOf(line);
    if (at <= headline || line.furniture !== undefined || !mayBeOutlet(line.text)) return false;
    const [before, after] = [told[at - 1], told[at + 1]];
    const dated = (before?.furniture?.date ?? after?.furniture?.date) !== undefined;
    if (dated && isByline(before) && isPlain(line.text)) return true;
    return (dated || (at - 1 === headline && isByline(after))) && isOutlet(line.text);
  };
  return head.map((line) => (isNamed(line) ? marked(line) : line));
}

function marked(line: PageLine): PageLine {
  return { ...line, furniture: { kind: 'line', outlet: { name: line.text, rank: 2 } } };
}

/** A headline without the outlet's name behind its bar: "Crossing reopens to lorries | Harbour Courier". */
export function partHeadline(line: string): { readonly headline: string; readonly outlet?: string } {
  const [, headline = '', outlet = ''] = (line.length > LONGEST_LINE ? null : TAIL.exec(line)) ?? [];
  return headline.split(/\s+/u).length >= HEADLINE_WORDS && isOutlet(outlet)
    ? { headline, outlet }
    : { headline: line };
}
