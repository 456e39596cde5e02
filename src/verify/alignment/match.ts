import { isSaidBy } from '../grammar/licence.ts';
import { isSameCity } from '../grammar/same-city.ts';
import { isSameTime } from '../grammar/same-time.ts';
import { ON_THE_SPOT, SEAT } from '../grammar/standing.ts';
import type { Telling } from './telling.ts';
import { isName, type Word } from './word.ts';

/** Whether the word of a claim at an index may stand for the word of a source at another. */
export function isSameWord(
  claim: readonly Word[],
  at: number,
  source: readonly Word[],
  of: number,
  telling: Telling,
): boolean {
  const [own, other] = [claim[at], source[of]];
  if (own === undefined || other === undefined) return false;
  const [mine, theirs] = [own.unit, other.unit];
  if (isAny(claim, at) && isAny(source, of)) return true;
  if (mine.kind === 'time' || theirs.kind === 'time')
    return mine.kind === theirs.kind && isSameTime(mine, theirs, telling.publishedAt);
  if (mine.kind === 'number' || theirs.kind === 'number')
    return mine.kind === theirs.kind && mine.value === theirs.value;
  if (mine.name !== undefined || theirs.name !== undefined) return isSameName(claim, at, source, of);
  if (own.lower === other.lower)
    return (!own.turned && !other.turned) || isClosed(own) || isClosed(other) || isSameForm(own, other, telling);
  if (isName(own) && isName(other)) return false;
  if (isClosed(own) || isClosed(other)) return isSameGrammar(own, other, telling);
  if (isBeforeParticle(claim, at) || isBeforeParticle(source, of))
    return own.keys.some((key) => other.keys.includes(key)) && isSameForm(own, other, telling);
  if (/^\p{Lu}/u.test(theirs.text) && theirs.pos === 'PROPN') return false;
  return isSaidBy(own.keys, other.keys) && isSameForm(own, other, telling);
}

/** "not a party" and "not any party". */
function isAny(words: readonly Word[], at: number): boolean {
  if (!/^(any|a|an)$/.test(words[at]?.lower ?? '')) return false;
  return words.slice(Math.max(0, at - 4), at).some(({ lower }) => /^(not|never)$/.test(lower));
}

const AFTER =
  /^(in|at|near|from|to|of|on|into|outside|around|across|over|through|towards?|struck|hit|bombed|shelled|attacked|left|entered|reached)$/;

/** Another name of the same. A capital stands for its state only where it acts; who is of a state is not the state. */
function isSameName(claim: readonly Word[], at: number, source: readonly Word[], of: number): boolean {
  const [own, other] = [claim[at] as Word, source[of] as Word];
  const [mine, theirs] = [own.unit.name, other.unit.name];
  if (mine === undefined || theirs === undefined) return own.lower === other.lower;
  if (mine.canonical !== theirs.canonical) return false;
  if (own.lower === other.lower) return true;
  if (isSeat(own) || isSeat(other)) return false;
  if (mine.via === 'capital' || theirs.via === 'capital') {
    if (mine.via === theirs.via) return isSameCity(own.lower, other.lower);
    return (
      !AFTER.test(claim[at - 1]?.lower ?? '') &&
      !AFTER.test(source[of - 1]?.lower ?? '') &&
      acts(claim, at) &&
      acts(source, of)
    );
  }
  if (mine.via === 'demonym' && theirs.via === 'demonym') return isPlural(own) === isPlural(other);
  if (mine.via === 'demonym') return belongs(claim, at) && isOwner(source, of);
  if (theirs.via === 'demonym') return belongs(source, of) && isOwner(claim, at);
  return true;
}

/** An office that is named after its house, which is not its whole state. */
export function isSeat({ unit, lower }: Word): boolean {
  return unit.name?.via === 'institution' || SEAT.test(lower);
}

function isPlural({ unit }: Word): boolean {
  return /[^s]s$/.test(unit.lower);
}

