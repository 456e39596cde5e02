import type { Direction, Source } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';

/** A stretch of a line. White space in `text` is where a line may break; runs that touch stay together. */
export type Run =
  | { readonly kind: 'words'; readonly text: string; readonly strong?: boolean }
  /** A citation mark, shown as `[number]`; `url` is http(s) and leads to the quoted words. */
  | { readonly kind: 'mark'; readonly number: number; readonly url?: string }
  /** An address of http(s), shown as it is and leading where it says. */
  | { readonly kind: 'link'; readonly url: string };

/**
 * A piece of a reply, in reading order. No string in it holds a control, bidi or zero-width character or a line break;
 * markup of a platform is not escaped: that is the renderer's part.
 */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'verdict'; readonly direction: Direction; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly runs: readonly Run[] }
  | { readonly kind: 'item'; readonly runs: readonly Run[] }
  /** Belongs to the item before it. */
  | { readonly kind: 'part'; readonly runs: readonly Run[] }
  /** `cut` where the quote goes on. */
  | { readonly kind: 'quote'; readonly number: number; readonly quote: string; readonly cut: boolean }
  | { readonly kind: 'source'; readonly number: number; readonly text: string; readonly url?: string }
  /** A text to copy as it is, blanks and all. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] }
  | { readonly kind: 'entry'; readonly usage: string; readonly summary: string }
  | { readonly kind: 'gap' };

/** The source of a citation, by its article. */
export type SourceFinder = (citation: Citation) => Source | undefined;

export function sourceFinder(sources: readonly Source[]): SourceFinder {
  const byArticle = new Map(sources.map((source) => [source.articleId, source]));
  return (citation) => byArticle.get(citation.articleId);
}
