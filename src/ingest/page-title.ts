import { type Node, textOf } from './json-ld.ts';
import { folded } from './lines.ts';
import { lineOf, type Page } from './page-element.ts';
import { headlineOf } from './page-parts.ts';
import { withoutOutletTail } from './title.ts';

const LONGEST = 400;

/**
 * The article's title as the page states it for others, else its headline, without the outlet's name. A title that is
 * only the site's name is none: simple sites state that one on every page.
 */
export function titleOf(
  page: Page,
  metas: ReadonlyMap<string, string>,
  article: Node | undefined,
  outlet: string | undefined,
): string | undefined {
  const whole = lineOf(page.querySelector('title'));
  const stated = [
    metas.get('og:title'),
    textOf(article?.['headline']),
    textOf(article?.['name']),
    metas.get('twitter:title'),
  ];
  const site = folded(outlet ?? '');
  const own = stated.find((title) => title !== undefined && folded(title) !== '' && folded(title) !== site);
  const title = own ?? lineOf(headlineOf(page, whole)) ?? whole ?? stated.find((one) => one !== undefined);
  return title === undefined ? undefined : withoutOutletTail(title, outlet).slice(0, LONGEST);
}
