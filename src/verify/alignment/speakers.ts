import { isSaidBy } from '../grammar/licence.ts';
import { isSameWord, isSeat } from './match.ts';
import { isTurnOf, turnsAt } from './phrases.ts';
import type { Speech } from './speech-parts.ts';
import type { Telling } from './telling.ts';
import { isTurning } from './turning.ts';
import { isComma, isName, type Word } from './word.ts';

/** Verbs that say no more than that it is said. */
const PLAIN = /^(say|tell|state|write|add|report|announce|remark|explain|according|note)$/;

/** What is said by these is also just said; by others ("claim", "deny", "believe") it is not. */
const STRONGER =
  /^(say|tell|state|write|add|report|announce|remark|explain|note|warn|confirm|acknowledge|admit|insist|stress|declare|disclose|reveal|reiterate|repeat|emphasise|emphasize|affirm|testify|recall)$/;

/** Of these the claim says no more than the source: that it was said. */
const WEAK = /^(say|tell|state|write|add|report|announce|explain)$/;

/** Whether a claim gives its words to the one who says them in a source, with no more force and nothing added of the saying. */
export function isSameSpeech(claim: Speech, source: Speech, telling: Telling): boolean {
  return (
    isSameForce(claim.verb, source.verb) &&
    isSameSpeaker(claim.speaker, source.speaker, source.circumstances, telling) &&
    areHeld(claim, source, telling)
  );
}

function isSameForce(own: string, other: string): boolean {
  if (own === other) return true;
  if (WEAK.test(own)) return STRONGER.test(other);
  if (own === 'warn') return other === 'caution';
  return PLAIN.test(own) && PLAIN.test(other) && own !== 'note' && own !== 'confirm';
}

const LIMITING =
  /^(former|ex|acting|deputy|vice|assistant|some|most|few|several|many|one|another|other|retired|exiled|ousted|deposed|opposition|rebel|self-declared|self-proclaimed|unnamed|anonymous|local|no|unofficial|incoming|outgoing|would-be|alleged|purported|two|three)$/;

const IDLE = /^(the|a|an|of|'s|,|and|its|his|her|their|who|is)$/;

const PLACED = /^(in|for|from|to|at|on|with|near|against|under|inside|outside)$/;

const ACTING = /^(government|ministry|army|military|presidency|authorities|administration|cabinet)$/;

interface Part {
  readonly at: number;
  readonly word: Word;
  /** The preposition that it hangs on; none for whose it is and for what stands before its noun. */
  readonly place: string;
}

/** Whether who speaks in the claim is who speaks in the source, by the noun and names that the source has for it. */
function isSameSpeaker(
  claim: readonly Word[],
  source: readonly Word[],
  around: readonly Word[],
  telling: Telling,
): boolean {
  const [own, other] = [partsOf(claim), partsOf(source)];
  if (own.length === 0 || other.length === 0) return false;
  const held = new Set<number>();
  const placed = new Map<Part, Part[]>();
  for (let at = 0; at < own.length; at += 1) {
    const part = own[at] as Part;
    const found = other.filter(
      (one) => one.place === part.place && isSameWord(claim, part.at, source, one.at, telling),
    );
    if (found.length > 0) {
      for (const one of found) held.add(one.at);
      placed.set(part, found);
      continue;
    }
    const turned = turnedTo(claim, part, source, other);
    if (turned === undefined) {
      if (/^(in|at)$/.test(part.place) && isAround(part, claim, around, telling)) continue;
      const state = ofState(part, source, other);
      if (state === undefined) return false;
      held.add(state.at);
      placed.set(part, [state]);
      continue;
    }
    for (const one of turned.held) held.add(one);
    placed.set(part, turned.heads);
    at += turned.words - 1;
  }
  if (other.some(({ word, at, place }) => place === '' && !held.has(at) && isLimit(word) && !isInAside(source, at)))
    return false;
  if (isWeakened(source, held)) return false;
  return headsOf(claim, own).some((head) => {
    const heads = headsOf(source, other);
    return (placed.get(head) ?? []).some((one) => heads.includes(one));
  });
}

/** Whether a stretch between commas of which the claim takes something has a "not", an "only" or an "about" that it leaves. */
function isWeakened(source: readonly Word[], held: ReadonlySet<number>): boolean {
  let start = 0;
  for (let at = 0; at <= source.length; at += 1) {
    if (at < source.length && !isComma(source[at])) continue;
    const own = [...source.keys()].slice(start, at);
    start = at + 1;
    if (!own.some((one) => held.has(one))) continue;
    if (own.some((one) => !held.has(one) && isQualifying(source, one))) return true;
  }
  return false;
}

function isQualifying(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (isTurning(word)) return true;
  return /^(about|around|some|nearly|almost|over|roughly|approximately|more|up|close|only|just|allegedly|reportedly|once)$/.test(
    word.lower,
  );
}

/** "the envoy in Doha said", of one who said it in Doha. */
function isAround(part: Part, claim: readonly Word[], around: readonly Word[], telling: Telling): boolean {
  return around.some(
    (_, at) => isSameWord(claim, part.at, around, at, telling) && around[at - 1]?.lower === claim[part.at - 1]?.lower,
  );
}

function isLimit({ lower, unit }: Word): boolean {
  return LIMITING.test(lower) || unit.kind === 'number';
}

function isInAside(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).some((word, index) => isComma(word) && index > 0);
}

