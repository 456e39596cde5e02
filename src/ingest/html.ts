import { metadataOf, type PageMetadata } from './html-metadata.ts';
import { paragraphsOf } from './html-paragraphs.ts';
import { reasonAgainst } from './markup-limits.ts';
import { lineOf, type Page, type PageElement } from './page-element.ts';
import { type PageSigns, signsOf } from './page-signs.ts';
import { furnitureWithin } from './story-parts.ts';

/** A page as read: its metadata, and its story as paragraphs parted by blank lines. */
export interface PageContent extends PageMetadata {
  readonly text: string;
  readonly signs: PageSigns;
  /** Share of the story's letters that stand in links, 0 to 1. */
  readonly linkShare: number;
}

/** A story of fewer characters was not found; every paragraph of the page is the better reading. */
const SHORTEST_STORY = 250;
/** Parts of a page that never hold the story. */
const APART = 'script,style,noscript,template,iframe,nav,footer,button,select,svg,dialog';

/**
 * Reads an article's page. The packages that do it are loaded at the first page, so that plain text does not pay for
 * them. Gives the reason where the page is too large or too deep to be read.
 * @param address where the page was found, if known: it may state the date.
 */
export async function readPage(
  markup: string,
  now: number,
  address?: string,
): Promise<PageContent | { readonly rejected: string }> {
  const reason = reasonAgainst(markup);
  if (reason !== undefined) return { rejected: reason };
  const { parseHTML } = await import('linkedom');
  const page = parseHTML(framed(markup)).document as unknown as Page;
  const metadata = metadataOf(page, now, address);
  const signs = signsOf(page);
  return { ...metadata, signs, ...(await storyOf(page)) };
}

/** linkedom wants a whole document: a fragment would lose all but its first element. */
function framed(markup: string): string {
  return /<html[\s>]/iu.test(markup) ? markup : `<html><body>${markup}</body></html>`;
}

async function storyOf(page: Page): Promise<Pick<PageContent, 'text' | 'linkShare'>> {
  for (const element of [...page.querySelectorAll(APART)]) element.remove();
  const every = everyParagraph(page);
  const story = await readable(page);
  const text = story === undefined ? '' : paragraphsOf(story, furnitureWithin(story));
  const found = story !== undefined && (text.length >= SHORTEST_STORY || text.length >= every.length);
  return found ? { text, linkShare: linkShareOf(story) } : { text: every, linkShare: 0 };
}

function linkShareOf(story: PageElement): number {
  const inLinks = [...story.querySelectorAll('a')].reduce((sum, link) => sum + (lineOf(link)?.length ?? 0), 0);
  return Math.min(1, inLinks / Math.max(1, lineOf(story)?.length ?? 0));
}

/** Readability's own finding, as elements: it throws where a page is stranger than it expects. */
async function readable(page: Page): Promise<PageElement | undefined> {
  const { Readability } = await import('@mozilla/readability');
  try {
    const reader = new Readability(page as never, {
      keepClasses: true,
      serializer: (element) => element as unknown,
    });
    return (reader.parse()?.content as PageElement | null | undefined) ?? undefined;
  } catch {
    return undefined;
  }
}

function everyParagraph(page: Page): string {
  return [...page.querySelectorAll('p')]
    .map((paragraph) => lineOf(paragraph))
    .filter((line) => line !== undefined)
    .join('\n\n');
}
