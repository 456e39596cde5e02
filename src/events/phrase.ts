import type { NameMention } from '../text/names.ts';
import type { Sentence, Token } from '../text/sentences.ts';
import { opensClause } from './clause.ts';

/** An actor as it stands in a sentence: the tokens that name it, and whom they name. */
export interface ActorPhrase {
  /** Token indexes, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** "Iran", "Hamas", or "Jalil Abbas Jilani (Pakistan)" for a person who acts for a state. */
  readonly actor: string;
  /** The state it stands for, itself where it is one. */
  readonly state?: string;
  /** A person, by name or by office: what "he" or "she" can stand for. */
  readonly human: boolean;
  /** A city that stands for a state where it acts, and is a place behind "in" or "at". */
  readonly city?: string;
  /** A place can be acted upon, but does not act. */
  readonly place?: string;
  /** "Iranian protesters", "Thai workers": people of a state who do not act for it. */
  readonly bystander?: true;
  /** The preposition that governs the phrase, "in", "by"; absent for subjects and objects. */
  readonly preposition?: string;
}

const BYSTANDERS =
  /^(protest|demonstrat|work|labour|labor|citizen|national|civilian|resident|villager|student|journalist|report|analyst|expert|observer|commentator|newspaper|daily|news|tourist|migrant|refugee|family|families|famil|victim|people|man|men|woman|women|child|children|fan|team|player|footballer|compan|firm|investor|bank|doctor|lawyer|activist|pilgrim|fisher|farmer|market|voter|film|econom|side|opposition|separatist|rebel|militant|insurgent|jihadist|dissident|exile|gunm|settler|terrorist|extremist|crowd|mob|gang|member(?!s)|rival|critic|opponent|challenger|olympic|paralympic|cartel|prisoner|hostage|captive|detainee)\w*$/;
/** Who held an office or opposes those who do does not act for the state. */
const NOT_IN_OFFICE = /^(former|ex|opposition|rebel|separatist|dissident|exiled|late|retired)$/;
const ROLE_WORDS = new Set(['ADJ', 'NOUN', 'PROPN', 'DET', 'PART', 'NUM']);

/** The actors of a sentence in order; a person's phrase begins with the state and the office that introduce it. */
export function actorPhrases(sentence: Sentence, names: readonly NameMention[]): ActorPhrase[] {
  const phrases = names.flatMap((name) => phraseOf(sentence, name, names) ?? []);
  return phrases.filter((phrase, index) => !ownsCounterpart(sentence.tokens, phrase, phrases[index + 1]));
}

/** "Jilani's Iranian counterpart": the counterpart is meant, not the one whose counterpart it is. */
function ownsCounterpart(tokens: readonly Token[], phrase: ActorPhrase, next: ActorPhrase | undefined): boolean {
  if (next === undefined || !/^['’]s?$/.test(tokens[phrase.last + 1]?.text ?? '') || next.first > phrase.last + 2)
    return false;
  return tokens.slice(next.first, next.last + 2).some((token) => token.lower === 'counterpart');
}

/** "pro-Russian", "Iran-backed": of that side in some way, but not that side. */
function isHyphenated(tokens: readonly Token[], first: number, last: number, names: readonly NameMention[]): boolean {
  const joins = (dash: number) => tokens[dash]?.text === '-' && tokens[dash - 1]?.end === tokens[dash]?.start;
  const isNamed = (token: Token | undefined) =>
    token !== undefined && names.some((name) => token.start >= name.start && token.end <= name.end);
  return (joins(first - 1) && !isNamed(tokens[first - 2])) || (joins(last + 1) && !isNamed(tokens[last + 2]));
}

function phraseOf(sentence: Sentence, named: NameMention, names: readonly NameMention[]): ActorPhrase | undefined {
  // a continent or a sea acts for nobody and belongs to nobody
  if (named.kind === 'place' && named.state === undefined) return undefined;
  const range = named.phrase ?? named;
  const first = sentence.tokens.findIndex((token) => token.end > range.start);
  let last = first;
  while (last + 1 < sentence.tokens.length && (sentence.tokens[last + 1] as Token).start < range.end) last += 1;
  if (first < 0 || (sentence.tokens[first] as Token).start >= range.end) return undefined;
  if (isHyphenated(sentence.tokens, first, last, names)) return undefined;
  const preposition = governor(sentence.tokens, first);
  const words = sentence.tokens.slice(Math.max(0, first - 1), last + 1);
  const apart = words.some((token) => NOT_IN_OFFICE.test(token.lower));
  const name = apart && named.kind === 'person' ? unaffiliated(named) : named;
  return {
    first,
    last,
    actor: actorName(name),
    human: name.kind === 'person' || (name.via === 'institution' && name.role !== undefined),
    ...(name.state !== undefined && name.kind !== 'group' && { state: name.state }),
    ...((name.kind === 'group' || (name.state === undefined && name.kind !== 'place' && name.kind !== 'person')) && {
      state: name.name,
    }),
    ...(name.kind === 'place' && { place: name.name }),
    ...((BYSTANDERS.test(sentence.tokens[last + 1]?.lower ?? '') || (apart && name.kind !== 'person')) && {
      bystander: true as const,
    }),
    ...(name.via === 'capital' && /^(in|at|near)$/.test(preposition ?? '') && { city: name.text }),
    ...(preposition !== undefined && { preposition }),
  };
}

function unaffiliated({ state: _, ...name }: NameMention): NameMention {
  return name;
}

function actorName(name: NameMention): string {
  if (name.kind === 'person') return name.state === undefined ? name.name : `${name.name} (${name.state})`;
  // what a group's commander does is the group's, not that of the state it is in
  if (name.kind === 'group') return name.name;
  if (name.kind === 'place' || name.via === 'institution' || name.via === 'capital') return name.state ?? name.name;
  return name.name;
}

/** "after Pakistan struck": a conjunction, not a preposition. */
function isTemporal(tokens: readonly Token[], index: number): boolean {
  return (
    /^(after|before|since|until|as|than|while)$/.test((tokens[index] as Token).lower) && opensClause(tokens, index)
  );
}

const DAY =
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(jan|febr)uary$|^(march|april|may|june|july|august)$|ember$|^october$|^(today|yesterday|morning|evening|night|afternoon|week|month|year)$|^\d+$/;

/** Words that the tagger calls what it calls prepositions, and that govern no noun. */
const CONJUNCTION = /^(that|if|whether|because|although|though|while|whereas|unless|when|where|once|lest|how|why)$/;

/** The preposition before the noun phrase in which the token stands. */
function governor(tokens: readonly Token[], first: number): string | undefined {
  for (let index = first - 1; index >= 0 && index >= first - 8; index -= 1) {
    const token = tokens[index] as Token;
    if (CONJUNCTION.test(token.lower)) return undefined;
    // "pointed out a Russian missile": the word belongs to the verb
    if (/^(out|up|off|down)$/.test(token.lower) && tokens[index - 1]?.pos === 'VERB') return undefined;
    if (token.pos === 'ADP' || token.pos === 'SCONJ') return isTemporal(tokens, index) ? undefined : token.lower;
    // "On Monday Thailand shelled": the preposition belongs to the day
    if (DAY.test(token.lower)) return undefined;
    // "In Nairobi a minister said": the preposition belongs to the city
    if (token.pos === 'DET' && tokens[index - 1]?.pos === 'PROPN') return undefined;
    if (!ROLE_WORDS.has(token.pos) && token.pos !== 'PRON') return undefined;
    if (token.pos === 'PRON' && !/^(its|his|her|their|our)$/.test(token.lower)) return undefined;
  }
  return undefined;
}
