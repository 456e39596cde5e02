/** Words that outlets are named with; the end of a handle is split at them. */
export const OUTLET_WORDS =
  'news times post herald tribune today daily express guardian observer journal standard telegraph mirror chronicle gazette star mail wire press world national nation international independent weekly monitor review report reporter register record sentinel courier dispatch examiner inquirer globe sun echo argus voice tv radio network media online live now live24 business global watch insider bulletin digest'.split(
    ' ',
  );
const LEADING_WORDS = ['the', 'daily', 'national', 'new'];
/** Shorter rests are more likely a wrong cut than a name. */
const SHORTEST_REST = 3;
const LONGEST_NAME_WORDS = 7;

const COMPANY_TAIL =
  /[\s,]+(?:inc|ltd|llc|llp|plc|pvt|private|limited|corp|corporation|company|co|gmbh|s\.?a|b\.?v|pty|\(pvt\))\.?$/iu;
const RIGHTS =
  /[\s.,|–—-]*(?:\b(?:all |some )?rights? reserved\b|\ball rights\b|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados).*$/iu;
const MARKS = /(?:copyright|\(c\)|©|&copy;)/giu;
const YEARS = /\b(?:19|20)\d{2}(?:\s*[-–]\s*(?:(?:19|20)?\d{2}))?\b,?/gu;

/** The owner that a copyright line names: "Copyright © 2021 Harbour Courier | All rights reserved" gives "Harbour Courier". */
export function outletOfCopyright(line: string): string | undefined {
  const bare = line
    .replace(RIGHTS, '')
    .replace(MARKS, ' ')
    .replace(YEARS, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.|:–—-]*(?:by\s+)?|[\s,.|:–—-]+$/gu, '')
    .split(/\s*[|•·]\s*|\.\s/u)[0];
  return properName(withoutCompanyTail(bare ?? ''));
}

/**
 * The name in a handle: at capitals and underscores, else at common outlet words ("harbourtimes" gives "Harbour
 * Times"); a handle with neither stays as written, since a guess could cut a name in the wrong place.
 */
export function outletOfHandle(handle: string): string | undefined {
  const words = handle
    .replace(/^@/u, '')
    .replace(/_+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim();
  if (words === '') return undefined;
  if (words.includes(' ')) return words.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
  const pieces = splitAtOutletWords(words.toLowerCase());
  return pieces.length > 1 ? pieces.map(capitalised).join(' ') : words;
}

function splitAtOutletWords(word: string): string[] {
  const tail: string[] = [];
  let rest = word;
  for (let end = lastOutletWord(rest); end !== undefined; end = lastOutletWord(rest)) {
    tail.unshift(end);
    rest = rest.slice(0, -end.length);
  }
  if (tail.length === 0) return [word];
  const lead = LEADING_WORDS.find((known) => rest.startsWith(known) && rest.length >= known.length + SHORTEST_REST);
  return (lead === undefined ? [rest] : [lead, rest.slice(lead.length)]).concat(tail).filter((piece) => piece !== '');
}

function lastOutletWord(word: string): string | undefined {
  const fits = (end: string): boolean => {
    const rest = word.length - end.length;
    return word.endsWith(end) && (rest === 0 || rest >= SHORTEST_REST);
  };
  return OUTLET_WORDS.filter(fits).sort((a, b) => b.length - a.length)[0];
}

function capitalised(word: string): string {
  return word === 'tv' ? 'TV' : word.slice(0, 1).toUpperCase() + word.slice(1);
}

function withoutCompanyTail(name: string): string {
  const cut = name.replace(COMPANY_TAIL, '');
  return cut === name ? name : withoutCompanyTail(cut);
}

/** A name has letters, starts like one, and is not a sentence. */
export function properName(name: string): string | undefined {
  const trimmed = name.trim();
  const words = trimmed.split(/\s+/u).length;
  return /^[\p{Lu}\p{Lo}\d]|^\p{Ll}+\p{Lu}/u.test(trimmed) && /\p{L}{2}/u.test(trimmed) && words <= LONGEST_NAME_WORDS
    ? trimmed
    : undefined;
}
