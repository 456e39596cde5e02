import { type Citation, cite } from '../domain/citation.ts';
import type { NumberedPassage } from '../domain/model.ts';
import { isEncoderFailure } from '../errors.ts';
import { isOrder } from '../text/orders.ts';
import { parseText } from '../text/sentences.ts';
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
const [FEWEST, MOST] = [12, 20];
/** No sentence of news is longer; one that is stands for a text that was not parted. */
const LONGEST = 1_500;

/**
 * What an answer by rule cites, then the best passages, then where they are few the sentences around what is cited: each
 * sentence once, copies of it left out.
 */
export async function evidenceFor({ answer, question }: Told, ground: Ground): Promise<readonly Evidence[]> {
  const cited = citationsOf(answer);
  const found = different([...cited, ...(question === undefined ? [] : await passagesFor(question, ground))]);
  const few = found.length >= FEWEST ? [] : await around(cited, ground);
  const all = [...found, ...different([...found, ...few]).slice(found.length, FEWEST)];
  const kept = all.filter(({ quote }) => isNews(quote)).slice(0, MOST);
  return kept.map((citation, at) => ({ citation, passage: passageOf(citation, at + 1, ground) }));
}

/** What is no news, or is in a language that the gate does not read, must not stand behind a claim. */
function isNews(quote: string): boolean {
  if (!ENGLISH.test(quote)) return false;
  return !parseText(quote).some((sentence) => isOrder(quote.slice(sentence.start, sentence.end), sentence));
}

/** Words that few other languages have, and few English sentences lack. */
const ENGLISH =
  /\b(the|of|to|and|for|with|by|at|from|its|their|his|were|has|have|had|is|are|be|been|that|which|will|would|after|before)\b/i;

function different(citations: readonly Citation[]): Citation[] {
  const first = new Map<string, Citation>();
  for (const one of citations)
    if (one.quote.length <= LONGEST && !first.has(fold(one.quote))) first.set(fold(one.quote), one);
  return [...first.values()];
}

/** The sentences right before and behind those that are cited. */
async function around(cited: readonly Citation[], ground: Ground): Promise<Citation[]> {
  const found: Citation[] = [];
  for (const { articleId, start } of cited) {
    const article = await ground.article(articleId);
    const sentences = article === undefined ? [] : parseText(article.text);
    const at = sentences.findIndex((sentence) => sentence.start === start);
    const near = at < 0 ? [] : [sentences[at - 1], sentences[at + 1]];
    for (const one of near)
      if (article !== undefined && one !== undefined && one.start >= article.bodyStart)
        found.push(cite(article, one.start, one.end));
  }
  return found;
}

/** Headlines are left out: they say things shorter than they are. */
async function passagesFor(question: Question, ground: Ground): Promise<Citation[]> {
  const scenes = await ground.scenes(question).catch((error: unknown) => {
    // what the answer cites is there without
    if (!isEncoderFailure(error)) throw error;
    return [];
  });
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
