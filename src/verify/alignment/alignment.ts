import { isSameForm, isSameWord } from './match.ts';
import { type Omissions, omissionsOf } from './omissions.ts';
import { isTurnOf, turnsAt } from './phrases.ts';
import { speakersSide } from './speakers-side.ts';
import type { Telling } from './telling.ts';
import { isTurning } from './turning.ts';
import { isComma, type Word } from './word.ts';

/** Whether a source says a claim in the same order: each word of the claim by one of the source, the rest left out. */
export function isAligned(claim: readonly Word[], source: readonly Word[], telling: Telling): boolean {
  if (claim.length === 0) return false;
  return new Alignment(claim, source, telling).reaches(0, 0);
}

type Turns = ReturnType<typeof turnsAt>;

interface Read {
  readonly omissions: Omissions;
  readonly turns: readonly Turns[];
}

/** What was read of a sentence, for as long as it is held against anything. */
const read = new WeakMap<readonly Word[], Read>();

function readOf(words: readonly Word[]): Read {
  const found = read.get(words) ?? { omissions: omissionsOf(words), turns: words.map((_, at) => turnsAt(words, at)) };
  read.set(words, found);
  return found;
}

class Alignment {
  readonly #claim: readonly Word[];
  readonly #source: readonly Word[];
  readonly #telling: Telling;
  readonly #omissions: Omissions;
  readonly #seen = new Map<number, boolean>();
  readonly #turns: readonly Turns[];
  readonly #own: readonly Turns[];

  constructor(claim: readonly Word[], source: readonly Word[], telling: Telling) {
    this.#claim = claim;
    this.#source = source;
    this.#telling = telling;
    const { omissions, turns } = readOf(source);
    this.#omissions = omissions;
    this.#turns = turns;
    this.#own = readOf(claim).turns;
  }

  /** Whether what is left of the claim is said by what is left of the source. */
  reaches(at: number, of: number): boolean {
    const key = at * 1_000 + of;
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    this.#seen.set(key, false);
    const found = this.#goesOn(at, of);
    this.#seen.set(key, found);
    return found;
  }

