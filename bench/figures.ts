/** Nearest rank, as the smallest value that `share` of all do not exceed. @throws RangeError for no values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no values to rank');
  return value;
}

/** What was measured: a Markdown table under a heading, and what it means. */
export interface Section {
  readonly heading: string;
  readonly about: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function sectionText({ heading, about, headings, rows }: Section): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
  return [`## ${heading}`, about, '', ...table, ''].join('\n');
}

/** Three digits that count: 0.123, 12.3, 1230. */
export function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** "3.2 x": how many times `part` holds `whole`. */
export function ratio(part: number, whole: number): string {
  return `${rounded(part / whole)} x`;
}

/** A Markdown document with a section of the second level in the place of its old one, or at its end. */
export function withSection(document: string, section: string): string {
  const heading = section.slice(0, section.indexOf('\n') + 1);
  const start = document.startsWith(heading) ? 0 : document.indexOf(`\n${heading}`) + 1;
  if (start === 0 && !document.startsWith(heading)) return `${document.trimEnd()}\n\n${section.trimEnd()}\n`;
  const next = document.indexOf('\n## ', start);
  return `${document.slice(0, start)}${section.trimEnd()}\n${next < 0 ? '' : document.slice(next)}`;
}
