import { isArticle, jsonLdNodes, type Node } from './json-ld.ts';
import { lineOf, type Page } from './page-element.ts';

/** What stands on a page beside or instead of a story. */
export interface PageSigns {
  /** A field for a password. */
  readonly login: boolean;
  /** It says that it is not free, or shows an offer where the story would go on. */
  readonly paywall: boolean;
  /** Its text asks for consent, or to prove that nobody's machine is reading. */
  readonly barrier: 'consent' | 'robot check' | 'script' | undefined;
  /** It says that it is a list of articles. */
  readonly list: boolean;
  readonly title?: string | undefined;
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
const LIST_TYPE = /^(?:CollectionPage|SearchResultsPage|ProfilePage)$/u;
/** A wall's text is short: only so much of it is looked at. */
const LOOKED_AT = 3000;

/** Looks for what keeps a reader from a story. The page is not changed. */
export function signsOf(page: Page): PageSigns {
  const nodes = jsonLdNodes(page);
  const title = lineOf(page.querySelector('title'));
  const text = `${title ?? ''} ${lineOf(page.querySelector('body'))?.slice(0, LOOKED_AT) ?? ''}`;
  return {
    login: page.querySelector('input[type="password"]') !== null,
    paywall: nodes.some(isNotFree) || page.querySelector(PAYWALL_CLASSES) !== null,
    barrier: ROBOT.test(text)
      ? 'robot check'
      : CONSENT.test(text)
        ? 'consent'
        : SCRIPT.test(text)
          ? 'script'
          : undefined,
    list:
      !nodes.some(isArticle) &&
      nodes.some((node) => [node['@type']].flat().some((type) => LIST_TYPE.test(String(type)))),
    title,
  };
}

function isNotFree(node: Node): boolean {
  return /^false$/iu.test(String(node['isAccessibleForFree'] ?? ''));
}