function partsOf(words: readonly Word[]): Part[] {
  const parts: Part[] = [];
  let place = '';
  words.forEach((word, at) => {
    if (word.lower === 'for' && words[at - 1]?.unit.lemma === 'speak') place = '';
    else if (PLACED.test(word.lower)) place = word.lower;
    else if (isComma(word) || /^(who|which)$/.test(word.lower)) place = '';
    else if (/^(lead|head|run|speak|coordinate)/.test(word.unit.lemma) && word.finite) place = '';
    else if (!IDLE.test(word.lower)) parts.push({ at, word, place });
  });
  return parts;
}

/** The nouns and names that say who it is: the last of each stretch that no preposition opens, and every name of a person. */
function headsOf(words: readonly Word[], parts: readonly Part[]): Part[] {
  return parts.filter((part, index) => {
    if (part.place !== '' || !isNaming(words, part.at)) return false;
    const next = parts[index + 1];
    const before = words[part.at - 1]?.lower;
    if (before === 'of' || (before === 'the' && words[part.at - 2]?.lower === 'of')) return false;
    if (words[part.at + 1]?.lower === "'s") return false;
    if (isPersonal(part.word)) return !isOwned(words, part.at) && isLastOfName(words, part.at);
    const after = words[part.at + 1];
    if (isOwned(words, part.at)) return false;
    return next === undefined || after === undefined || after !== next.word || isPersonal(next.word);
  });
}

/** Whether it stands where the speaker is named, and not where more is told: "who heads the army", "citing the army". */
function isNaming(words: readonly Word[], at: number): boolean {
  const start = words.slice(0, at).findLastIndex(isComma) + 1;
  const own = words.slice(start, at + 1);
  if (own.some(({ lower }) => /^(who|whose|whom|which|that|where)$/.test(lower))) return false;
  return start === 0 || !(/VERB|ADP|ADV|SCONJ|AUX/.test(own[0]?.unit.pos ?? '') || own[0]?.form === 'ing');
}

/** The family name, by which somebody may be called alone. */
function isLastOfName(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next === undefined || !(isName(next) || /NOUN|ADJ/.test(next.unit.pos) || next.unit.kind === 'number');
}

/** Within what "of" opens, up to the next comma. */
function isOwned(words: readonly Word[], at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const lower = words[index]?.lower ?? '';
    if (lower === ',') return false;
    if (lower === 'of') return true;
  }
  return false;
}

function isPersonal(word: Word): boolean {
  return isName(word) && word.unit.name === undefined;
}

/** "Tehran" of "Iran's foreign ministry": a state speaks by its bodies. */
function ofState({ word }: Part, source: readonly Word[], parts: readonly Part[]): Part | undefined {
  const name = word.unit.name;
  if (name?.kind !== 'state' || name.via === 'demonym' || isSeat(word)) return undefined;
  const body = parts.find((part) => part.place === '' && ACTING.test(part.word.lower));
  const owner = parts.find((part) => part.word.unit.name?.canonical === name.canonical && part.place === '');
  if (owner === undefined) return undefined;
  return body !== undefined && headsOf(source, parts).includes(body) ? body : owner;
}

function turnedTo(claim: readonly Word[], part: Part, source: readonly Word[], parts: readonly Part[]) {
  for (const mine of turnsAt(claim, part.at))
    for (const one of parts)
      for (const theirs of turnsAt(source, one.at)) {
        if (!isTurnOf(mine.turn, theirs.turn) || mine.turn.words.length + theirs.turn.words.length === 2) continue;
        const within = parts.filter(({ at }) => at >= one.at && at < theirs.next);
        return {
          held: within.map(({ at }) => at),
          heads: within,
          words: claim.slice(part.at, mine.next).filter(({ lower }) => !IDLE.test(lower)).length,
        };
      }
  return undefined;
}

/** Whether all that the claim tells of the saying is told of it in the source. */
function areHeld(claim: Speech, source: Speech, telling: Telling): boolean {
  const pool = [...source.circumstances, ...source.speaker];
  return claim.circumstances.every((word, at, all) => {
    if (isComma(word) || /^(the|a|an|that|on|to|in|at|of|'s)$/.test(word.lower)) return true;
    return pool.some((_, of) => isSameWord(all, at, pool, of, telling)) || isHearer(word, pool);
  });
}

const HEARER = /^(reporters?|journalists?|press)$/;

function isHearer(word: Word, pool: readonly Word[]): boolean {
  return HEARER.test(word.lower) && pool.some((one) => HEARER.test(one.lower) || isSaidBy(word.keys, one.keys));
}
