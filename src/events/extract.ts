import type { Article } from '../domain/article.ts';
import { cite } from '../domain/citation.ts';
import type { EventStatus } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import { findTimes } from '../text/dates.ts';
import { findNames, type NameMention } from '../text/names.ts';
import { findQuotations } from '../text/quotations.ts';
import { parseText, type Sentence } from '../text/sentences.ts';
import { affiliated, statePair } from './affiliation.ts';
import { isMaterial } from './codes.ts';
import { ReadingContext } from './context.ts';
import { statusOf } from './modality.ts';
import { type Parties, partiesOf } from './parties.ts';
import { type ActorPhrase, actorPhrases } from './phrase.ts';
import { predicatesOf } from './predicate.ts';
import { SENSES } from './senses.ts';
import { type Speech, speechesOf } from './speech.ts';
import { relativeTimes, timeOf } from './time.ts';
import { tollOf } from './toll.ts';
import { topicOf } from './topic.ts';

/** An article read once: its sentences and the acts that they report. */
export interface Reading {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

/**
 * Reads an article: sentences with offsets, and one mention for each act that a sentence reports of a named actor.
 * Text in another language than English gives sentences and no mentions. Time grows in proportion to the text.
 */
export function readArticle(article: Pick<Article, 'id' | 'text' | 'bodyStart' | 'language'>): Reading {
  const sentences = parseText(article.text);
  if (article.language !== 'en' && article.language !== 'und') return { sentences, mentions: [] };
  const found = findNames(article.text);
  const names = affiliated(article.text, found, statePair(found));
  const context = new ReadingContext(names);
  const quotations = findQuotations(article.text);
  const mentions: Mention[] = [];
  let cursor = 0;
  for (const sentence of sentences) {
    while (cursor < names.length && (names[cursor] as NameMention).end <= sentence.start) cursor += 1;
    let end = cursor;
    while (end < names.length && (names[end] as NameMention).start < sentence.end) end += 1;
    const quoted = quotations.some((range) => range.start <= sentence.start + 1 && range.end >= sentence.end - 1);
    mentions.push(...readSentence({ article, sentence, names: names.slice(cursor, end), context, quoted }));
  }
  return { sentences, mentions };
}

interface SentenceInArticle {
  readonly article: Pick<Article, 'id' | 'text' | 'bodyStart'>;
  readonly sentence: Sentence;
  readonly names: readonly NameMention[];
  readonly context: ReadingContext;
  /** The whole sentence stands in quotation marks. */
  readonly quoted: boolean;
}

function readSentence(input: SentenceInArticle): Mention[] {
  const { article, sentence, context } = input;
  const text = article.text.slice(sentence.start, sentence.end);
  if (text.endsWith('?')) return [];
  const phrases = actorPhrases(sentence, input.names);
  const speeches = speechesOf(sentence, phrases);
  const speakers = speeches.map((speech) => speakerOf(speech, context));
  const mentions = predicatesOf(sentence).flatMap((predicate): Mention[] => {
    const status = statusOf(sentence.tokens, predicate.at, predicate.noun);
    if (status === undefined) return [];
    const speech = speeches.findLastIndex(
      (one) => predicate.at >= one.from && predicate.at < one.to && predicate.at !== one.at,
    );
    const speaker = speech >= 0 ? speakers[speech] : input.quoted ? context.speaker : undefined;
    const parties = partiesOf({ sentence, phrases, predicate, context, ...(speaker && { speaker }) });
    if (parties === undefined) return [];
    const denied = speech >= 0 && speeches[speech]?.denies === true;
    return [mentionOf(input, ...asReported(parties, denied ? 'denied' : status), text, speaker)];
  });
  remember(phrases, speakers, context);
  return relativeTimes(text, sentence, dedupe(mentions));
}

function mentionOf(
  input: SentenceInArticle,
  parties: Parties,
  status: Mention['status'],
  text: string,
  speaker: ActorPhrase | undefined,
): Mention {
  const { article, sentence } = input;
  const token = sentence.tokens[parties.predicate.at];
  const at = token?.start ?? sentence.start;
  const { sense } = parties;
  const toll = sense.type === 'ASSAULT' ? tollOf(text) : undefined;
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
    time: timeOf(findTimes(text), at - sentence.start, sentence, parties.predicate.at),
    ...(parties.place !== undefined && { place: parties.place }),
    status,
    ...(speaker !== undefined && { speaker: speaker.actor }),
    headline: sentence.start < article.bodyStart,
    topic: topicOf(sentence, parties.predicate.at),
    act: sense.past,
    ...(toll !== undefined && { toll }),
  };
}

/**
 * Words that are about the future by nature are reported when said, "does not want escalation" is no denial, and a meeting
 * to come is an agreement to meet (PLOVER).
 */
function asReported(parties: Parties, status: EventStatus): [Parties, EventStatus] {
  const { name } = parties.predicate;
  if (status === 'denied' && name === 'noEscalation') return [parties, 'reported'];
  if (name === 'planMeeting' || name === 'planVisit') return [parties, status === 'reported' ? 'planned' : status];
  if (status !== 'planned') return [parties, status];
  if (parties.sense.type === 'CONSULT') {
    const sense = parties.sense.shape === 'together' ? SENSES.planMeeting : SENSES.planVisit;
    return [{ ...parties, sense }, status];
  }
  return [parties, isMaterial(parties.sense.type) ? status : 'reported'];
}

/** Who speaks: the subject of the verb of saying, else the one who spoke last ("the statement said"). */
function speakerOf(speech: Speech, context: ReadingContext): ActorPhrase | undefined {
  const { subject } = speech;
  if (subject.kind === 'named') return subject.phrases[0];
  if (subject.kind === 'pronoun' && subject.word !== 'it' && subject.word !== 'they')
    return context.person ?? context.speaker;
  return context.speaker ?? context.subject;
}

function remember(
  phrases: readonly ActorPhrase[],
  speakers: readonly (ActorPhrase | undefined)[],
  context: ReadingContext,
): void {
  const subject = phrases.find((phrase) => phrase.preposition === undefined && phrase.place === undefined);
  if (subject !== undefined) context.remember(subject);
  const speaker = speakers.findLast((one) => one !== undefined);
  if (speaker !== undefined) context.speaker = speaker;
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
    (one.type === 'ASSAULT' || one.act === other.act) &&
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
