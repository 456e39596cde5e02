import type { Archive, PassageHit } from '../domain/archive.ts';
import type { SentenceEncoder } from '../domain/encoder.ts';
import { DetenteError } from '../errors.ts';
import { searchPassages } from '../search/passages.ts';
import { answerLines } from './batch.ts';
import type { Call } from './call.ts';
import { withEncoder } from './encoder.ts';
import { idOf, textOf } from './fields.ts';
import { print, printJson, say } from './output.ts';
import { escapeMarkdown, oneLine } from './table.ts';

interface SearchOptions {
  readonly batch?: string;
  readonly limit: number;
}

/** What is searched. */
interface Desk {
  readonly archive: Archive;
  readonly encoder: SentenceEncoder | undefined;
}

interface FoundPassage extends PassageHit {
  readonly title: string;
  readonly path?: string;
  readonly url?: string;
}

/** Finds the best passages for one query, or for a file of them. */
export async function searchCommand(call: Call, words: readonly string[], options: SearchOptions): Promise<number> {
  const query = words.join(' ').trim();
  const { batch, limit } = options;
  if ((query === '') === (batch === undefined))
    throw new DetenteError('bad-usage', 'give words to look for, or --batch with a file of them.');
  return withEncoder(call, async (archive, encoder) => {
    const tier = encoder === undefined ? 'lexical' : 'vectors';
    const desk = { archive, encoder };
    if (batch !== undefined)
      return answerLines(batch, async (line) => ({
        id: idOf(line),
        hits: await find(desk, textOf(line, 'query'), limit),
        tier,
      }));
    printHits(call, await find(desk, query, limit));
    if (!call.quiet) say(`tier: ${tier}`);
    return 0;
  });
}

async function find({ archive, encoder }: Desk, query: string, limit: number): Promise<readonly FoundPassage[]> {
  const hits = await searchPassages(archive, query, { limit, encoder });
  return Promise.all(hits.map((hit) => withArticle(archive, hit)));
}

async function withArticle(archive: Archive, hit: PassageHit): Promise<FoundPassage> {
  const article = await archive.articles.get(hit.articleId);
  const { articleId, start, end, quote, score } = hit;
  return {
    articleId,
    ...(article?.path !== undefined && { path: article.path }),
    ...(article?.url !== undefined && { url: article.url }),
    title: article?.title ?? '',
    start,
    end,
    quote,
    score,
  };
}

function printHits(call: Call, hits: readonly FoundPassage[]): void {
  if (call.format === 'json') printJson(hits);
  else if (hits.length === 0) print('nothing found');
  else print(hits.map((hit, index) => `${index + 1}. ${hitText(hit, call.format === 'markdown')}`).join('\n'));
}

function hitText({ quote, title, articleId, start, end }: FoundPassage, markdown: boolean): string {
  const shown = (text: string) => (markdown ? escapeMarkdown(oneLine(text)) : oneLine(text));
  return `${shown(quote)}\n   ${shown(title)} (${shown(articleId)} ${start}-${end})`;
}
