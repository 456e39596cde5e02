import type { Sentence, Token } from '../text/sentences.ts';
import { isDash, isPossessive, isWall, opensClause } from './clause.ts';
import { coordinated } from './coordination.ts';
import { aroundInsertion, describesNoun } from './insertion.ts';
import { type Office, officeIn } from './office.ts';
import type { ActorPhrase } from './phrase.ts';
import { strangerBefore, type TokenRange } from './stranger.ts';

/** What stands before a predicate: actors by name, a pronoun to resolve, or nothing that can be told. */
export type Subject =
  /** `beside` is the pronoun in "he and Jilani". */
  | { readonly kind: 'named'; readonly phrases: readonly ActorPhrase[]; readonly beside?: PronounSubject }
  | PronounSubject
  | { readonly kind: 'pair'; readonly of: 'ministers' | 'states' | 'sides' }
  /** Someone without a name that we know, by the words for it. */
  | ({ readonly kind: 'stranger'; readonly office?: Office } & TokenRange)
  | { readonly kind: 'none' };

/** `at` is a token index. */
interface PronounSubject {
  readonly kind: 'pronoun';
  readonly word: string;
  readonly at: number;
}

const NONE: Subject = { kind: 'none' };
const PERSONAL = /^(it|he|she|they|we|i)$/;
const OWNING = /^(its|their|his|her|our)$/;
const PAIR_NOUN =
  /^(countr|side|nation|neighbo|minister|state|government|part|capital|leader|diplomat|official|ambassador|envoy|president|rival|foe)/;
const SAYING =
  /^(say|tell|announce|add|state|claim|confirm|declare|warn|report|write|note|believe|stress|insist|deny|argue|reiterate|express|conclude|highlight|suggest|admit|complain|reveal|assert|maintain|predict|estimate|think|fear|caution)$/;
/** Verbs whose object does what the infinitive behind it says. */
const CONTROLLING = /^(prompt|lead|force|push|drive|cause|compel|allow)$/;
/** Whose deeds are those of the actor behind "of" or "from": not a missile's, a supporter's or a victim's. */
const SPEAKS_FOR =
  /^(official|statement|ministr|minister|envoy|delegat|negotiat|diplomat|force|soldier|troop|army|armies|military|guard|leader|president|government|spokes|representative|commander|parliament|fleet|navy|warplane|message)\w*$/;
const WHERE = /^(in|at|near|inside|across|over)$/;
const REACH = 40;

/** Who does what the verb at `at` says, as far as the words to its left tell. */
export function subjectOf(sentence: Sentence, phrases: readonly ActorPhrase[], at: number): Subject {
  return walk({ tokens: sentence.tokens, phrases, at, depth: 0 });
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly phrases: readonly ActorPhrase[];
  readonly at: number;
  readonly depth: number;
}

