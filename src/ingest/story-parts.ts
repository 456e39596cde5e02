import { endsSentence } from './lines.ts';
import { lineOf, namesOf, type Page, type PageElement, type PageNode } from './page-element.ts';

/** Names of what pages put among the paragraphs of a story. */
const AMONG_STORY =
  /[\s_-](?:related|newsletters?|shar(?:e|ing)|share-?(?:bar|buttons?|tools?)|social(?:-?media)?|author-?(?:bio|box|card|about|info)|about-?(?:the-?)?author|(?:wp-)?caption(?:-?text)?|img-?caption|photo-?credit|image-?credit|credits?|comments?|promo|read-?more|readmore|more-?on|advert\w*|ads?|ad-?(?:slot|unit|container)|sponsored|affiliate|disclosure|cookies?|consent|subscribe|sign-?up|paywall|breadcrumbs?|post-?tags|tags|tag-?(?:list|cloud)|pagination|yarpp|jp-relatedposts|outbrain|taboola|recommend\w*|most-?(?:read|popular)|byline|dateline|timestamp|publish(?:ed)?-?date|post-?meta|entry-?meta|article-?meta)[\s_-]/iu;
const BOX =
  /[\s_-](?:newsletters?|shar(?:e|ing)|share-?(?:bar|buttons?|tools?)|author-?(?:bio|box|card)|about-?(?:the-?)?author|advert\w*|sponsored|cookies?|consent|sign-?up|yarpp|jp-relatedposts|outbrain|taboola|related-?(?:posts|articles|stories|content|links))[\s_-]/iu;
const BOXES = 'div,section,aside,ul';
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** What holds more of the story's letters is the story, whatever it is called. */
const MOST = 0.3;
const LINES = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'div', 'blockquote']);
const BLOCKS = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'div',
  'ul',
  'ol',
  'table',
  'section',
  'article',
  'blockquote',
]);
const LONGEST_POINTER = 250;

/** Tells what within a story's element is no part of the story: boxes about other things, and lines that are links alone. */
export function furnitureWithin(story: PageElement): (element: PageElement) => boolean {
  const whole = lineOf(story)?.length ?? 0;
  const isSmall = (element: PageElement): boolean => (lineOf(element)?.length ?? 0) <= whole * MOST;
  return (element) => {
    if (element === story) return false;
    if (isHidden(element)) return true;
    return (AMONG_STORY.test(namesOf(element)) || isPointer(element)) && isSmall(element);
  };
}

/**
 * Takes boxes about other things out of a page before its story is looked for, which may else come out as paragraphs of
 * it, without their names.
 */
export function removeBoxes(page: Page): void {
  const body = page.querySelector('body');
  const whole = lineOf(body)?.length ?? 0;
  for (const box of page.querySelectorAll(BOXES))
    if (BOX.test(namesOf(box)) && (lineOf(box)?.length ?? 0) <= whole * MOST) box.remove();
}

function isHidden(element: PageElement): boolean {
  return element.getAttribute('hidden') !== null || HIDDEN.test(element.getAttribute('style') ?? '');
}

/**
 * A line that is one link, or links alone, or a card that is a link as a whole: ways to other stories. A linked sentence
 * is the story's own.
 */
function isPointer(element: PageElement): boolean {
  if (element.localName === 'a') return isCard(element);
  if (!LINES.has(element.localName) || holdsBlock(element)) return false;
  const { letters, linked, links } = lettersOf(element);
  if (links === 0 || linked < letters - 2 * links) return false;
  return links > 1 || (letters <= LONGEST_POINTER && !endsSentence(lineOf(element) ?? ''));
}

function isCard(link: PageElement): boolean {
  return [...link.childNodes].some((child) => isBlock(child) || (isElement(child) && isCard(child)));
}

function holdsBlock(element: PageElement): boolean {
  for (const child of element.childNodes) if (isBlock(child)) return true;
  return false;
}

interface Letters {
  letters: number;
  linked: number;
  links: number;
}

/** How many letters an element holds, and how many of them within links to other pages. */
function lettersOf(node: PageNode, inLink = false, sum: Letters = { letters: 0, linked: 0, links: 0 }): Letters {
  if (node.nodeType === 3) {
    const size = (node.textContent ?? '').replace(/\s+/gu, '').length;
    sum.letters += size;
    if (inLink) sum.linked += size;
  }
  const isLink = !inLink && isElement(node) && leadsAway(node);
  if (isLink) sum.links += 1;
  for (const child of node.childNodes) lettersOf(child, inLink || isLink, sum);
  return sum;
}

function leadsAway(element: PageElement): boolean {
  return element.localName === 'a' && !(element.getAttribute('href') ?? '#').startsWith('#');
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

function isBlock(node: PageNode): boolean {
  return isElement(node) && BLOCKS.has(node.localName);
}
