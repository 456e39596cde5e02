/** Longer than any quotation in news: an opening mark that is never closed ends here at the latest. */
const MOST = 5_000;

/**
 * Ranges of quoted speech, marks included, in order. A quotation may span sentences, not paragraphs: without its
 * closing mark it ends with its line. Single quotation marks are not read, being apostrophes as often.
 */
export function findQuotations(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let begin = 0;
  for (const line of text.split(/(?<=[\n\r\u2028\u2029])/)) {
    for (const { start, end } of lineQuotations(line)) found.push({ start: begin + start, end: begin + end });
    begin += line.length;
  }
  return found;
}

function lineQuotations(line: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { at: number; mark: string } | undefined;
  for (const match of line.matchAll(/["“”„«»″]|''|``/g)) {
    const mark = match[0];
    const end = match.index + mark.length;
    if (open !== undefined && closes(open.mark, mark, line, end)) {
      found.push({ start: open.at, end });
      open = undefined;
    } else if (open === undefined && mark !== '”' && mark !== '»' && !isInches(line, match.index))
      open = { at: match.index, mark };
  }
  const rest = line.trimEnd().length;
  if (open !== undefined && open.at + 1 < rest) found.push({ start: open.at, end: Math.min(rest, open.at + MOST) });
  return found;
}

function closes(opened: string, mark: string, line: string, end: number): boolean {
  if (opened === '“' || opened === '„')
    return mark === '”' || (mark === '“' && opened === '„') || (mark === '"' && !/^\p{L}/u.test(line.slice(end)));
  if (opened === '«') return mark === '»';
  return mark === opened || mark === '”';
}

function isInches(line: string, at: number): boolean {
  return /\d$/.test(line.slice(Math.max(0, at - 1), at));
}