function walk({ tokens, phrases, at, depth }: Walk): Subject {
  const joined = depth < 3 ? joinedVerb(tokens, at) : undefined;
  if (joined !== undefined) return walk({ tokens, phrases, at: joined, depth: depth + 1 });
  const participle = isParticiple(tokens, at);
  if (participle && describesNoun(tokens, phrases, at)) return NONE;
  const main = participle && depth < 3 ? mainVerb(tokens, at) : undefined;
  if (main !== undefined) return walk({ tokens, phrases, at: main, depth: depth + 1 });
  const enclosing = participle ? undefined : aroundInsertion(tokens, phrases, at);
  if (enclosing !== undefined) return named(tokens, phrases, enclosing);
  const stranger = participle ? undefined : strangerBefore(tokens, phrases, at);
  if (stranger !== undefined) {
    const office = officeIn(tokens, stranger);
    return { kind: 'stranger', ...stranger, ...(office !== undefined && { office }) };
  }
  const user = userBefore(tokens, phrases, at);
  if (user !== undefined) return named(tokens, phrases, user);
  let fallback: Subject = NONE;
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) {
    const token = tokens[index] as Token;
    const phrase = phrases.find((one) => index >= one.first && index <= one.last);
    if (phrase !== undefined) {
      const verb = objectOf(tokens, phrases, phrase, at);
      if (verb !== undefined) index = verb;
      else {
        if (isSubject(tokens, phrase, participle, at)) return named(tokens, phrases, phrase);
        if (fallback.kind === 'none' && canStandFor(tokens, phrase)) fallback = named(tokens, phrases, phrase);
        index = phrase.first;
      }
      continue;
    }
    if (isUnnamed(tokens, phrases, index)) return NONE;
    const pronoun = pronounAt(tokens, index);
    if (pronoun !== undefined) return pronoun;
    if (OWNING.test(token.lower) && fallback.kind === 'none') fallback = { kind: 'pronoun', word: 'it', at: index };
    if (isDash(token)) {
      const opening = tokens.slice(0, index).findLastIndex(isDash);
      if (opening < 0) break;
      index = opening;
      continue;
    }
    if (isWall(token)) break;
    if (isRelative(tokens, index)) return antecedent(tokens, phrases, index);
    if (!participle && (isComplementizer(tokens, index) || opensClause(tokens, index))) break;
  }
  return fallback;
}

/** "used by Russia to launch": the agent of a passive does what its "to" says. */
function userBefore(tokens: readonly Token[], phrases: readonly ActorPhrase[], at: number): ActorPhrase | undefined {
  if (tokens[at - 1]?.lower !== 'to') return undefined;
  return phrases.find((phrase) => phrase.last === at - 2 && phrase.preposition === 'by');
}

/**
 * The verb whose object the phrase is, so that it acts in no other clause: "which had expelled the Belgian ambassador,
 * closed its border". Right before its own verb a phrase is the subject, unless a relative clause holds it.
 */
function objectOf(
  tokens: readonly Token[],
  phrases: readonly ActorPhrase[],
  phrase: ActorPhrase,
  at: number,
): number | undefined {
  const head = coordinated(tokens, phrases, phrase)[0] ?? phrase;
  let verb = head.first - 1;
  while (verb >= 0 && /DET|ADJ|NUM|NOUN/.test((tokens[verb] as Token).pos)) verb -= 1;
  const before = tokens[verb];
  if (before?.pos !== 'VERB' || SAYING.test(before.lemma)) return undefined;
  const adjacent = tokens.slice(phrase.last + 1, at).every((token) => /AUX|ADV|PART/.test(token.pos));
  const relative = tokens.slice(Math.max(0, verb - 4), verb).some((token) => /^(that|which|who)$/.test(token.lower));
  const controlled = tokens[phrase.last + 1]?.lower === 'to' && CONTROLLING.test(before.lemma);
  return controlled || (adjacent && !relative) ? undefined : verb;
}

/** "recalled its envoy and said": the second verb has the subject of the first. */
function joinedVerb(tokens: readonly Token[], at: number): number | undefined {
  let index = at - 1;
  while (index >= 0 && /AUX|ADV|PART/.test((tokens[index] as Token).pos)) index -= 1;
  if (!/^(and|but|or)$/.test(tokens[index]?.lower ?? '')) return undefined;
  const verbs = tokens.slice(0, index);
  // "told reporters that ... and added that ...": one who says two things
  const said = SAYING.test((tokens[at] as Token).lemma)
    ? verbs.findLastIndex((token) => token.pos === 'VERB' && SAYING.test(token.lemma))
    : -1;
  const before = said >= 0 ? said : verbs.findLastIndex((token) => token.pos === 'VERB');
  const wall = tokens.slice(0, index).findLastIndex(isWall);
  return before > wall ? before : undefined;
}

function isSubject(tokens: readonly Token[], phrase: ActorPhrase, participle: boolean, at: number): boolean {
  if (phrase.place !== undefined || phrase.bystander) return false;
  if (phrase.preposition === undefined || phrase.preposition === 'between') return true;
  // "with Pakistan in turn striking": an absolute construction
  return phrase.preposition === 'with' && participle && at - phrase.last <= 4 && !isPossessive(tokens, phrase);
}

