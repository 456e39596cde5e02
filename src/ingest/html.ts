import { withoutDrawings } from './drawings.ts';
import { metadataOf, type PageMetadata } from './html-metadata.ts';
import { paragraphsOf } from './html-paragraphs.ts';
import { isArticle, jsonLdNodes, type Node, textOf } from './json-ld.ts';
import { languageOfPage } from './language.ts';
import { reasonAgainst } from './markup-limits.ts';
import { lineOf, type Page, type PageElement } from './page-element.ts';
import { type PageSigns, signsOf } from './page-signs.ts';
import { furnitureWithin, removeBoxes } from './story-parts.ts';

/** A page as read: its metadata, and its story as paragraphs parted by blank lines. */
export interface PageContent extends PageMetadata {
  readonly text: string;
  readonly signs: PageSigns;
  /** Share of the story's letters that stand in links, 0 to 1. */
  readonly linkShare: number;
  /** Headings in the story that lead to other pages, as lists of articles have them. */
  readonly linkedHeadings: number;
}

/** A story of fewer characters was not found. */
const SHORTEST_STORY = 250;
/** From this share of its letters in links on, a text is a list of other pages. */
export const MOST_IN_LINKS = 0.6;
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
  const page = parseHTML(framed(withoutDrawings(markup))).document as unknown as Page;
  const nodes = jsonLdNodes(page);
  const metadata = metadataOf(page, nodes, now, address);
  const signs = signsOf(page, markup, nodes);
  const story = fuller(await storyOf(page), nodes);
  return { ...metadata, language: languageOfPage(metadata.language, story.text), signs, ...story };
}

/** linkedom wants a whole document: a fragment would lose all but its first element. */
function framed(markup: string): string {
  return /<html[\s>]/iu.test(markup) ? markup : `<html><body>${markup}</body></html>`;
}

type Story = Pick<PageContent, 'text' | 'linkShare' | 'linkedHeadings'>;
const LINKED_HEADINGS = 'h2 a[href],h3 a[href],a[href] h2,a[href] h3';

/** What Readability finds, unless it is short or a list of links: then every paragraph of the page is the better reading. */
async function storyOf(page: Page): Promise<Story> {
  for (const element of [...page.querySelectorAll(APART)]) element.remove();
  removeBoxes(page);
  const every = everyParagraph(page);
  const story = await readable(page);
  if (story === undefined) return every;
  const text = paragraphsOf(story, furnitureWithin(story));
  const linkShare = shareOf(story.querySelectorAll('a'), lineOf(story)?.length ?? 0);
  if (linkShare >= MOST_IN_LINKS && every.linkShare < MOST_IN_LINKS && every.text !== '') return every;
  const linkedHeadings = [...story.querySelectorAll(LINKED_HEADINGS)].length;
  return text.length >= SHORTEST_STORY || text.length >= every.text.length
    ? { text, linkShare, linkedHeadings }
    : every;
}

function everyParagraph(page: Page): Story {
  const lines = [...page.querySelectorAll('p')]
    .map((paragraph) => lineOf(paragraph))
    .filter((line) => line !== undefined);
  const text = lines.join('\n\n');
  return { text, linkShare: shareOf(page.querySelectorAll('p a'), text.length), linkedHeadings: 0 };
}

function shareOf(links: Iterable<PageElement>, letters: number): number {
  let linked = 0;
  for (const link of links) linked += lineOf(link)?.length ?? 0;
  return Math.min(1, linked / Math.max(1, letters));
}

/** A page that shows hardly a word may hold its story as data: schema.org's `articleBody`. */
function fuller(story: Story, nodes: readonly Node[]): Story {
  if (story.text.length >= SHORTEST_STORY) return story;
  const body = nodes
    .filter(isArticle)
    .map((node) => textOf(node['articleBody']))
    .find((text) => text !== undefined);
  const text = body === undefined || /<\w/u.test(body) ? '' : body;
  return text.length > 2 * story.text.length ? { text, linkShare: 0, linkedHeadings: 0 } : story;
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
