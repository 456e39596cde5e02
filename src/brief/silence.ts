import type { ArticleStore } from '../domain/archive.ts';
import type { Article, ArticleId } from '../domain/article.ts';

/** The sentences of an article: what is called unknown must not stand in them. */
export type SentencesOf = (article: ArticleId) => Promise<readonly string[]>;

export type ArticleReader = (id: ArticleId) => Promise<Article | undefined>;

/** Reads each article once, when it is first asked for. */
export function articleReader({ articles }: { readonly articles: Pick<ArticleStore, 'get'> }): ArticleReader {
  return remembering((id) => articles.get(id));
}

/** Cuts each article's text once, when it is first asked for. */
export function lazySentences(readArticle: ArticleReader): SentencesOf {
  return remembering(async (id) => sentencesOf((await readArticle(id))?.text ?? ''));
}

function remembering<T>(make: (id: ArticleId) => Promise<T>): (id: ArticleId) => Promise<T> {
  const known = new Map<ArticleId, Promise<T>>();
  return (id) => {
    const made = known.get(id) ?? make(id);
    known.set(id, made);
    return made;
  };
}

/** A text cut after its full stops: enough to look for words that stand together. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”’]?)\s+|\n+/);
}

const ANSWER = /\b(welcom|accept|reject|declin|refus|spurn|rebuff|turn(ed)? down|agreed? to)/i;
const OFFER = /\b(offer|mediat|broker|go-between)/i;
const NO = /\b(no|not|neither|nor|never|without|yet to)\b|n['’]t\b/i;

/** Whether a sentence of these articles may tell of an answer to an offer, though no event was read from it. */
export async function mayTellOfAnswer(articles: Iterable<ArticleId>, sentencesOf: SentencesOf): Promise<boolean> {
  for (const id of articles)
    if ((await sentencesOf(id)).some((line) => ANSWER.test(line) && OFFER.test(line) && !NO.test(line))) return true;
  return false;
}

const RETURN =
  /\b(ambassador|envoy|high commissioner)s?\b.*\b(return(s|ed|ing)?|back|resum(e|es|ed|ing)|took up|take up)\b|\breturn of (the |both |its |their )?(two )?(ambassador|envoy)s?\b/i;
const SPOKEN = /\b(discuss|talk|consider|ask|urge|call|demand|whether|propos|no day|not announced)/i;

/** Whether a sentence of these articles may tell that ambassadors are back, though no event was read from it. */
export async function mayTellOfReturn(articles: Iterable<ArticleId>, sentencesOf: SentencesOf): Promise<boolean> {
  for (const id of articles)
    if ((await sentencesOf(id)).some((line) => RETURN.test(line) && !SPOKEN.test(line) && !NO.test(line))) return true;
  return false;
}
