import { statementOf } from '../../brief/statement.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Statement } from '../../domain/brief.ts';
import { cite, isNonEmpty } from '../../domain/citation.ts';
import { stateIn, statesIn, statesOf } from '../../events/signature.ts';
import { utterancesOf } from '../../events/utterances.ts';
import { canonicalName } from '../../text/names.ts';
import type { Ground } from '../ground.ts';
import { dateFits } from '../match.ts';
import type { Question } from '../question/frame.ts';
import { inQuotes, printedBy } from '../quoted.ts';

const STATEMENTS = 10;
/** Articles that are read for what others said: the latest that report the parties' acts. */
const READ = 12;

interface Reaction {
  readonly who: readonly string[];
  readonly statement: Statement;
}

/** What others than the two parties did about them or said in reports about them. */
export async function fromReactions(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (question.hole !== 'reactions') return undefined;
  const pair = await ground.pair();
  if (pair.length === 0) return undefined;
  const acts = await actsOfOthers(question, ground, pair);
  const told = new Set(acts.flatMap(({ who }) => who));
  const words = (await wordsOfOthers(ground, pair)).filter(({ who }) => !who.some((one) => told.has(one)));
  const all = [...acts, ...words].slice(0, STATEMENTS);
  const statements = all.map(({ statement }) => statement);
  const short = [...new Set(all.flatMap(({ who }) => who))].join('; ');
  return isNonEmpty(statements) ? { kind: 'answered', short, statements, confidence: 'moderate' } : undefined;
}

async function actsOfOthers(question: Question, ground: Ground, pair: readonly string[]): Promise<Reaction[]> {
  return (await ground.events())
    .filter(
      (event) =>
        (event.status === 'reported' || event.status === 'planned') &&
        dateFits(question.date, event.date) &&
        statesIn(event).some((state) => pair.includes(state)) &&
        othersIn(event.actors, pair).length > 0,
    )
    .map((event) => ({ who: othersIn(event.actors, pair), statement: statementOf(event) }));
}

function othersIn(actors: readonly string[], pair: readonly string[]): string[] {
  return statesOf(actors).filter((state) => !pair.includes(state) && canonicalName(state) === state);
}

/** "The European Union said it was worried": one sentence of each speaker, of articles that tell of the parties. */
async function wordsOfOthers(ground: Ground, pair: readonly string[]): Promise<Reaction[]> {
  const reactions: Reaction[] = [];
  for (const id of await articlesAbout(ground, pair)) {
    const article = await ground.article(id);
    for (const { start, end, speaker } of article === undefined ? [] : utterancesOf(article)) {
      const who = othersIn([speaker], pair);
      if (article === undefined || who.length === 0 || reactions.some((one) => one.who[0] === who[0])) continue;
      const citation = cite(article, start, end);
      const text = `${stateIn(speaker)}, in ${printedBy(ground.outlines.get(id))}: ${inQuotes(citation.quote)}`;
      reactions.push({ who, statement: { text, citations: [citation], origins: 1, attribution: speaker } });
    }
  }
  return reactions;
}

async function articlesAbout(ground: Ground, pair: readonly string[]): Promise<string[]> {
  const events = (await ground.events()).filter((event) => pair.every((party) => statesIn(event).includes(party)));
  const ids = [...new Set(events.flatMap(({ articles }) => articles))];
  const dayOf = (id: string) => ground.outlines.get(id)?.publishedAt ?? '';
  return ids
    .sort((one, other) => (dayOf(one) === dayOf(other) ? (one < other ? -1 : 1) : dayOf(one) > dayOf(other) ? -1 : 1))
    .slice(0, READ);
}
