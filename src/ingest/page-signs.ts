import { isArticle, type Node } from './json-ld.ts';
import { lineOf, type Page, type PageElement, type PageNode } from './page-element.ts';

/** What stands on a page beside or instead of a story. */
export interface PageSigns {
  /** A field for a password. */
  readonly login: boolean;
  /** It says that it is not free, or shows an offer where the story would go on. */
  readonly paywall: boolean;
  /** Its text asks for consent, or to prove that nobody's machine is reading. */
  readonly barrier: 'consent' | 'robot check' | 'script' | undefined;
  /** It says that it is one article. */
  readonly article: boolean;
  /** It says that it is a list of articles. */
  readonly list: boolean;
}

/** Words that a wall's own title or text begins with, in the languages that it is mostly met in. */
const ROBOT =
  /\b(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|not a robot|just a moment|attention required|checking your browser|unusual (?:traffic|activity)|access denied|pardon our interruption|security check|captcha)\b/iu;
const CONSENT =
  /\b(?:before you continue|(?:we|and our partners|wir) (?:value|use|und unsere partner)[^.]{0,40}(?:privacy|cookies)|accept (?:all )?cookies|alle (?:cookies )?akzeptieren|mit werbung weiterlesen|tout accepter|aceptar (?:todo|cookies)|consent)\b/iu;
const SCRIPT =
  /\b(?:enable|activate|turn on|requires?|aktivieren)[^.]{0,30}javascript\b|javascript (?:is )?(?:disabled|required)/iu;
const PAYWALL_CLASSES =
  '[class*="paywall"],[id*="paywall"],[class*="piano-"],[class*="regwall"],[class*="subscriber-only"]';
const PAYWALL_NAMES = /paywall|piano-|regwall|subscriber-only/iu;
const UNSEEN = new Set(['script', 'style', 'template', 'svg']);
const OFFER =
  /\b(?:subscri\w+|abonn\w+|abo|weiterlesen|registrier\w+|register|continue reading|sign in|log ?in|unlock|premium|iscriviti|suscr\w+|assin\w+|inloggen)\b/iu;
const LIST_TYPE = /^(?:CollectionPage|SearchResultsPage|ProfilePage)$/u;
/** A wall's text is short: only so much of it is looked at. */
const LOOKED_AT = 3000;

/**
 * Looks for what keeps a reader from a story. The page is not changed.
 * @param nodes its JSON-LD
 */
export function signsOf(page: Page, markup: string, nodes: readonly Node[]): PageSigns {
  const title = lineOf(page.querySelector('title')) ?? '';
  const isWalled = nodes.some(isNotFree) || (PAYWALL_NAMES.test(markup) && hasOffer(page));
  return {
    login: page.querySelector('input[type="password"]') !== null,
    paywall: isWalled,
    barrier: barrierIn(`${title} ${wordsAtHead(page.querySelector('body'))}`),
    article: nodes.some(isArticle) || /property=["']?og:type["']?\s+content=["']?article/iu.test(markup),
    list:
      !nodes.some(isArticle) &&
      nodes.some((node) => [node['@type']].flat().some((type) => LIST_TYPE.test(String(type)))),
  };
}

function hasOffer(page: Page): boolean {
  return [...page.querySelectorAll(PAYWALL_CLASSES)].some((wall) =>
    OFFER.test(lineOf(wall)?.slice(0, LOOKED_AT) ?? ''),
  );
}

/** The first words that readers see. */
function wordsAtHead(body: PageElement | null): string {
  let words = '';
  const collect = (node: PageNode): void => {
    if (node.nodeType === 3) words += ` ${node.textContent ?? ''}`;
    if (node.nodeType === 1 && UNSEEN.has((node as PageElement).localName)) return;
    for (const child of node.childNodes) if (words.length < LOOKED_AT) collect(child);
  };
  if (body !== null) collect(body);
  return words.replace(/\s+/gu, ' ');
}

function barrierIn(text: string): PageSigns['barrier'] {
  if (ROBOT.test(text)) return 'robot check';
  if (CONSENT.test(text)) return 'consent';
  return SCRIPT.test(text) ? 'script' : undefined;
}

function isNotFree(node: Node): boolean {
  return /^false$/iu.test(String(node['isAccessibleForFree'] ?? ''));
}
