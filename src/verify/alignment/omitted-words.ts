import type { Put } from './bounds.ts';
import { isComma, isName, type Word } from './word.ts';

/** "X closed the road, and it blamed the rain": X blamed it, where nothing else before it does anything. */
export function pronouns(words: readonly Word[], at: number, put: Put): void {
  if (!/^(it|he|she|they)$/.test(words[at]?.lower ?? '') || !/^(and|but)$/.test(words[at - 1]?.lower ?? '')) return;
  const verb = words.findIndex(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
  const between = words.slice(verb + 1, at - 1);
  const isAlone = !words.slice(0, verb).some((word) => isComma(word) || /^(and|who|that|of|by|with)$/.test(word.lower));
  if (verb < 1 || !isAlone || between.some((word) => isName(word) || GROUPS.test(word.unit.lemma) || word.form === 's'))
    return;
  if (words[at + 1]?.finite === true) put(at, at + 1);
}

const GROUPS =
  /^(army|military|government|group|force|police|rebel|militia|ministry|company|party|court|country|city|town|village|ship|vessel|boat|plane|base|port|convoy|bank|hospital|agency|union|team|mission|navy|crew|president|minister|leader|commander|soldier|officer|man|woman|person|people|child|family|parliament|council|authority|side|guard|gang|bloc|alliance|drone|missile|rocket|bomb|building|bridge|dam|plant|deal|plan|truce|ceasefire|agreement|pact|law|bill)$/;

const TITLE =
  /^(president|minister|general|colonel|premier|chancellor|king|commander|governor|mayor|ambassador|senator|secretary|major|captain)$/;

/** "President Ana Ruiz": Ruiz. */
export function titles(words: readonly Word[], at: number, put: Put): void {
  if (!TITLE.test(words[at]?.unit.lemma ?? '') || !/^\p{Lu}/u.test(words[at]?.unit.text ?? '')) return;
  let last = at;
  while (words[last + 1] !== undefined && isName(words[last + 1] as Word) && words[last + 1]?.unit.name === undefined)
    last += 1;
  let start = at;
  while (
    start > 0 &&
    /^\p{Lu}/u.test(words[start - 1]?.unit.text ?? '') &&
    /^(prime|foreign|defence|interior|vice|finance|lieutenant|major|brigadier|secretary)$/.test(
      words[start - 1]?.lower ?? '',
    )
  )
    start -= 1;
  if (last > at + 1 && words[start - 1]?.lower !== 'former' && words[start]?.lower !== 'vice') put(start, last);
}

export function adverbs(words: readonly Word[], at: number, put: Put): void {
  const word = words[at];
  if (word === undefined) return;
  if (
    /^(also|meanwhile|however|too)$/.test(word.lower) &&
    !/^(not|but|if|far)$/.test(words[at - 1]?.lower ?? '') &&
    !/^(many|much|few|little|late|early)$/.test(words[at + 1]?.lower ?? '')
  )
    put(at, at + 1);
}