/** A state that does something, or whose body does: "Kyiv said", "Kyiv's army", "talks with Kyiv". */
function acts(words: readonly Word[], at: number): boolean {
  const [before, after] = [words[at - 1]?.lower ?? '', words[at + 1]];
  if (/^(with|by|between|and|ordered|told|asked|urged|accused|warned|blamed|thanked|criticised)$/.test(before))
    return true;
  if (
    at > 0 &&
    !/^(,|and|but|while|that|as|if|because|after|before|although|whereas|under|which|said|says)$/.test(before)
  )
    return false;
  // "Kyiv was struck": the city, and not all of its state
  if (words.slice(at + 1, at + 5).some(({ unit }) => ON_THE_SPOT.test(unit.lemma))) return false;
  return (
    after !== undefined &&
    (after.finite || /^('s|and|abstaining|not|never)$/.test(after.lower) || /ing$/.test(after.lower))
  );
}

function belongs(words: readonly Word[], at: number): boolean {
  const after = words[at + 1];
  return after !== undefined && !isPlural(words[at] as Word) && /NOUN|ADJ|PROPN/.test(after.unit.pos);
}

function isOwner(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.lower === "'s" || words[at]?.unit.hyphen === true;
}

const CLOSED = /^(ADP|DET|PRON|CCONJ|SCONJ|PART|AUX|PUNCT)$/;

const CLOSED_WORDS =
  /^(not|never|only|just|even|also|again|still|yet|already|about|around|over|under|more|less|most|least|first|last|than|then|there|here|when|where|why|how|who|which|whose|whom|what|if|unless|until|before|after|since|because|although|while|both|either|neither|nor|no|none|some|any|all|each|every|few|many|much|several|another|other|same|such|own|too|so|as|up|down|out|off|back|away|apart|together)$/;

function isClosed({ unit, lower }: Word): boolean {
  return CLOSED.test(unit.pos) || CLOSED_WORDS.test(lower);
}

function isBeforeParticle(words: readonly Word[], at: number): boolean {
  return /^(up|down|out|off|over|back|away|apart|aside|forward|through)$/.test(words[at + 1]?.lower ?? '');
}

/** Small words that say the same, wherever they stand. */
const ALIKE: readonly (readonly string[])[] = [
  ['while', 'whereas'],
  ['although', 'though'],
  ['which', 'that'],
  ['who', 'that'],
  ['toward', 'towards'],
  ['on', 'upon'],
  ['until', 'till'],
  ['may', 'might'],
  ['each', 'every'],
  ['among', 'amongst'],
  ['its', 'their'],
  ['is', 'are'],
  ['was', 'were'],
  ['a', 'an'],
];

/** Claimed of what is said, where a speaker says it: counted from the speaking, or softened by nothing. */
const SHIFTED: readonly (readonly [claimed: string, source: string])[] = [
  ['would', 'will'],
  ['will', 'would'],
  ['could', 'can'],
  ['must', 'must'],
  ['should', 'shall'],
  ['was', 'is'],
  ['were', 'are'],
  ['was', 'am'],
  ['was', 'are'],
  ['is', 'was'],
  ['are', 'were'],
  ['had', 'has'],
  ['had', 'have'],
  ['did', 'does'],
  ['did', 'do'],
];

const OF_SPEAKER: Readonly<Record<string, RegExp>> = {
  we: /^(it|they|he|she)$/,
  i: /^(he|she|it)$/,
  us: /^(it|them|him|her)$/,
  me: /^(him|her|it)$/,
  our: /^(its|their|his|her)$/,
  my: /^(his|her|its)$/,
  ours: /^(its|theirs|his|hers)$/,
};

function isSameGrammar(own: Word, other: Word, { reported, quoted }: Telling): boolean {
  if (ALIKE.some((words) => words.includes(own.lower) && words.includes(other.lower))) return true;
  if (reported && SHIFTED.some(([claimed, source]) => claimed === own.lower && source === other.lower))
    return !quoted || !/^(is|are|will)$/.test(own.lower);
  if (quoted && OF_SPEAKER[other.lower]?.test(own.lower)) return true;
  return own.keys.some((key) => other.keys.includes(key)) && own.unit.pos === other.unit.pos && own.form === other.form;
}

/** Told at the same time: "signed" of "sign" only where a speaker's tenses are counted from the speaking. */
export function isSameForm(own: Word, other: Word, { reported }: Pick<Telling, 'reported'>): boolean {
  if (own.form === other.form || own.form === 'same' || other.form === 'same') return true;
  const present = (word: Word) => word.form === 'base' || word.form === 's';
  if (COLLECTIVE.test(own.lower) || COLLECTIVE.test(other.lower))
    return /NOUN/.test(own.unit.pos) && /NOUN/.test(other.unit.pos);
  const verbs = /VERB|AUX/.test(own.unit.pos) && /VERB|AUX/.test(other.unit.pos);
  if (present(own) && present(other) && own.finite && other.finite) return true;
  if (own.form === 'noun' && other.form === 'base') return own.unit.pos === 'NOUN' && other.unit.pos === 'NOUN';
  if (own.form === 'base' && other.form === 'noun') return own.unit.pos === 'NOUN' && other.unit.pos === 'NOUN';
  return reported && verbs && own.form === 'past' && present(other) && own.finite && other.finite;
}

/** One word for several. */
const COLLECTIVE = /^(staff|personnel|police|people|crew|aid|equipment)$/;