/** "strikes by Iran", "a statement from the ministry": no subject, but the nearest thing to one. */
function canStandFor(tokens: readonly Token[], phrase: ActorPhrase): boolean {
  if (phrase.place !== undefined || phrase.bystander) return false;
  if (isPossessive(tokens, phrase))
    return !/^(against|despite|on|about|toward|towards|over|under)$/.test(phrase.preposition ?? '');
  if (phrase.preposition !== 'from' && phrase.preposition !== 'of') return false;
  const word = tokens.slice(0, phrase.first).findLastIndex((token) => token.lower === phrase.preposition);
  return SPEAKS_FOR.test(tokens[word - 1]?.lower ?? '');
}

function named(tokens: readonly Token[], phrases: readonly ActorPhrase[], phrase: ActorPhrase): Subject {
  const group = coordinated(tokens, phrases, phrase).filter((one) => one.first <= phrase.first);
  const beside = pronounBeside(tokens, group[0] ?? phrase);
  return { kind: 'named', phrases: group, ...(beside !== undefined && { beside }) };
}

/** "he and Jilani", "he and his host, Jilani": the pronoun that is joined to a name. */
function pronounBeside(tokens: readonly Token[], { first }: ActorPhrase): PronounSubject | undefined {
  let index = first - 1;
  if (tokens[index]?.text === ',') index -= 1;
  while (/NOUN|ADJ/.test(tokens[index]?.pos ?? '') || OWNING.test(tokens[index]?.lower ?? '')) index -= 1;
  const pronoun = tokens[index]?.lower === 'and' ? tokens[index - 1] : undefined;
  if (pronoun === undefined || !/^(he|she|it)$/.test(pronoun.lower)) return undefined;
  return { kind: 'pronoun', word: pronoun.lower, at: index - 1 };
}

function pronounAt(tokens: readonly Token[], index: number): Subject | undefined {
  const token = tokens[index] as Token;
  if (token.lower === 'it' && isInQuotes(tokens, index)) return NONE;
  if (token.pos === 'PRON' && PERSONAL.test(token.lower)) return { kind: 'pronoun', word: token.lower, at: index };
  const opening = index === 0 || tokens[index - 1]?.text === ':';
  const counted = token.lower === 'both' || (token.lower === 'two' && (opening || tokens[index - 1]?.lower === 'the'));
  if (!counted) return undefined;
  const noun = nounBehind(tokens, index);
  if (!PAIR_NOUN.test(noun)) return undefined;
  return {
    kind: 'pair',
    of: noun.startsWith('minister') ? 'ministers' : /^(side|part)/.test(noun) ? 'sides' : 'states',
  };
}

/** "when the leaders convened, they agreed": those of the sentence, whom it does not name. */
function isUnnamed(tokens: readonly Token[], phrases: readonly ActorPhrase[], index: number): boolean {
  if (tokens[index]?.lower !== 'they' || phrases.some(({ last }) => last < index)) return false;
  return tokens
    .slice(0, index)
    .some(({ pos, lower, lemma }) => pos === 'NOUN' && lower !== lemma && lower.endsWith('s'));
}

