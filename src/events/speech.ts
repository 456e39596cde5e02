import type { Sentence, Token } from '../text/sentences.ts';
import type { ReadingContext } from './context.ts';
import type { ActorPhrase } from './phrase.ts';
import { isGroup } from './signature.ts';
import { type Subject, subjectOf } from './subject.ts';

const SAYING =
  /^(say|tell|announce|add|state|affirm|explain|claim|confirm|declare|report|write|note|believe|insist|deny|argue|reiterate|conclude|highlight|quote|acknowledge|allege|warn|caution|suggest|admit|complain|reveal|assert|maintain|predict|estimate|think|fear)$/;

/** A verb of saying, who speaks, and which tokens are the words said. */
export interface Speech {
  readonly at: number;
  readonly subject: Subject;
  /** Token indexes of what is said: from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
  readonly denies: boolean;
}

/** Who said it: one whom we have a name for, or the words for another ("residents", "a rights group"). */
export interface Owner {
  readonly name: string;
  readonly phrase?: ActorPhrase;
}

/** "the statement", "the ministry", "the spokesman": they stand for one who spoke before. */
const STANDING_FOR =
  /^(statement|ministry|spokes\w+|office|committee|council|forum|participant|communique|communiqué|release|letter|post|meeting|military|army|government|document|report|paper|declaration|official|minister|president|foreign)s?$/;

/** What a state has one of, so that the sentence tells whose it is. */
const OF_A_STATE = /^(army|military|navy|ministry|government|cabinet|presidency)$/;

/** Who owns what is said: the subject of the verb of saying, else the one who spoke last ("the statement said"). */
export function ownerOf(
  speech: Speech,
  sentence: Sentence,
  phrases: readonly ActorPhrase[],
  context: ReadingContext,
): Owner | undefined {
  const { subject } = speech;
  switch (subject.kind) {
    case 'named':
      return isThing(sentence, subject.phrases[0]) ? undefined : owned(subject.phrases[0]);
    case 'stranger': {
      const head = sentence.tokens[subject.last] as Token;
      const article = sentence.tokens[subject.first]?.lower ?? '';
      if (
        STANDING_FOR.test(head.lower) &&
        (article === 'the' || (article === 'a' && /^(statement|communiqu)/.test(head.lower)))
      )
        return (
          context.owner ??
          (OF_A_STATE.test(head.lower) ? owned(governed(phrases, subject.first)) : undefined) ??
          owned(context.subject)
        );
      return { name: wordsOf(sentence, subject.first, subject.last) };
    }
    case 'pronoun':
      if (subject.word === 'he' || subject.word === 'she')
        return owned(context.voice) ?? owned(context.person) ?? somebody(context.owner);
      // "Norway offered to mediate, its ministry said": its own sentence tells whose
      return owned(subjectBefore(phrases, subject.at)) ?? context.owner ?? owned(context.subject);
    default:
      return context.owner ?? owned(context.subject);
  }
}

const THINGS = /^(missile|rocket|drone|shell|jet|warplane|plane|tank|bomb|strike|attack|raid|gunfire)s?$/;

/** "Iranian missiles hit Turbat, and told ...": what is a state's has no words of its own. */
function isThing({ tokens }: Sentence, phrase: ActorPhrase | undefined): boolean {
  return phrase !== undefined && THINGS.test(tokens[phrase.last + 1]?.lower ?? '');
}

/** No state is a "she". */
function somebody(owner: Owner | undefined): Owner | undefined {
  return owner?.phrase === undefined || owner.phrase.human ? owner : undefined;
}

function subjectBefore(phrases: readonly ActorPhrase[], at: number): ActorPhrase | undefined {
  return phrases.find(
    (phrase) => phrase.last < at && phrase.preposition === undefined && phrase.place === undefined && !phrase.bystander,
  );
}

/** "Thailand shelled Cambodia, the army said": of those who can have said it, the state that the sentence is about. */
function governed(phrases: readonly ActorPhrase[], at: number): ActorPhrase | undefined {
  const subject = subjectBefore(phrases, at);
  return subject?.state === undefined || isGroup(subject.state) ? undefined : subject;
}

function owned(phrase: ActorPhrase | undefined): Owner | undefined {
  return phrase && { name: phrase.actor, phrase };
}

/** "Local residents" as it stands in the middle of a sentence: "local residents"; names keep their capitals. */
function wordsOf(sentence: Sentence, first: number, last: number): string {
  const tokens = sentence.tokens.slice(Math.max(first, last - 5), last + 1);
  const words = tokens.map((token, index) => {
    const opening = tokens.length === 1 && token.start === sentence.start && token.text !== token.text.toUpperCase();
    const common = index === 0 && (token.pos !== 'PROPN' || opening);
    const apart = index > 0 && token.start > (tokens[index - 1] as Token).end;
    return (apart ? ' ' : '') + (common ? token.lower : token.text);
  });
  return words.join('');
}

/** The reported speech of a sentence: "Islamabad said that ...", "..., his office said", "according to the ministry". */
export function speechesOf(sentence: Sentence, phrases: readonly ActorPhrase[]): Speech[] {
  const speeches: Speech[] = [];
  sentence.tokens.forEach((token, at) => {
    if (token.lower === 'according' && sentence.tokens[at + 1]?.lower === 'to')
      speeches.push(accordingTo(sentence, phrases, at));
    else if (
      SAYING.test(token.lemma) &&
      token.pos === 'VERB' &&
      !isAside(sentence.tokens, at) &&
      !isUnsaid(sentence.tokens, at) &&
      !isRebuttal(sentence.tokens, at)
    )
      speeches.push(saying(sentence, phrases, at));
  });
  return speeches;
}

function saying(sentence: Sentence, phrases: readonly ActorPhrase[], at: number): Speech {
  const { tokens } = sentence;
  const trailing = isTrailing(tokens, at);
  const subject = trailing ? trailingSubject(sentence, phrases, at) : subjectOf(sentence, phrases, at);
  return {
    at,
    subject,
    from: trailing ? 0 : at + 1,
    to: trailing ? at : tokens.length,
    denies: (tokens[at] as Token).lemma === 'deny',
  };
}

/** "..., Islamabad said." or "..., said Jilani.": the words come first. */
function isTrailing(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1).filter((token) => token.pos !== 'PUNCT');
  const comma = tokens
    .slice(Math.max(0, at - 10), at)
    .findLastIndex((token) => token.text === ',' || /[”"]/.test(token.text));
  const complement = rest.some((token, index) => token.lower === 'that' || (index < 6 && /VERB|AUX/.test(token.pos)));
  return comma >= 0 && !complement && at > 4;
}

function trailingSubject(sentence: Sentence, phrases: readonly ActorPhrase[], at: number): Subject {
  const after = phrases.find(
    (phrase) => phrase.first > at && phrase.first - at <= 5 && !/^(in|on|at|to)$/.test(phrase.preposition ?? ''),
  );
  const next = sentence.tokens[at + 1];
  // "told Tehran": who is told stands behind it, never who tells
  const inverts = (sentence.tokens[at] as Token).lemma !== 'tell';
  if (inverts && after !== undefined && next !== undefined && !/ADP|PUNCT|SCONJ/.test(next.pos))
    return { kind: 'named', phrases: [after] };
  const subject = subjectOf(sentence, phrases, at);
  return subject.kind === 'named' ? (betweenComma(sentence.tokens, subject.phrases, at) ?? subject) : subject;
}

/** ", five people briefed on the raid told": who stands before the comma is part of what is told. */
function betweenComma(tokens: readonly Token[], speakers: readonly ActorPhrase[], at: number): Subject | undefined {
  const comma = tokens.slice(0, at).findLastIndex((token) => token.text === ',');
  const verb = tokens.findIndex(({ pos }, index) => index > comma && /VERB|AUX|ADP/.test(pos));
  const apart = speakers.every(({ last }) => last < comma) && verb > comma + 1 && verb < at;
  return apart && /NOUN/.test(tokens[verb - 1]?.pos ?? '')
    ? { kind: 'stranger', first: comma + 1, last: verb - 1 }
    : undefined;
}

function accordingTo(sentence: Sentence, phrases: readonly ActorPhrase[], at: number): Speech {
  const owner = phrases.find((phrase) => phrase.first > at && phrase.first - at <= 9);
  const leads = at < 3;
  return {
    at,
    subject: owner === undefined ? unnamedOwner(sentence.tokens, at + 2) : { kind: 'named', phrases: [owner] },
    from: leads ? at + 2 : 0,
    to: leads ? sentence.tokens.length : at,
    denies: false,
  };
}

/** "according to his spokesman" is whose words the sentence is about; "according to residents" is theirs. */
function unnamedOwner(tokens: readonly Token[], first: number): Subject {
  const word = tokens[first]?.lower ?? '';
  if (/^(his|her|its|their)$/.test(word)) return { kind: 'pronoun', word: 'it', at: first };
  const end = tokens.findIndex((token, index) => index >= first && /PUNCT|VERB|AUX|ADP|SCONJ/.test(token.pos));
  const last = (end < 0 ? tokens.length : end) - 1;
  return last < first ? { kind: 'none' } : { kind: 'stranger', first, last };
}

/** "..., a charge that Kigali denied": the words before are not the denier's. */
function isRebuttal(tokens: readonly Token[], at: number): boolean {
  return (tokens[at] as Token).lemma === 'deny' && isTrailing(tokens, at);
}

/** "has yet to report", "refused to say": nothing is said. */
function isUnsaid(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' && /^(yet|refuse|decline|fail)$/.test(tokens[at - 2]?.lemma ?? '');
}

/** "a report", "what it called": no verb of saying, or one whose words are the next few only. */
function isAside(tokens: readonly Token[], at: number): boolean {
  if (tokens.slice(Math.max(0, at - 3), at).some((token) => token.lower === 'what')) return true;
  return /DET|ADJ/.test(tokens[at - 1]?.pos ?? '') && (tokens[at] as Token).lower !== 'said';
}
