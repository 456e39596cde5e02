import type { Article } from '../domain/article.ts';
import { cite } from '../domain/citation.ts';
import type { EventStatus } from '../domain/event.ts';
import type { Mention, TimeExpression } from '../domain/mention.ts';
import { findTimes, type TimeFound } from '../text/dates.ts';
import { findNames, type NameMention } from '../text/names.ts';
import { findQuotations } from '../text/quotations.ts';
import { parseText, type Sentence } from '../text/sentences.ts';
import { affiliated, statePair } from './affiliation.ts';
import { addressed, answering } from './audience.ts';
import { isMaterial } from './codes.ts';
import { contentOf } from './content.ts';
import { ReadingContext } from './context.ts';
import { withEarlier } from './earlier.ts';
import { type Era, eraBehind, inEra } from './era.ts';
import { type Frame, frameOf, within } from './frame.ts';
import { statusOf } from './modality.ts';
import { once } from './once.ts';
import { type Parties, partiesOf } from './parties.ts';
import { type Predicate, predicatesOf } from './predicate.ts';
import { SENSES, type SenseName } from './senses.ts';
import { stateIn } from './signature.ts';
import { retagged } from './tagging.ts';
import { dayOfSaying, futureTime, isLookedBackTo, linked, pastTime, relativeTimes, timeOf } from './time.ts';
import { tollOf, tollOfNamed } from './toll.ts';

