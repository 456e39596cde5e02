/** Names of U+00A0 to U+00FF, in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** Names of U+0391 to U+03C9, the two that are no letters left out as `-`. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
/** What else stands in prose: a name and its sign. */
const PROSE =
  'quot " amp & lt < gt > apos \' OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č ccaron č Cacute Ć cacute ć Dstrok Đ dstrok đ Lstrok Ł lstrok ł inodot ı Scedil Ş scedil ş Gbreve Ğ gbreve ğ Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ minus − infin ∞ asymp ≈ ne ≠ le ≤ ge ≥ lbrack [ rbrack ] lpar ( rpar ) num # percnt % colon : semi ; comma , period . excl ! quest ? dollar $ lowbar _ ast * plus + equals = commat @ bsol \\ sol / verbar |';
const SPACES = { ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200C', zwj: '\u200D', Tab: ' ', NewLine: '\n' };

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ...GREEK.split(' ').map((name, at) => [name, String.fromCharCode(0x391 + at)] as const),
  ...pairs(PROSE.split(' ')),
  ...Object.entries(SPACES),
]);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]\w{1,9}));?/gu;
/** The names that are often written without their semicolon, and that no word of a title begins with. */
const LOOSE = new Set(['amp', 'lt', 'gt', 'quot', 'nbsp']);

function pairs(words: readonly string[]): (readonly [string, string])[] {
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : []));
}

/**
 * Text with its character references resolved, once. The numbers and the names that HTML had from its version 4 on and
 * that stand in prose; others stay as they are.
 */
export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal, hex, name) => {
    if (name !== undefined) return whole.endsWith(';') || LOOSE.has(name) ? (SIGNS.get(name) ?? whole) : whole;
    return signOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** The sign of a number. Those of 128 to 159 mean the signs of windows-1252, as browsers read them. */
export function signOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  return String.fromCodePoint(code);
}
