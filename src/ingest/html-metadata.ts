import { metasOf } from './date-metas.ts';
import { articlesOf, type Node, pagesOf } from './json-ld.ts';
import { languageTag } from './language.ts';
import { numberOrderOf } from './number-order.ts';
import { canonicalAddress } from './page-address.ts';
import { authorOf } from './page-author.ts';
import { datesOf, type PageDates } from './page-dates.ts';
import type { Page } from './page-element.ts';
import { outletOf } from './page-outlet.ts';
import { headlineOf } from './page-parts.ts';
import { titleOf } from './page-title.ts';

/** What a page says of itself outside its story. */
export interface PageMetadata extends PageDates {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/** Reads metadata in the order of trust: JSON-LD, Open Graph and meta elements, marked elements, the address. */
export function metadataOf(page: Page, nodes: readonly Node[], now: number, address?: string): PageMetadata {
  const metas = metasOf(page);
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const url = canonicalAddress([canonical, metas.get('og:url')], address);
  const addresses = [address, url];
  const articles = articlesOf(nodes, addresses, metas.get('og:title'));
  const article = articles[0];
  const outlet = outletOf(metas, article, nodes, address ?? url);
  const title = titleOf(page, metas, article, outlet);
  const headline = headlineOf(page, title);
  const tag = page.documentElement?.getAttribute('lang') ?? metas.get('og:locale') ?? metas.get('content-language');
  const order = numberOrderOf(tag, address ?? url);
  const dates = datesOf({ page, articles, others: pagesOf(nodes), metas, title, headline, addresses, now, order });
  const author = authorOf(page, metas, article, nodes, outlet);
  return { title, outlet, author, url, ...dates, language: languageTag(tag) };
}
