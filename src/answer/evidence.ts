import { type Citation, cite } from '../domain/citation.ts';
import type { NumberedPassage } from '../domain/model.ts';
import { fold } from '../text/words.ts';
import type { Ground } from './ground.ts';
import { preferred } from './preference.ts';
import type { Question } from './question/frame.ts';
import { citationsOf, type Told } from './report.ts';

/** A stored sentence as a model is shown it, and where it stands. */
export interface Evidence {
  readonly passage: NumberedPassage;
  readonly citation: Citation;
}

/** Sentences that a model is shown: fewer leave out what belongs to the answer, more cost and distract. */
const MOST = 20;
/** No sentence of news is longer; one that is stands for a text that was not parted. */
const LONGEST = 1_500;

/** What an answer by rule cites, then the best passages: each sentence once, copies of it left out. */
export async function evidenceFor({ answer, question }: Told, ground: Ground): Promise<readonly Evidence[]> {
  const cited = citationsOf(answer);
  const others = question === undefined ? [] : await passagesFor(question, ground);
  const different = new Map<string, Citation>();
  for (const one of [...cited, ...others]) if (!different.has(fold(one.quote))) different.set(fold(one.quote), one);
  const kept = [...different.values()].filter(({ quote }) => quote.length <= LONGEST).slice(0, MOST);
  return kept.map((citation, at) => ({ citation, passage: passageOf(citation, at + 1, ground) }));
}

/** Headlines are left out: they say things shorter than they are. */
async function passagesFor(question: Question, ground: Ground): Promise<Citation[]> {
  const scenes = await ground.scenes(question);
  const best = preferred(
    question,
    scenes.map(({ hit }) => hit),
    ground,
  );
  const articles = new Map(scenes.map(({ article }) => [article.id, article]));
  return best.flatMap(({ articleId, start, end }) => {
    const article = articles.get(articleId);
    return article === undefined ? [] : [cite(article, start, end)];
  });
}

function passageOf({ articleId, quote }: Citation, id: number, { outlines }: Ground): NumberedPassage {
  const { outlet, publishedAt } = outlines.get(articleId) ?? {};
  return {
    id,
    text: quote,
    ...(outlet !== undefined && { outlet }),
    ...(publishedAt !== undefined && { publishedAt }),
  };
}
