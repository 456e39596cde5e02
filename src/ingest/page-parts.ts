import { folded } from './lines.ts';
import { lineOf, namesOf, type Page, type PageElement } from './page-element.ts';

/**
 * What a part of a page is about: `other` stories, readers' words, what is to come; `beside` the story, where its own
 * facts may stand among others.
 */
export type Part = 'other' | 'beside';

const OTHER =
  /[\s_-](?:related|comments?|commentlist|respond|replies|teasers?|recommend\w*|most-?(?:read|popular|viewed)|popular|trending|newsletter|promo|outbrain|taboola|similar|jp-related)[\s_-]|\s(?:events?|calendar|upcoming|carousel|slider|ticker|recent|latest|archives?|reviews?|more-?(?:stories|news|articles)|menu|nav(?:igation|bar)?|breadcrumbs?|relatedposts|tagcloud)[\s_-]/iu;
const BESIDE = /\s(?:side-?bar|widget(?!\s+Blog\b)|footer)/iu;
/** Names of what tells about the story itself, wherever it stands. */
const OF_STORY =
  /[\s_-](?:meta|meta-?data|info|byline|details?|entry|post|article|story|author|date|published|submitted|timedata)(?:[\s_-]|\w*\s)/iu;
/** Names that systems give to the element that holds one story and nothing else. */
const STORY = /\s(?:article|post|hentry|h-entry|entry|news-single|node-article|story|item-page|single-post)\s/iu;
const LISTS = new Set(['ul', 'ol', 'dl']);
const HEADINGS = 'h1,h2,h3';
const OF_SITE = /site-?(?:title|name)|blog-?title|logo|brand|masthead|aural|visually-?hidden|sr-only|screen-reader/iu;
const SHORTEST_HEADLINE = 8;
const MOST_HEADINGS = 60;

/** The headline's element: the heading that the page's title repeats, in the story's own element where there are two; else a first heading that is not the site's. */
export function headlineOf(page: Page, title: string | undefined): PageElement | undefined {
  const wanted = folded(title ?? '');
  const headings = [...page.querySelectorAll(HEADINGS)].slice(0, MOST_HEADINGS).filter((heading) => !isOfSite(heading));
  const rated = headings.map((heading) => ({ heading, rating: likeness(folded(lineOf(heading) ?? ''), wanted) }));
  const best = rated.toSorted((a, b) => b.rating - a.rating)[0];
  if (best !== undefined && best.rating > 0) return best.heading;
  return headings.find(({ localName }) => localName === 'h1') ?? headings.find(({ localName }) => localName === 'h2');
}

/** How much of the title a heading repeats, in characters; 0 where it is not one of its parts. */
function likeness(line: string, wanted: string): number {
  if (line === wanted && line !== '') return Number.MAX_SAFE_INTEGER;
  if (line.length < SHORTEST_HEADLINE || wanted.length < SHORTEST_HEADLINE) return 0;
  return wanted.includes(line) ? line.length : line.startsWith(wanted) ? wanted.length : 0;
}

function isOfSite(heading: PageElement): boolean {
  for (let at: PageElement | null = heading, up = 0; at !== null && up < 3; at = at.parentElement, up += 1)
    if (OF_SITE.test(namesOf(at))) return true;
  return false;
}

/** The headline's element and all that hold it: what stands in these is not apart by what they are called. */
export function aroundHeadline(headline: PageElement | undefined): ReadonlySet<PageElement> {
  const around = new Set<PageElement>();
  for (let at = headline ?? null; at !== null; at = at.parentElement) around.add(at);
  return around;
}

/** The part of the page that an element stands in, where it is not the story's. */
export function partOf(element: PageElement, around: ReadonlySet<PageElement>): Part | undefined {
  let part: Part | undefined;
  for (let at: PageElement | null = element; at !== null && !around.has(at); at = at.parentElement) {
    const begun = partBegunBy(at);
    if (begun === 'other') return begun;
    part ??= begun;
  }
  return part;
}

/** The part that begins with an element. */
export function partBegunBy(element: PageElement): Part | undefined {
  const names = namesOf(element);
  if (STORY.test(names)) return undefined;
  if (element.localName === 'nav' || OTHER.test(names)) return 'other';
  const isFooter = element.localName === 'footer' || /\sfooter/iu.test(names);
  if (isFooter) return OF_STORY.test(names) || isWithinStory(element) ? undefined : 'beside';
  if (element.localName === 'aside' || BESIDE.test(names)) return 'beside';
  return element.localName === 'li' && !OF_STORY.test(names) && !isListOfStory(element.parentElement)
    ? 'beside'
    : undefined;
}

function isListOfStory(list: PageElement | null): boolean {
  return list !== null && LISTS.has(list.localName) && OF_STORY.test(namesOf(list));
}

function isWithinStory(element: PageElement): boolean {
  for (let at = element.parentElement; at !== null && at.localName !== 'body'; at = at.parentElement)
    if (at.localName === 'article' || STORY.test(namesOf(at))) return true;
  return false;
}
