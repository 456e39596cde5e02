import { endsSentence } from './lines.ts';
import { lineOf, namesOf, type PageElement } from './page-element.ts';

/** Names of what pages put among the paragraphs of a story. */
const AMONG_STORY =
  /[\s_-](?:related|newsletters?|shar(?:e|ing)|share-?(?:bar|buttons?|tools?)|social(?:-?media)?|author-?(?:bio|box|card|about|info)|about-?(?:the-?)?author|(?:wp-)?caption(?:-?text)?|img-?caption|photo-?credit|image-?credit|credits?|comments?|promo|read-?more|readmore|more-?on|advert\w*|ads?|ad-?(?:slot|unit|container)|sponsored|affiliate|disclosure|cookies?|consent|subscribe|sign-?up|paywall|breadcrumbs?|post-?tags|tags|tag-?(?:list|cloud)|pagination|yarpp|jp-relatedposts|outbrain|taboola|recommend\w*|most-?(?:read|popular)|byline|dateline|timestamp|publish(?:ed)?-?date|post-?meta|entry-?meta|article-?meta)[\s_-]/iu;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** What holds more of the story's letters is the story, whatever it is called. */
const MOST = 0.3;
const LINES = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'div', 'ul', 'ol', 'blockquote']);
const BLOCKS = 'p,h2,h3,h4,h5,div';
const LONGEST_POINTER = 250;

/** Tells what within a story's element is no part of the story: boxes about other things, and lines that are links alone. */
export function furnitureWithin(story: PageElement): (element: PageElement) => boolean {
  const whole = lineOf(story)?.length ?? 0;
  const isSmall = (element: PageElement): boolean => (lineOf(element)?.length ?? 0) <= whole * MOST;
  return (element) =>
    element !== story &&
    (isHidden(element) || ((AMONG_STORY.test(namesOf(element)) || isPointer(element)) && isSmall(element)));
}

function isHidden(element: PageElement): boolean {
  return element.getAttribute('hidden') !== null || HIDDEN.test(element.getAttribute('style') ?? '');
}

/** A line that is one link, or a list of them, or a card that is a link as a whole: ways to other stories. A linked sentence is the story's own. */
function isPointer(element: PageElement): boolean {
  if (element.localName === 'a') return element.querySelector(BLOCKS) !== null;
  if (!LINES.has(element.localName)) return false;
  const line = lineOf(element) ?? '';
  const links = [...element.querySelectorAll('a[href]')].filter(
    (link) => !(link.getAttribute('href') ?? '#').startsWith('#'),
  );
  if (
    links.length === 0 ||
    line === '' ||
    (links.length === 1 && (line.length > LONGEST_POINTER || endsSentence(line)))
  )
    return false;
  const linked = links.reduce((sum, link) => sum + (lineOf(link)?.length ?? 0), 0);
  return linked >= line.length - 2 * links.length;
}
