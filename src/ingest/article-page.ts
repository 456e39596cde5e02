import type { PageReading } from '../domain/reading.ts';
import { draftOf } from './draft.ts';
import { visibleText } from './encoding.ts';
import { type PageContent, readPage } from './html.ts';
import { wordCount } from './lines.ts';
import { readStory } from './raw-text.ts';

/** A report says who did what in no fewer words; what is shorter is a caption, a teaser or a notice. */
const FEWEST_WORDS = 40;
/** What a page shows before its paywall, where it shows no more: two paragraphs. */
const TEASER_WORDS = 150;
/** From this share of its words in links on, a text is a list of other pages. */
const MOST_IN_LINKS = 0.6;

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
    outlet: page.outlet ?? story.outlet,
    author: page.author ?? story.author,
    url: page.url ?? address,
    publishedAt: page.publishedAt ?? story.publishedAt,
  });
  if ('rejected' in reading) return { kind: 'rejected', reason: reading.rejected };
  return { kind: 'article', ...reading, ...(page.modifiedAt !== undefined && { modifiedAt: page.modifiedAt }) };
}

function reasonForNone({ signs, linkShare }: PageContent, words: number): string | undefined {
  if (words < TEASER_WORDS && signs.paywall) return `the page shows ${told(words)} and keeps the rest for subscribers`;
  if (linkShare >= MOST_IN_LINKS || (signs.list && words < TEASER_WORDS))
    return 'the page is a list of links to other pages, not an article';
  if (words >= FEWEST_WORDS) return undefined;
  if (signs.barrier === 'robot check') return 'the page wants proof that a person is reading, and shows no story';
  if (signs.barrier === 'consent') return 'the page asks for consent to cookies, and shows no story';
  if (signs.login) return 'the page asks for a name and password, and shows no story';
  if (signs.barrier === 'script') return 'the page shows its story only to a browser that runs its scripts';
  return words === 0 ? 'the page holds no text of a story' : `the page holds ${told(words)}, too few for an article`;
}

function told(words: number): string {
  return words === 1 ? 'one word' : `${words} words`;
}
