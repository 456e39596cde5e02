import type { Article } from '../domain/article.ts';
import { DetenteError } from '../errors.ts';
import { type Call, withArchive } from './call.ts';
import { print, printJson } from './output.ts';
import { printTable, type TableFormat } from './table.ts';

/** Lists the current versions, by id. */
export async function listArticles(call: Call, options: { readonly text?: boolean }): Promise<void> {
  const articles = await withArchive(call, (archive) => archive.articles.list());
  if (call.format === 'json') printJson(articles.map((article) => articleJson(article, options.text ?? false)));
  else if (articles.length === 0) print('the archive is empty: `detente ingest <folder>`');
  else printArticles(call.format, articles);
}

function printArticles(format: TableFormat, articles: readonly Article[]): void {
  printTable(
    format,
    ['id', 'date', 'basis', 'outlet', 'words', 'title'],
    articles.map((article) => [
      article.id,
      article.publishedAt ?? '-',
      article.dateBasis,
      article.outlet ?? '-',
      String(wordsIn(article.text)),
      article.title,
    ]),
  );
}

/** What is not known is absent. Field order as in the contract. */
function articleJson(article: Article, withText: boolean): object {
  const { id, path, url, outlet, title, author, publishedAt, dateBasis, language, origin, text } = article;
  const words = wordsIn(text);
  const json = { id, path, url, outlet, title, author, publishedAt, dateBasis, language, origin, words };
  return withText ? { ...json, text } : json;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}

/** Takes an article out for good. */
export async function removeOne(
  call: Call,
  id: string,
  options: { readonly yes?: boolean; readonly reason: string },
): Promise<void> {
  if (!options.yes) throw new DetenteError('bad-usage', 'it takes the article out for good: say so with --yes.');
  const { removeArticle } = await import('../intake.ts');
  const at = new Date(call.clock.now()).toISOString();
  const removed = await withArchive(call, (archive) => removeArticle(archive, id, options.reason, at));
  if (!removed) throw new DetenteError('not-found', `no article has the id ${id}: \`detente articles\` lists them.`);
  if (call.format === 'json') printJson({ id, removed });
  else print(`removed ${id}; it will not come back with a later ingest`);
}
