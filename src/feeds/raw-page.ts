import type { ArticleDraft } from '../domain/article.ts';
import type { PageReading, RawDocument } from '../domain/reading.ts';
import { readArticlePage } from '../ingest/article-page.ts';
import { draftOf } from '../ingest/draft.ts';
import { canonicalAddress } from '../ingest/page-address.ts';
import { readRawText } from '../ingest/raw-text.ts';
import { withoutTracking } from './addresses.ts';
import { isTooDeep } from './guarded-json.ts';
import { textOf } from './read-feed.ts';

const FEED = /^\s*(?:<\?xml[^>]*>\s*)?(?:<(?:rss|feed|rdf:RDF)[\s>])/iu;

/**
 * Reads a document where an article was looked for: a web page, or plain text. The draft's address is the canonical one
 * that the page names where that is on the same site and not its front page, else where the document was found; what
 * tells only where a reader came from is left off. The reason why not is one line without full stop. Never throws.
 */
export async function readRawPage(document: RawDocument): Promise<PageReading> {
  try {
    return await reading(document);
  } catch {
    return rejected('the page is built in a way that cannot be read');
  }
}

async function reading(document: RawDocument): Promise<PageReading> {
  const { url, now } = document;
  const markup = textOf(document);
  if (typeof markup !== 'string') return rejected(markup.reason);
  if (FEED.test(markup)) return rejected('the document is a feed, not an article');
  if (/^text\/plain\b/iu.test(document.type ?? '')) return ofText(markup, document);
  if (/^\s*[{[]/u.test(markup)) return rejected('the document is data (JSON), not an article');
  if (dataOf(markup).some(isTooDeep)) return rejected("the page's data (JSON-LD) are nested too deep to be read");
  const page = await readArticlePage(markup, url, now);
  return page.kind === 'article' ? { ...page, draft: placed(page.draft, url) } : page;
}

/** What a page tells programs of itself. */
function dataOf(markup: string): string[] {
  const scripts = [...markup.matchAll(/<script\b[^<>]{0,500}ld\+json[^<>]{0,500}>/giu)];
  return scripts.map(({ index, 0: tag }) => markup.slice(index + tag.length, scriptEnd(markup, index)));
}

function scriptEnd(markup: string, from: number): number {
  const end = markup.indexOf('</script', from);
  return end < 0 ? markup.length : end;
}

function ofText(text: string, { url, now }: RawDocument): PageReading {
  const reading = draftOf({ ...readRawText(text, now), path: url });
  return 'rejected' in reading ? rejected(reading.rejected) : { kind: 'article', draft: placed(reading.draft, url) };
}

/** An article of the web has an address, no path. What plain text calls its own address is believed as a page's is. */
function placed({ path: _, ...draft }: ArticleDraft, found: string): ArticleDraft {
  return { ...draft, url: withoutTracking(canonicalAddress([draft.url], found) ?? found) };
}

function rejected(reason: string): PageReading {
  return { kind: 'rejected', reason };
}
