import { clauseOf, commaAfter, hasSubject, type Put } from './bounds.ts';
import { isOwned, isTurning } from './turning.ts';
import { isComma, isName, type Word } from './word.ts';

/** "on Sunday", "early in May": when it was. Of what is not, or is the first or most of its time, it stays. */
export function times(words: readonly Word[], at: number, put: Put): void {
  const time = words[at]?.unit.kind === 'time' ? at : words[at + 1]?.unit.kind === 'time' ? at + 1 : at + 2;
  const word = words[time];
  if (word?.unit.kind !== 'time') return;
  const lead = words
    .slice(at, time)
    .map(({ lower }) => lower)
    .join(' ');
  if (!/^((early|late|earlier|later)( on| in)?|on|in|at|during|since)?$/.test(lead)) return;
  const before = words[at - 1];
  if (
    /^(until|by|before|after|of|from|between|to|for|than|since|and|or|the|on|in|early|late|till|through)$/.test(
      before?.lower ?? '',
    )
  )
    return;
  if (words[time + 1]?.lower === "'s" || words[time + 1]?.unit.hyphen || words[time + 1]?.lower === 'and') return;
  const own = clauseOf(words, at);
  const isDay = /day\b|\b\d{1,2}\b|today|yesterday|tonight/.test(word.lower);
  const negative = own.some((one, index) => isDenial(one) && !own.slice(own.indexOf(word), index).some(isThat));
  // what was not done then may have been done at another time
  if (negative || (own.some(isTurning) && (!isDay || lead === 'since'))) return;
  put(at, time + 1);
  if (isComma(before) && isComma(words[time + 1])) put(at - 1, time + 2);
}

/** Not where it stands for "refused": one may refuse on a Monday what is asked for any day. */
function isDenial({ unit, lower }: Word): boolean {
  if (!/^(not|never|no|none|nobody|nothing|neither|nor|without)$/.test(lower)) return false;
  return unit.end - unit.start === lower.length || lower !== 'not';
}

/** "said on Wednesday that they had not": of the Wednesday nothing is denied. */
function isThat({ lower }: Word): boolean {
  return lower === 'that';
}

/** "in Lusaka", "near the port of Beira", at the end of a clause that says it of some and not of all. */
export function places(words: readonly Word[], at: number, put: Put): void {
  if (!/^(in|at|near|outside|inside|along|around|across|through|south|north|east|west)$/.test(words[at]?.lower ?? ''))
    return;
  const before = words[at - 1];
  if (
    before === undefined ||
    before.unit.kind === 'mark' ||
    /AUX|ADP/.test(before.unit.pos) ||
    before.unit.lemma === 'be'
  )
    return;
  const own = clauseOf(words, at);
  if (own.some(isTurning) || !words.slice(0, at).some(({ finite, unit }) => finite && unit.pos === 'VERB')) return;
  let end = at + 1;
  while (end < words.length && isOfPlace(words, end)) end += 1;
  const behind = words[end];
  if (!words.slice(at + 1, end).some(isName)) return;
  if (
    behind === undefined ||
    isComma(behind) ||
    behind.unit.kind === 'time' ||
    /^(on|in|at|during|after|following|amid|and|but|while)$/.test(behind.lower)
  )
    put(at, end);
}

function isOfPlace(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.unit.kind === 'time' || word.unit.kind === 'mark') return false;
  return isName(word) || /^(the|of|'s)$/.test(word.lower) || (/NOUN|ADJ/.test(word.unit.pos) && word.form !== 'ing');
}

const LEAD =
  /^(after|following|although|though|while|despite|amid|during|on|in|at|as|with|hours|days|weeks|months|speaking|citing)$/;

/** "After talks in Doha, S", "On Monday, S": before the first comma, where a whole sentence follows. */
export function leadBefore(words: readonly Word[], at: number, put: Put): void {
  if (at !== 0) return;
  const first = words[0];
  const end = commaAfter(words, 0);
  if (first === undefined || end >= words.length - 3) return;
  if (!LEAD.test(first.lower) && first.unit.kind !== 'time') return;
  const rest = words.slice(end + 1);
  if (!hasSubject(rest) || words.slice(0, end).some((word, index) => index > 0 && isOwned(word))) return;
  if ((/^(on|in|at|during)$/.test(first.lower) || first.unit.kind === 'time') && rest.some(isTurning)) return;
  put(0, end + 1);
}
