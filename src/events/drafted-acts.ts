import type { Article } from '../domain/article.ts';
import type { EventType } from '../domain/event.ts';
import type { Mention } from '../domain/mention.ts';
import type { ActDraft } from '../domain/model.ts';
import { findTimes } from '../text/dates.ts';
import { findQuotations } from '../text/quotations.ts';
import type { Sentence } from '../text/sentences.ts';
import { clauseEnd } from './clause.ts';
import { ReadingContext } from './context.ts';
import { agreedSides, isDouble } from './drafted-sides.ts';
import { canBeOfType, codeOf } from './drafted-type.ts';
import { draftedVerb, type VerbFound } from './drafted-verb.ts';
import { type Era, eraBehind, inEra } from './era.ts';
import { namesOf, type Reading, reportsNothing, type SentenceInArticle, told } from './extract.ts';
import { type Frame, frameOf } from './frame.ts';
import { statusOf } from './modality.ts';
import { isNoNews } from './no-news.ts';
import { once } from './once.ts';
import { ownWords, saysItself } from './own-words.ts';
import { type Predicate, predicatesOf } from './predicate.ts';
import { SENSES } from './senses.ts';
import { retagged } from './tagging.ts';
import { linked } from './time.ts';
import { stanceOfType } from './type-classifier.ts';

/**
 * What is left of the acts that a model drafted, as mentions beside those that were read by rule. Who acts on whom, when,
 * by whose account, and whether it was done, is read from the sentence by our own rules; a draft points at a verb and
 * says its type, and is dropped where the rules do not say the same. Nothing of the reading is changed.
 * @param drafts by the sentence's place in the reading, from 0
 */
export function draftedMentions(
  article: Pick<Article, 'id' | 'text' | 'bodyStart'>,
  reading: Reading,
  drafts: ReadonlyMap<number, readonly ActDraft[]>,
): Mention[] {
  if (drafts.size === 0) return [];
  const { text } = article;
  const rules = Map.groupBy(reading.mentions, ({ span }) => span.start);
  const names = once(() => namesOf(text));
  const quotations = once(() => findQuotations(text));
  const context = new ReadingContext(text, names);
  const found: Mention[] = [];
  let era: Era | undefined;
  for (const [index, sentence] of reading.sentences.entries()) {
    const byRule = rules.get(sentence.start) ?? [];
    const quoted = () => quotations().some(({ start, end }) => start <= sentence.start + 1 && end >= sentence.end - 1);
    const times = once(() => findTimes(text.slice(sentence.start, sentence.end)));
    const gate = new Gate({ article, sentence, names, context, quoted, times }, byRule);
    const read = (drafts.get(index) ?? []).flatMap((draft) => gate.pass(draft) ?? []);
    const behind = eraBehind(text, sentence, { before: era, times, told: byRule });
    found.push(...linked(inEra(read, era, behind), []));
    era = behind;
    gate.close();
  }
  return found;
}

/** The gate of one sentence. */
class Gate {
  readonly #input: SentenceInArticle;
  readonly #byRule: readonly Mention[];
  readonly #passed: Mention[] = [];
  readonly #words: string;
  readonly #sentence: Sentence;
  readonly #predicates: () => Predicate[];

  constructor(input: SentenceInArticle, byRule: readonly Mention[]) {
    this.#input = input;
    this.#byRule = byRule;
    this.#words = input.article.text.slice(input.sentence.start, input.sentence.end);
    this.#sentence = retagged(input.sentence);
    this.#predicates = once(() => predicatesOf(this.#sentence));
  }

