import type { Answer } from '../../domain/answer.ts';
import type { ArticleId } from '../../domain/article.ts';
import { type Citation, cite, isNonEmpty } from '../../domain/citation.ts';
import { nameIn, stateIn } from '../../events/signature.ts';
import { type Utterance, utterancesOf } from '../../events/utterances.ts';
import { findNames, standsFor } from '../../text/names.ts';
import { sameSpelling, squash } from '../../text/spelling.ts';
import { says, stemLine } from '../../text/thesaurus.ts';
import { coverageOf, isWordOf } from '../cover.ts';
import type { Ground } from '../ground.ts';
import { isInTime } from '../in-time.ts';
import type { Question } from '../question/frame.ts';
import { coverage } from '../question/terms.ts';
import { inQuotes, printedBy, quotedStatement } from '../quoted.ts';

/** Articles that are read for somebody's words: the best ones of the search. */
const READ = 5;
const STATEMENTS = 4;

interface Words extends Utterance {
  readonly citation: Citation;
  /** How much of what the question is about the words say, 0 to 1. */
  readonly about: number;
}

/** Who said something: every speaker whose words are about all of it. */
export async function fromSpeakers(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (question.hole !== 'speaker') return undefined;
  const found = await wordsOf(question, undefined, ground);
  const others = found.filter(({ speaker }) => !question.except.includes(speaker));
  const answer = inOwnWords(others, 1, ground);
  if (answer?.kind !== 'answered') return undefined;
  const speakers = new Set(answer.statements.map(({ attribution = '' }) => attribution));
  return { ...answer, short: [...speakers].join('; '), confidence: 'low' };
}

/** What somebody said, in the words that articles give: every sentence is the speaker's own by its article. */
export async function fromUtterances(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (question.hole !== 'said') return undefined;
  const speaker = speakerOf(question);
  if (speaker === undefined) return undefined;
  const found = await wordsOf(question, speaker, ground);
  const most = Math.max(0, ...found.map(({ about }) => about));
  if (most === 1 || !hasTopic(question, speaker)) return inOwnWords(found, most, ground);
  // a report of the whole topic is worth more than words about half of it
  return (await toldOf(question, ground)) ?? (most < ABOUT ? undefined : inOwnWords(found, most, ground));
}

function inOwnWords(found: readonly Words[], least: number, ground: Ground): Answer | undefined {
  const best = found
    .filter(({ about }) => about >= least)
    .sort((one, other) => (dayOf(ground, other) < dayOf(ground, one) ? -1 : 1))
    .slice(0, STATEMENTS);
  const statements = best.map((words) => ({
    text: `${nameIn(words.speaker)}, in ${printedBy(ground.outlines.get(words.citation.articleId))}: ${inQuotes(words.citation.quote)}`,
    citations: [words.citation] as const,
    origins: 1,
    attribution: words.speaker,
  }));
  return isNonEmpty(statements) ? { kind: 'answered', statements, confidence: 'moderate' } : undefined;
}

/** What is told of the speaker and the topic, where no words of theirs are about it: "rejected the demand". */
async function toldOf(question: Question, ground: Ground): Promise<Answer | undefined> {
  // what an office holder without a name did may be another one's
  if (question.leftover.length === 0 || question.names.some(({ role }) => role !== undefined)) return undefined;
  const told = (await ground.scenes(question)).filter((scene) => {
    if (!isInTime(question.date, scene.hit.quote, scene.article.publishedAt)) return false;
    const { names, share } = coverageOf(question, scene);
    return names && share === 1 && isOwnTopic(question, scene.hit.quote);
  });
  const statements = told
    .slice(0, 2)
    .map(({ hit: { articleId, start, end, quote } }) =>
      quotedStatement([{ articleId, start, end, quote }], ground.outlines),
    );
  return isNonEmpty(statements) ? { kind: 'answered', statements, confidence: 'low' } : undefined;
}

/** Share of the topic that the words must say. */
const ABOUT = 0.5;

/** The sentence itself says what it is about and names somebody: "they did so at his request" tells of anything. */
function isOwnTopic(question: Question, quote: string): boolean {
  return coverage(question.leftover, quote) >= ABOUT && namedIn(namesOf(question), quote).length > 0;
}

