import { largestSituation } from '../brief/situation.ts';
import type { Archive, ArticleOutline, PassageHit, Scope } from '../domain/archive.ts';
import type { Article, ArticleId, IsoDate } from '../domain/article.ts';
import type { SentenceEncoder } from '../domain/encoder.ts';
import type { Event } from '../domain/event.ts';
import { once } from '../events/once.ts';
import { searchPassages } from '../search/passages.ts';
import { rememberedEvents } from './ledger-memory.ts';
import type { Question } from './question/frame.ts';
import { type Scene, sceneOf } from './scene.ts';

/** What is seen of an archive, and with what. */
interface View {
  readonly archive: Archive;
  /** Absent where all is seen. */
  readonly scope: Scope | undefined;
  /** The day from which "yesterday" counts. */
  readonly today: IsoDate;
  /** In scope, by id. */
  readonly articles: readonly ArticleOutline[];
  readonly outlines: ReadonlyMap<ArticleId, ArticleOutline>;
  readonly encoder: SentenceEncoder | undefined;
}

/** What the rungs of the ladder stand on: the archive as the asker sees it. Everything is made when first asked for. */
export interface Ground extends View {
  readonly events: () => Promise<readonly Event[]>;
  /** The two parties that the archive is most about; none where no event stands between two. */
  readonly pair: () => Promise<readonly string[]>;
  /** Sentences of stories that may hold an answer, best first. */
  readonly scenes: (question: Question) => Promise<readonly Scene[]>;
  /** The best passages, headlines among them. */
  readonly hits: (question: Question) => Promise<readonly PassageHit[]>;
  readonly article: (id: ArticleId) => Promise<Article | undefined>;
}

/** Passages that are looked at for an answer. */
const BEST = 64;

export function groundOf(view: View): Ground {
  const { archive, scope, encoder } = view;
  const articles = new Map<ArticleId, Promise<Article | undefined>>();
  const article = (id: ArticleId) => {
    const known = articles.get(id) ?? archive.articles.get(id);
    articles.set(id, known);
    return known;
  };
  const hits = remembered(({ text, also = [] }) =>
    searchPassages(archive, [text, ...also].join(' '), { limit: BEST, scope, encoder, widened: true }),
  );
  return {
    ...view,
    article,
    events: once(() => rememberedEvents(archive, view.articles, scope)),
    pair: once(async () => (await largestSituation(archive, scope?.asOf))?.parties ?? []),
    hits,
    scenes: remembered(async (question) => {
      const scenes: Scene[] = [];
      for (const hit of await hits(question)) {
        const story = await article(hit.articleId);
        if (story !== undefined && hit.start >= story.bodyStart) scenes.push(sceneOf(hit, story));
      }
      return scenes;
    }),
  };
}

/** One answer a question, asked for by several rungs. */
function remembered<T>(make: (question: Question) => Promise<T>): (question: Question) => Promise<T> {
  const made = new Map<Question, Promise<T>>();
  return (question) => {
    const known = made.get(question) ?? make(question);
    made.set(question, known);
    return known;
  };
}