/** The "it" of somebody's own words stands for what they spoke of, seldom for who speaks. */
function isInQuotes(tokens: readonly Token[], index: number): boolean {
  const marks = [...tokens.keys()].filter((at) => /^["“”]$/.test(tokens[at]?.text ?? ''));
  const before = marks.findLast((at) => at < index);
  const behind = marks.find((at) => at > index);
  return before === undefined ? behind !== undefined && closes(tokens, behind) : !closes(tokens, before);
}

/** A mark right behind a word closes, one right before a word opens. */
function closes(tokens: readonly Token[], mark: number): boolean {
  const { text, start, end } = tokens[mark] as Token;
  if (text !== '"') return text === '”';
  return tokens[mark - 1]?.end === start && tokens[mark + 1]?.start !== end;
}

/** The head of the noun phrase behind a number word. */
function nounBehind(tokens: readonly Token[], index: number): string {
  const rest = tokens.slice(index + 1, index + 5);
  const end = rest.findIndex((token) => !/NOUN|ADJ|PROPN/.test(token.pos));
  return rest.slice(0, end < 0 ? rest.length : end).at(-1)?.lower ?? '';
}

/** "that", "which", "who" right after a noun. */
function isRelative(tokens: readonly Token[], index: number): boolean {
  const { lower } = tokens[index] as Token;
  if (/^(who|which|whose)$/.test(lower)) return index > 0;
  return (
    lower === 'that' && /NOUN|PROPN/.test(tokens[index - 1]?.pos ?? '') && /VERB|AUX/.test(tokens[index + 1]?.pos ?? '')
  );
}

/** The actor that a relative clause is about: the last one before it that is not under a preposition. */
function antecedent(tokens: readonly Token[], phrases: readonly ActorPhrase[], at: number): Subject {
  if ((tokens[at] as Token).lower === 'who') return persons(tokens, phrases, at);
  const before = phrases.filter((phrase) => phrase.last < at && at - phrase.last < 14 && phrase.place === undefined);
  // "strikes in Somalia, Yemen and Libya, ... that killed": where it was, all of them
  const free = (phrase: ActorPhrase) => coordinated(tokens, phrases, phrase)[0]?.preposition === undefined;
  const near =
    before.findLast((phrase) => phrase.preposition === undefined && free(phrase)) ??
    waging(tokens, before) ??
    before.at(-1);
  if (WHERE.test(near?.preposition ?? '') || near?.preposition === 'against') return NONE;
  return near === undefined ? NONE : named(tokens, phrases, near);
}

/** "Ethiopia's war against the rebels, which killed": whose war it is, not whom it is against. */
function waging(tokens: readonly Token[], phrases: readonly ActorPhrase[]): ActorPhrase | undefined {
  const last = phrases.at(-1);
  return /^(against|on|over|with)$/.test(last?.preposition ?? '')
    ? phrases.slice(0, -1).findLast((phrase) => isPossessive(tokens, phrase))
    : undefined;
}

/** "who" is about the noun right before it: "Israeli soldiers who", "Vucic, who"; not "farmers who". */
function persons(tokens: readonly Token[], phrases: readonly ActorPhrase[], at: number): Subject {
  let index = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  for (; index >= 0; index -= 1) {
    const phrase = phrases.find((one) => index >= one.first && index <= one.last);
    if (phrase !== undefined) {
      const acts = phrase.place === undefined && !phrase.bystander && phrase.preposition !== 'in';
      return acts ? named(tokens, phrases, phrase) : NONE;
    }
    if (!/NOUN|ADJ|PART/.test((tokens[index] as Token).pos)) return pronounAt(tokens, index) ?? NONE;
  }
  return NONE;
}

/** "visited Putin to plead, before travelling on": who travels is who visited. */
function mainVerb(tokens: readonly Token[], at: number): number | undefined {
  if (!/^(before|after|while|without)$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
  const found = tokens
    .slice(0, at - 1)
    .findLastIndex(
      ({ pos, lower }, index) => pos === 'VERB' && !lower.endsWith('ing') && tokens[index - 1]?.lower !== 'to',
    );
  return found < 0 ? undefined : found;
}

/** An -ing form without "be" shares the subject of the verb before it. */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at] as Token;
  return verb.lower.endsWith('ing') && !tokens.slice(Math.max(0, at - 3), at).some((token) => token.lemma === 'be');
}

/** The verb of saying or the "that" behind which the words said begin. */
function isComplementizer(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  return token.lower === 'that' || (token.pos === 'VERB' && SAYING.test(token.lemma));
}