  pass(draft: ActDraft): Mention | undefined {
    if (reportsNothing(this.#words) || isNoNews(this.#words, this.#sentence)) return undefined;
    const verb = draftedVerb(draft, this.#sentence, this.#words);
    if (verb === undefined || this.#isRead(verb.at) || !canBeOfType(draft, this.#words, verb.lemma)) return undefined;
    const mention = this.#mention(draft, verb);
    if (mention === undefined || [...this.#byRule, ...this.#passed].some((one) => isDouble(one, mention)))
      return undefined;
    this.#passed.push(mention);
    return mention;
  }

  /** What later sentences remember of this one, as the reading by rule has it. */
  close(): void {
    const { names, context } = this.#input;
    if (!reportsNothing(this.#words)) context.remember(once(() => frameOf(this.#sentence, names(), context)));
  }

  /** The rules have read this verb, as an act, as none, or as what another act is about. */
  #isRead(at: number): boolean {
    const { tokens } = this.#sentence;
    const isContent = (verb: Predicate) =>
      !verb.noun && verb.at < at && at < clauseEnd(tokens, verb.at) && tokens[at - 1]?.lower === 'to';
    return this.#predicates().some((one) => one.at === at || isContent(one));
  }

  /** Words that are somebody's must tell whose, and must have been said: not "may say", "is to announce". */
  #isOwned({ sentence: { tokens, start }, speeches, owners }: Frame, verb: number): boolean {
    const around = [...speeches.entries()].filter(([, { at, from, to }]) => verb >= from && verb < to && verb !== at);
    const isSaid = (at: number) => tokens[at]?.pos !== 'VERB' || statusOf(tokens, at, false) === 'reported';
    if (around.length > 0)
      return around.every(
        ([index, { at, subject }]) => isSaid(at) && owners[index] !== undefined && subject.kind !== 'none',
      );
    if (this.#input.quoted()) return this.#input.context.owner !== undefined;
    const place = (tokens[verb]?.start ?? start) - start;
    return !findQuotations(this.#words).some((range) => place > range.start && place < range.end);
  }

  #mention(draft: ActDraft, { sentence, at }: VerbFound): Mention | undefined {
    const { names, context } = this.#input;
    const frame = once(() => frameOf(sentence, names(), context));
    if (!this.#isOwned(frame(), at) || !isActItself(draft.type, frame(), at)) return undefined;
    const read = told(this.#input, predicateOf(draft.type, at), sentence, frame);
    if (read === undefined) return undefined;
    const sides = agreedSides(draft, read, { frame: frame(), words: this.#words, at });
    if (sides === undefined) return undefined;
    const act = ownWords(sentence, at, sides.targets.length < read.targets.length);
    if (act === undefined || !saysItself(act, read.status)) return undefined;
    const type = draft.type === 'CONSULT' && read.status === 'planned' ? 'AGREE' : draft.type;
    const { sense: _, about: __, cameo: ___, ...mention } = read;
    return { ...mention, ...sides, ...codeOf(type), type, modes: [], stance: stanceOfType(type), act };
  }
}

/** Types of acts that are done by saying what will be done, or will not: "vowed to", "declined to". */
const OF_DEEDS: ReadonlySet<EventType> = new Set<EventType>(['AGREE', 'THREATEN', 'REJECT']);

/** What these are about has not been done, or goes on without being told anew. */
const NO_ACT =
  /^(be|have|do|fail|prepare|consider|try|attempt|seek|want|hope|expect|need|plan|begin|start|continue|remain)$/;

/** Whether the verb is the act: not one of saying, whose words are; not "sought to", whose infinitive is; not "what it called". */
function isActItself(type: EventType, { sentence: { tokens }, speeches }: Frame, verb: number): boolean {
  const isAside = tokens.slice(Math.max(0, verb - 3), verb).some(({ lower }) => lower === 'what');
  if (isAside || NO_ACT.test(tokens[verb]?.lemma ?? '')) return false;
  const opensDeed = tokens[verb + 1]?.lower === 'to' && tokens[verb + 1]?.pos === 'PART';
  return speeches.every(({ at }) => at !== verb) && (!opensDeed || OF_DEEDS.has(type));
}

/**
 * A verb that heads no sense, in the place of one: our rules for single senses say nothing of these two, so that what is
 * read is what all verbs have in common.
 */
function predicateOf(type: EventType, at: number): Predicate {
  const name = type === 'ASSAULT' ? 'attack' : 'mobilize';
  return { at, name, noun: false, sense: { ...SENSES[name], type, shape: 'toward' } };
}