function namesOf({ names, proper }: Question): readonly string[] {
  return [...names.map(({ name }) => name), ...proper];
}

function namedIn(names: readonly string[], quote: string): readonly string[] {
  const found = findNames(quote);
  return names.filter((name) => found.some((one) => standsFor(one, name)) || isWordOf(name, quote));
}

function dayOf(ground: Ground, { citation }: Words): string {
  return ground.outlines.get(citation.articleId)?.publishedAt ?? '';
}

/** Who speaks: the first name, known or not; what is behind it is what they speak of. */
interface Speaker {
  readonly name: string;
  readonly known: boolean;
  readonly role?: string;
}

function speakerOf({ names, proper, text }: Question): Speaker | undefined {
  const [first] = names;
  const surname = proper[0];
  if (surname !== undefined && (first === undefined || text.indexOf(surname) < first.at))
    return {
      name: proper
        .filter((word) => text.indexOf(word) - text.indexOf(surname) < 40 && isRun(text, surname, word))
        .join(' '),
      known: false,
    };
  return first && { name: first.name, known: true, ...(first.role !== undefined && { role: first.role }) };
}

/** Both words stand in one run of capitalised words. */
function isRun(text: string, first: string, word: string): boolean {
  return /^(\p{Lu}[\p{L}’'-]*\s*)*$/u.test(text.slice(text.indexOf(first), text.indexOf(word) + word.length));
}

function hasTopic(question: Question, speaker: Speaker): boolean {
  return (
    question.leftover.length > 0 ||
    question.names.some(({ name }) => name !== speaker.name) ||
    question.proper.some((word) => !speaker.name.includes(word))
  );
}

async function wordsOf(question: Question, speaker: Speaker | undefined, ground: Ground): Promise<Words[]> {
  const scenes = await ground.scenes(question);
  const ids = [...new Set(scenes.map(({ article }) => article.id))].slice(0, READ);
  const read = await Promise.all(ids.map(async (id) => wordsIn(id, question, speaker, ground)));
  return read.flat();
}

async function wordsIn(
  id: ArticleId,
  question: Question,
  speaker: Speaker | undefined,
  ground: Ground,
): Promise<Words[]> {
  const article = await ground.article(id);
  if (article === undefined) return [];
  return utterancesOf(article)
    .filter((one) => speaker === undefined || isSpeaker(one, speaker, article.text))
    .filter(({ start, end }) => isInTime(question.date, article.text.slice(start, end), article.publishedAt))
    .map((one) => {
      const citation = cite(article, one.start, one.end);
      return { ...one, citation, about: aboutness(question, speaker, citation.quote) };
    });
}

function isSpeaker(one: Utterance, speaker: Speaker, text: string): boolean {
  const person = squash(nameIn(one.speaker));
  if (!speaker.known) return speaker.name.split(' ').every((word) => isWordOf(word, nameIn(one.speaker)));
  const name = squash(speaker.name);
  if (speaker.role !== undefined) return holdsOffice(one.speaker, speaker, text);
  return (
    person === name ||
    sameSpelling(person, name) ||
    (person.endsWith(name.slice(-Math.max(5, name.length / 2))) && speaker.name.includes(' ')) ||
    stateIn(one.speaker) === speaker.name
  );
}

/** "Iran's foreign minister": the persons of that state whom the article gives that office, or the state itself. */
function holdsOffice(actor: string, { name, role }: Speaker, text: string): boolean {
  if (stateIn(actor) !== name) return false;
  if (actor === name) return false;
  return findNames(text).some((one) => one.kind === 'person' && one.name === nameIn(actor) && one.role === role);
}

/** How much of the question's topic the words say: its other names and what its frame leaves over. */
function aboutness(question: Question, speaker: Speaker | undefined, quote: string): number {
  const others = namesOf(question).filter((name) => speaker === undefined || !speaker.name.includes(name));
  const line = stemLine(quote);
  const held = namedIn(others, quote);
  if (others.length > 0 && held.length === 0) return 0;
  const said = question.leftover.filter((one) => says(line, one));
  const all = others.length + question.leftover.length;
  return all === 0 ? coverage([], quote) : (held.length + said.length) / all;
}
