// What moves a cursor, turns text around, or hides in it. The zero-width non-joiner (U+200C) stays, since Persian needs
// it, and so do the format characters of Arabic that are visible.
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const hidden =
  /(?![\u200c\u0600-\u0605\u06dd\u08e2])(?:\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\u034f|[\u115f\u1160\u3164\uffa0]|[\u{e0100}-\u{e01ef}])/gu;

/**
 * Text that a screen can only show: without control characters (escape sequences begin with one), bidi controls,
 * zero-width and tag characters, on one line. Visible characters are left alone.
 */
export function inert(text: string): string {
  return text.replace(breaks, ' ').replace(hidden, '').replace(/ {2,}/g, ' ').trim();
}

/** As `inert`, with the white space at both ends kept as one space: for stretches of a line. */
export function inertRun(text: string): string {
  const body = inert(text);
  if (body === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${body}${/\s$/.test(text) ? ' ' : ''}`;
}

/** As `inert`, with every blank where it was: for lines of a text that is shown as it is. */
export function inertLine(text: string): string {
  return text.replace(breaks, ' ').replace(hidden, '');
}

// Scripts whose spelling has joiners: Persian with its non-joiner, and those of India.
const joining =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';
const unseen = new RegExp(
  `(?!(?<=[${joining}])[\\u200c\\u200d](?=[${joining}]))[\\u200c\\u200d]|[\\ufe00-\\ufe0f]`,
  'gu',
);
const joiner = '\u200d';

/**
 * Text for a reader that reads every character, seen or not: as `inert`, and a joiner stays only as the one sign between
 * two letters of a script that spells with it; variation selectors, in which words can be hidden, go.
 */
export function plain(text: string): string {
  // `inert` would take the joiner that spelling has
  const kept = text.replace(unseen, '').split(joiner).map(inertLine).join(joiner);
  return kept.replace(/ {2,}/g, ' ').trim();
}
