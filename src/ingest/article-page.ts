import type { PageReading } from '../domain/reading.ts';
import { draftOf } from './draft.ts';
import { visibleText } from './encoding.ts';
import { MOST_IN_LINKS, type PageContent, readPage } from './html.ts';
import { wordCount } from './lines.ts';
import { hostOf } from './page-outlet.ts';
import { readStory } from './raw-text.ts';

/** A report says who did what in no fewer words; what is shorter is a caption, a teaser or a notice. */
const FEWEST_WORDS = 40;
/** What a page shows before its paywall, where it shows no more: two paragraphs. */
const TEASER_WORDS = 150;
/** What pages are called that servers send in place of what is gone, as if it were there. */
const GONE =
  /^\W*(?:error\s+)?404\b|\b(?:page|article|story|content)\b.{0,20}\b(?:not found|(?:cannot|can['’]t|could not) be found|no longer (?:exists?|available))|\b(?:cannot|can['’]t|could not|couldn['’]t) find (?:that|the|this|your) (?:page|article|story)\b|\bseite (?:wurde )?nicht gefunden\b|\bpage (?:introuvable|non trouv[ée]e)\b|\bp[áa]gina (?:no|n[ãa]o) encontrada\b/iu;
/** A list of articles has so many headings or more, each with fewer words than an article of its own would have. */
const FEWEST_ENTRIES = 5;
const ENTRY_WORDS = 100;

/**
 * The article on a web page, as a draft with its canonical address; or why it is none, in plain words without a full
 * stop. Never throws for what the page holds.
 * @param markup the page as text, decoded
 * @param address where it was found, absolute
 * @param now epoch milliseconds; later dates are no publication dates
 */
export async function readArticlePage(markup: string, address: string, now: number): Promise<PageReading> {
  const page = await readPage(visibleText(markup), now, address);
  if ('rejected' in page) return { kind: 'rejected', reason: page.rejected };
  const story = readStory(page.text, now);
  const reason = reasonForNone(page, wordCount(story.text));
  if (reason !== undefined) return { kind: 'rejected', reason };
  const reading = draftOf({
    ...page,
    text: story.text,
    outlet: page.outlet ?? story.outlet ?? hostOf(page.url ?? address),
    author: page.author ?? story.author,
    url: page.url ?? address,
    publishedAt: page.publishedAt ?? story.publishedAt,
  });
  if ('rejected' in reading) return { kind: 'rejected', reason: reading.rejected };
  return { kind: 'article', ...reading, ...(page.modifiedAt !== undefined && { modifiedAt: page.modifiedAt }) };
}

function reasonForNone({ signs, ...page }: PageContent, words: number): string | undefined {
  if (words < TEASER_WORDS && signs.paywall) return `the page shows ${told(words)} and keeps the rest for subscribers`;
  if (words < TEASER_WORDS && GONE.test(page.title ?? '')) return 'the page says that what was here is gone';
  if (isList({ signs, ...page }, words)) return 'the page is a list of links to other pages, not an article';
  if (words >= FEWEST_WORDS) return undefined;
  if (signs.barrier === 'robot check') return 'the page wants proof that a person is reading, and shows no story';
  if (signs.barrier === 'consent') return 'the page asks for consent to cookies, and shows no story';
  if (signs.login) return 'the page asks for a name and password, and shows no story';
  if (signs.barrier === 'script') return 'the page shows its story only to a browser that runs its scripts';
  return words === 0 ? 'the page holds no text of a story' : `the page holds ${told(words)}, too few for an article`;
}

/** Links with hardly a word between them, or headings that lead elsewhere, each with a few words below. */
function isList({ signs, linkShare, linkedHeadings }: PageContent, words: number): boolean {
  const few = words < TEASER_WORDS;
  if (few && (linkShare >= MOST_IN_LINKS || signs.list)) return true;
  return !signs.article && linkedHeadings >= FEWEST_ENTRIES && words < linkedHeadings * ENTRY_WORDS;
}

function told(words: number): string {
  return words === 1 ? 'one word' : `${words} words`;
}