  #goesOn(at: number, of: number): boolean {
    if (at === this.#claim.length && of === this.#source.length) return true;
    for (const end of this.#omissions.get(of) ?? []) if (this.reaches(at, end)) return true;
    if (of < this.#source.length && (isIdle(this.#source, of) || this.#isPointing(of)) && this.reaches(at, of + 1))
      return true;
    if (at < this.#claim.length && isIdle(this.#claim, at) && this.reaches(at + 1, of)) return true;
    if (at === this.#claim.length || of === this.#source.length) return false;
    if (isSameWord(this.#claim, at, this.#source, of, this.#telling) && this.reaches(at + 1, of + 1)) return true;
    if (this.#isPossessive(at, of)) return true;
    const named = speakersSide(this.#claim, at, this.#source, of, this.#telling);
    if (named !== undefined && this.reaches(...named)) return true;
    if (this.#isNominal(at, of)) return true;
    if (this.#isShortRelative(at, of) || this.#isCompound(at, of)) return true;
    return this.#turnsOn(at, of);
  }

  /** "a document recognising" and "a document that recognises". */
  #isShortRelative(at: number, of: number): boolean {
    const [own, other] = [this.#claim, this.#source];
    if (isShortened(own, at, other, of)) return this.reaches(at + 1, of + 2);
    return isShortened(other, of, own, at) && this.reaches(at + 2, of + 1);
  }

  /** "this law" of what a speaker says is the law. */
  #isPointing(of: number): boolean {
    return (
      this.#telling.quoted &&
      /^(this|these)$/.test(this.#source[of]?.lower ?? '') &&
      this.#source[of + 1]?.unit.pos === 'NOUN'
    );
  }

  /** "Kenya's troops" and "Kenyan troops". */
  #isPossessive(at: number, of: number): boolean {
    const [own, other] = [this.#claim[at - 1]?.unit.name, this.#source[of - 1]?.unit.name];
    if (own === undefined || own.canonical !== other?.canonical) return false;
    if (this.#claim[at]?.lower === "'s" && other.via === 'demonym') return this.reaches(at + 1, of);
    return this.#source[of]?.lower === "'s" && own.via === 'demonym' && this.reaches(at, of + 1);
  }

  /** "opening the road" and "the opening of the road", "promised withdrawal of troops" and "promised to withdraw troops". */
  #isNominal(at: number, of: number): boolean {
    const [own, other] = [this.#claim, this.#source];
    const [before, earlier] = [own[at - 1], other[of - 1]];
    if (before !== undefined && /\w{3}ing$/.test(before.lower) && before.lower === earlier?.lower) {
      if (own[at]?.lower === 'of' && this.reaches(at + 1, of)) return true;
      if (other[of]?.lower === 'of' && this.reaches(at, of + 1)) return true;
    }
    if (isDeedOf(own, at, other, of) || isDeedOf(other, of, own, at)) return this.reaches(at + 2, of + 2);
    return false;
  }

  /** "peace proposal" and "proposal for peace". */
  #isCompound(at: number, of: number): boolean {
    const [own, other] = [this.#claim, this.#source];
    const [mine, theirs] = [ofNounAt(own, at), ofNounAt(other, of)];
    const isSame = (mineAt: number, theirsAt: number) => isSameWord(own, mineAt, other, theirsAt, this.#telling);
    if (theirs !== undefined && isSame(at, theirs) && isSame(at + 1, of) && this.reaches(at + 2, theirs + 1))
      return true;
    return mine !== undefined && isSame(mine, of) && isSame(at, of + 1) && this.reaches(mine + 1, of + 2);
  }

  #turnsOn(at: number, of: number): boolean {
    for (const mine of this.#own[at] ?? [])
      for (const theirs of this.#turns[of] ?? []) {
        if (mine.turn.words.length + theirs.turn.words.length === 2 || !isTurnOf(mine.turn, theirs.turn)) continue;
        const [own, other] = [headOf(this.#claim, at), headOf(this.#source, of)];
        if (isHeld(own, other, this.#telling) && this.reaches(mine.next, theirs.next)) return true;
      }
    return false;
  }
}

/** "withdrawal of" and "to withdraw" behind one verb. */
function isDeedOf(noun: readonly Word[], at: number, verb: readonly Word[], of: number): boolean {
  const [deed, act] = [noun[at], verb[of + 1]];
  if (deed === undefined || act === undefined || verb[of]?.lower !== 'to' || noun[at + 1]?.lower !== 'of') return false;
  if (deed.form !== 'noun' || deed.unit.pos !== 'NOUN' || act.unit.pos !== 'VERB' || act.form !== 'base') return false;
  return noun[at - 1]?.unit.pos === 'VERB' && deed.keys.some((key) => act.keys.includes(key));
}

const BOUND =
  /^(talks?|proposal|plan|deal|agreement|accord|pact|treaty|law|bill|request|offer|ban|work|prices?|supply|supplies|mission|commission|council|committee|conference|summit|meeting|zone|process|programme|crisis|dispute|issue|question|problem|bridge|road|airport|port|region|province|base|office|budget|production|exports?|imports?|results?|campaign)$/;

/** Where the noun stands that a noun is "of", "for", "on" or "in". */
function ofNounAt(words: readonly Word[], at: number): number | undefined {
  if (!BOUND.test(words[at]?.lower ?? '') || !/^(of|for|on|in)$/.test(words[at + 1]?.lower ?? '')) return undefined;
  const noun = /^(the|a|an)$/.test(words[at + 2]?.lower ?? '') ? at + 3 : at + 2;
  if (
    !/NOUN|PROPN/.test(words[noun]?.unit.pos ?? '') ||
    /NOUN|PROPN/.test(words[noun + 1]?.unit.pos ?? '') ||
    words[noun + 1]?.lower === "'s"
  )
    return undefined;
  return words[noun]?.form === 's' ? undefined : noun;
}

/** Whether a participle behind its noun is what a clause of the other tells now. */
function isShortened(short: readonly Word[], at: number, long: readonly Word[], of: number): boolean {
  const [own, verb] = [short[at], long[of + 1]];
  if (own?.form !== 'ing' || own.unit.pos !== 'VERB' || !/NOUN|PROPN/.test(short[at - 1]?.unit.pos ?? '')) return false;
  if (
    verb === undefined ||
    !/^(that|which|who)$/.test(long[of]?.lower ?? '') ||
    !/NOUN|PROPN/.test(long[of - 1]?.unit.pos ?? '')
  )
    return false;
  return (verb.form === 's' || verb.form === 'base') && verb.finite && own.keys.some((key) => verb.keys.includes(key));
}

/** The verb of a turn that begins with "not". */
function headOf(words: readonly Word[], at: number): Word {
  return words[words[at]?.lower === 'not' ? at + 1 : at] as Word;
}

/** Turns of verbs are told at the same time; other words have no time. */
function isHeld(own: Word, other: Word, telling: Telling): boolean {
  const timed = (word: Word) => /VERB|AUX/.test(word.unit.pos);
  return timed(own) || timed(other) ? isSameForm(own, other, telling) : true;
}

/** Articles, commas, and the "that" before what is said: they carry nothing of their own. */
function isIdle(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (isComma(word)) return !isTurning(words[at + 1] ?? word);
  if (/^(the|a|an)$/.test(word.lower))
    return !/^(few|little|number|couple|only|sole)$/.test(words[at + 1]?.lower ?? '');
  return word.lower === 'that' && (word.unit.pos === 'SCONJ' || words[at - 1]?.unit.kind === 'time');
}