/** An article read once: its sentences and the acts that they report. */
export interface Reading {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

/** Whether acts are read from text in a language: English, and what is too short to tell (BCP 47, `und`). */
export function isReadable(language: string): boolean {
  return language === 'en' || language === 'und';
}

/**
 * Reads an article: sentences with offsets, and one mention for each act that a sentence reports of a named actor.
 * Text in another language than English gives sentences and no mentions. Time grows in proportion to the text.
 */
export function readArticle(article: Pick<Article, 'id' | 'text' | 'bodyStart' | 'language'>): Reading {
  const sentences = parseText(article.text);
  if (!isReadable(article.language)) return { sentences, mentions: [] };
  const names = once(() => namesOf(article.text));
  const context = new ReadingContext(article.text, names);
  const quotations = once(() => findQuotations(article.text));
  const mentions: Mention[] = [];
  let before: readonly Mention[] = [];
  let era: Era | undefined;
  for (const sentence of sentences) {
    const quoted = () =>
      quotations().some((range) => range.start <= sentence.start + 1 && range.end >= sentence.end - 1);
    const times = once(() => findTimes(article.text.slice(sentence.start, sentence.end)));
    const read = answering(readSentence({ article, sentence, names, context, quoted, times }), before);
    const behind = eraBehind(article.text, sentence, { before: era, times, told: read });
    const told = inEra(read, era, behind);
    era = behind;
    const toll = tollBehind(article, sentence, told, before, names);
    before = toll === undefined ? linked(told, before) : [...linked(told, before), toll];
    mentions.push(...before);
  }
  return { sentences, mentions };
}

/** The names of a text, with the states that persons act for as far as it tells. */
export function namesOf(text: string): NameMention[] {
  const found = findNames(text);
  return affiliated(text, found, statePair(text, found));
}

/** "Iran fired missiles. Two children were killed.": the toll is of the one attack that the sentence before told of. */
function tollBehind(
  article: Pick<Article, 'id' | 'text'>,
  sentence: Sentence,
  told: readonly Mention[],
  before: readonly Mention[],
  names: () => readonly NameMention[],
): Mention | undefined {
  const attacks = before.filter((mention) => mention.type === 'ASSAULT' && mention.status === 'reported');
  const [attack] = attacks;
  if (attack === undefined || attacks.length > 1) return undefined;
  const toll = tollOf(article.text.slice(sentence.start, sentence.end));
  if (toll === undefined || told.some((mention) => mention.type === 'ASSAULT')) return undefined;
  // "Russia had 64 deaths in its 2008 war": another attack
  const parties = [...attack.actors, ...attack.targets].map(stateIn);
  if (within(names(), sentence).some(({ kind, name }) => kind === 'state' && !parties.includes(name))) return undefined;
  const between = article.text.slice(attack.span.end, sentence.start);
  if (between.trim() !== '' || between.includes('\n')) return undefined;
  const { speaker: _, ...act } = attack;
  return { ...act, span: cite(article, sentence.start, sentence.end), at: sentence.start, toll };
}

/** A sentence where it stands in an article that is being read. */
export interface SentenceInArticle {
  readonly article: Pick<Article, 'id' | 'text' | 'bodyStart'>;
  readonly sentence: Sentence;
  /** The names of the whole article, found when first asked for. */
  readonly names: () => readonly NameMention[];
  readonly context: ReadingContext;
  /** The whole sentence stands in quotation marks. */
  readonly quoted: () => boolean;
  /** The times that the sentence names, found when first asked for. */
  readonly times: () => readonly TimeFound[];
}

/** "Claim: A video shows ...": what a fact check examines, it does not report. */
const EXAMINED = /^(claim|the claim|rating|our rating|verdict|fact check)\s*:/i;
/** What it finds is not so, or is something else. */
const DEBUNKED =
  /\b(falsely|inaccurately|purport\w*|miscaptioned|mislabell?ed|debunk\w*|doctored|deepfakes?|hoax|fictional|out of context|nothing to do with|(is|are|was) (fake|doctored|altered)|claims? to show|(video|clip|footage|photo|image|picture)s? (actually|really|in fact))\b/i;
/** "Photos: Russia invades Ukraine": the title of a gallery, run together with a caption and its day. */
const GALLERY =
  /^((in )?(photos?|pictures?)|(photo )?gallery|watch|videos?|related|read more)\s*:|^(hide caption|click here|follow (live|the latest)|this (page|live blog) |video ad feedback)|\b\d\d:\d\d - source:|^editor['’]?s?['’]? note/i;

/** Whether a sentence reports nothing: a question, a fact check, a caption. */
export function reportsNothing(text: string): boolean {
  return text.endsWith('?') || EXAMINED.test(text) || DEBUNKED.test(text) || GALLERY.test(text);
}

function readSentence(input: SentenceInArticle): Mention[] {
  const { article, context } = input;
  const text = article.text.slice(input.sentence.start, input.sentence.end);
  if (reportsNothing(text)) return [];
  const sentence = retagged(input.sentence);
  const frame = once(() => frameOf(sentence, input.names(), context));
  const mentions = predicatesOf(sentence).flatMap((predicate) => told(input, predicate, sentence, frame) ?? []);
  context.remember(frame);
  return withEarlier(relativeTimes(text, sentence, addressed(dedupe(mentions), frame)));
}

/** The act that a predicate reports, if it reports one of a named actor. */
export function told(
  input: SentenceInArticle,
  predicate: Predicate,
  sentence: Sentence,
  frame: () => Frame,
): Mention | undefined {
  const { context } = input;
  // what is no act in any case needs no look at who stands around it
  if (statusOf(sentence.tokens, predicate.at, predicate.noun) === undefined) return undefined;
  const { phrases, speeches, owners } = frame();
  const speech = speeches.findLastIndex(
    (one) => predicate.at >= one.from && predicate.at < one.to && predicate.at !== one.at,
  );
  const status = statusOf(sentence.tokens, predicate.at, predicate.noun, speech >= 0);
  if (status === undefined) return undefined;
  const owner = speech >= 0 ? owners[speech] : input.quoted() ? context.owner : undefined;
  const speaker = owner?.phrase;
  const whose = speaker ? { speaker } : owner ? { strangerSpeaks: true as const } : {};
  const parties = partiesOf({ sentence, phrases, predicate, context, ...whose });
  if (parties === undefined || isOldNews(input, sentence, predicate)) return undefined;
  const denied = (speech >= 0 && speeches[speech]?.denies === true) || status === 'denied';
  // "did not strike the port" says of no one that it was not struck
  if (denied && isMaterial(SENSES[parties.name].type) && parties.actors.length + parties.targets.length < 2)
    return undefined;
  return mentionOf(input, ...asReported(parties, denied ? 'denied' : status), owner?.name);
}

function isOldNews({ times }: SentenceInArticle, sentence: Sentence, predicate: Predicate): boolean {
  if (!isLookedBackTo(sentence, predicate)) return false;
  const offset = (sentence.tokens[predicate.at]?.start ?? sentence.start) - sentence.start;
  return timeOf(times(), offset, sentence, predicate).kind === 'unstated';
}

function mentionOf(
  input: SentenceInArticle,
  parties: Parties,
  status: Mention['status'],
  speaker: string | undefined,
): Mention {
  const { article, sentence } = input;
  const token = sentence.tokens[parties.predicate.at];
  const at = token?.start ?? sentence.start;
  const sense = SENSES[parties.name];
  const time = timeOf(input.times(), at - sentence.start, sentence, parties.predicate);
  const toll = sense.type === 'ASSAULT' ? tollTold(input, parties.predicate, at) : undefined;
  return {
    articleId: article.id,
    span: cite(article, sentence.start, sentence.end),
    at,
    type: sense.type,
    modes: sense.modes,
    cameo: sense.cameo,
    stance: sense.stance,
    actors: parties.actors,
    targets: parties.targets,
    ...(status === 'planned' && time.kind !== 'unstated'
      ? plannedAt(input, at, time)
      : { time: status === 'reported' || status === 'denied' ? pastTime(time) : time }),
    ...(parties.predicate.noun && time.kind === 'unstated' && { reference: true as const }),
    ...(parties.place !== undefined && { place: parties.place }),
    status,
    ...(speaker !== undefined && { speaker }),
    headline: sentence.start < article.bodyStart,
    sense: parties.name,
    act: sense.past,
    ...aboutOf(sentence, parties.predicate, status),
    ...(toll !== undefined && { toll }),
    named: [
      ...new Set([...within(input.names(), sentence).map((name) => name.state ?? name.name), ...about(input, parties)]),
    ],
  };
}

function tollTold({ article, sentence }: SentenceInArticle, { noun }: Predicate, at: number): number | undefined {
  const words = article.text.slice(sentence.start, sentence.end);
  return noun ? tollOfNamed(words, at - sentence.start) : tollOf(words);
}

/**
 * A contact of one of the two whom an article is about with a third one is about the two, as far as its words tell; so
 * is what one of them does with nobody else.
 */
function about({ context }: SentenceInArticle, { name, actors, targets }: Parties): readonly string[] {
  const states = new Set([...actors, ...targets].map(stateIn));
  if (SENSES[name].type !== 'CONSULT' && states.size > 1) return [];
  return [context.pair, context.sides].flatMap((two) => (two.some((one) => states.has(one)) ? two : []));
}

function aboutOf(sentence: Sentence, predicate: Predicate, status: Mention['status']): Pick<Mention, 'about'> {
  const about = status === 'reported' ? contentOf(sentence, predicate) : undefined;
  return about === undefined ? {} : { about };
}

function plannedAt(input: SentenceInArticle, at: number, time: TimeExpression): Pick<Mention, 'time' | 'due'> {
  const told = dayOfSaying(input.times(), at - input.sentence.start, input.sentence) === time;
  return told ? { time: pastTime(time) } : { time: agreedAt(input, at, time), due: futureTime(time) };
}

/** "held talks on Tuesday and agreed to meet on 2 April": the day before the word is that of the agreement. */
function agreedAt({ times, sentence }: SentenceInArticle, at: number, due: TimeExpression): TimeExpression {
  const agreed = sentence.tokens.some((token) => token.start === at && token.lemma === 'agree');
  const before = agreed ? times().findLast((time) => time.end <= at - sentence.start) : undefined;
  return before === undefined || before.expression === due ? { kind: 'unstated' } : pastTime(before.expression);
}

/** Words that look ahead by nature: what "will" say them says them. */
const LOOKING_AHEAD: ReadonlySet<SenseName> = new Set<SenseName>([
  'willing',
  'closerTies',
  'noEscalation',
  'pledgeAid',
  'pledgeRelease',
  'pledgeWithdraw',
  'pledgeEase',
  'threaten',
  'threatenMeasures',
  'threatenPlain',
]);

/** "does not want escalation" is no denial, and a meeting to come is an agreement to meet (PLOVER). */
function asReported(parties: Parties, status: EventStatus): [Parties, EventStatus] {
  const { name } = parties;
  if (status === 'denied' && name === 'noEscalation') return [parties, 'reported'];
  if (name === 'planMeeting' || name === 'planVisit') return [parties, status === 'reported' ? 'planned' : status];
  if (status !== 'planned') return [parties, status];
  if (name === 'ambassadorBack') return [{ ...parties, name: 'pledgeReturn' }, status];
  const { type, shape } = SENSES[name];
  if (type === 'CONSULT') return [{ ...parties, name: shape === 'together' ? 'planMeeting' : 'planVisit' }, status];
  return [parties, LOOKING_AHEAD.has(name) ? 'reported' : status];
}

/** One act told by two words of a sentence is one mention: the first, with what the second adds. */
function dedupe(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const twin = kept.findIndex((one) => isTwin(one, mention));
    if (twin < 0) kept.push(mention);
    else kept[twin] = combined(kept[twin] as Mention, mention);
  }
  return kept;
}

function isTwin(one: Mention, other: Mention): boolean {
  return (
    one.type === other.type &&
    one.status === other.status &&
    (one.type === 'ASSAULT' || one.sense === other.sense) &&
    one.actors.join() === other.actors.join() &&
    (one.targets.join() === other.targets.join() || one.targets.length === 0 || other.targets.length === 0)
  );
}

function combined(one: Mention, other: Mention): Mention {
  return {
    ...one,
    modes: [...new Set([...one.modes, ...other.modes])].sort(),
    targets: one.targets.length > 0 ? one.targets : other.targets,
    time: one.time.kind === 'unstated' ? other.time : one.time,
    ...(one.toll === undefined && other.toll !== undefined && { toll: other.toll }),
  };
}
