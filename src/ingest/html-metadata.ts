import { metasOf } from './date-metas.ts';
import { articlesOf, jsonLdNodes, type Node, nameOf, pagesOf } from './json-ld.ts';
import { languageTag } from './language.ts';
import { numberOrderOf } from './number-order.ts';
import { canonicalAddress } from './page-address.ts';
import { datesOf, type PageDates } from './page-dates.ts';
import { lineOf, type Page } from './page-element.ts';
import { headlineOf } from './page-parts.ts';
import { withoutOutletTail } from './title.ts';

/** What a page says of itself outside its story. */
export interface PageMetadata extends PageDates {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

const LONGEST_TITLE = 400;

/** Reads metadata in the order of trust: JSON-LD, Open Graph and meta elements, marked elements, the address. */
export function metadataOf(page: Page, now: number, address?: string): PageMetadata {
  const nodes = jsonLdNodes(page);
  const metas = metasOf(page);
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const url = canonicalAddress([canonical, metas.get('og:url')], address);
  const addresses = [address, url];
  const articles = articlesOf(nodes, addresses, metas.get('og:title'));
  const article = articles[0];
  const outlet = metas.get('og:site_name') ?? nameOf(article?.['publisher']);
  const title = titleOf(page, metas, article);
  const tag = page.documentElement?.getAttribute('lang') ?? metas.get('og:locale');
  const order = numberOrderOf(tag, address ?? url);
  return {
    title: title === undefined ? undefined : withoutOutletTail(title, outlet).slice(0, LONGEST_TITLE),
    outlet,
    author: nameOf(article?.['author']) ?? nameOf(metas.get('author')) ?? nameOf(metas.get('article:author')),
    url,
    ...datesOf({
      page,
      articles,
      others: pagesOf(nodes),
      metas,
      title,
      headline: headlineOf(page, title),
      addresses,
      now,
      order,
    }),
    language: languageTag(tag),
  };
}

function titleOf(page: Page, metas: ReadonlyMap<string, string>, article: Node | undefined): string | undefined {
  const headline = article?.['headline'] ?? article?.['name'];
  return (
    metas.get('og:title') ??
    (typeof headline === 'string' && headline.trim() !== '' ? headline.trim() : undefined) ??
    lineOf(page.querySelector('h1')) ??
    lineOf(page.querySelector('title'))
  );
}
