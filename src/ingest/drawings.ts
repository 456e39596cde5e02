const END = '</svg>';
/** A drawing has none of these; where one stands before the next end, that end is another drawing's or stands in a string. */
const NO_DRAWING = /<\/?(?:script|body|p|div)[\s>]/iu;

/** A page without its inline drawings: they hold no word of a story, and on many pages a good part of all elements. */
export function withoutDrawings(markup: string): string {
  const parts: string[] = [];
  let kept = 0;
  let passed = 0;
  for (const { index } of markup.matchAll(/<svg[\s>]/giu)) {
    // What was looked at once is not looked at again, so that no markup makes this slow.
    if (index < passed) continue;
    const end = markup.indexOf(END, index);
    if (end < 0) break;
    passed = end + END.length;
    if (NO_DRAWING.test(markup.slice(index, end))) continue;
    parts.push(markup.slice(kept, index));
    kept = passed;
  }
  return parts.join('') + markup.slice(kept);
}
