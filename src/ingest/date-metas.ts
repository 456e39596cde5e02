import type { Page } from './page-element.ts';

/** Names of meta elements that state when the article was published, in the order of trust. */
export const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'og:release_date',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publication_date',
  'publicationdate',
  'publication-date',
  'publish-date',
  'publish_date',
  'publishdate',
  'published-date',
  'published_date',
  'published_time',
  'published_at',
  'publishedat',
  'published',
  'pubdate',
  'pub_date',
  'article.published',
  'article_date_original',
  'articledate',
  'article:post_time',
  'article:create_at',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.published',
  'dc.date.created',
  'dcterms.created',
  'dc.created',
  'dcterms.available',
  'prism.publicationdate',
  'rnews:datepublished',
  'vr:published_time',
  'last-publish-date',
  'dcsext.articlefirstpublished',
  'originalpublicationdate',
  'displaydate',
  'bt:pubdate',
  'mediator_published_time',
  'shareaholic:article_published_time',
  'contentdate',
  'creation_date',
  'creationdate',
  'created',
  'datecreated',
  'article:created',
];

/** Names that state a date and not of what: many systems write the day of the last change, or today, under them. */
export const BARE_METAS = [
  'dc.date',
  'dcterms.date',
  'dcterms.temporal',
  'date',
  'date.available',
  'pdate',
  'timestamp',
];

export const MODIFIED_METAS = [
  'article:modified_time',
  'og:article:modified_time',
  'article:modified',
  'og:updated_time',
  'article:updated_time',
  'datemodified',
  'dateupdate',
  'dateupdated',
  'lastmod',
  'last-modified',
  'last_modified',
  'lastmodified',
  'modified',
  'modificationdate',
  'revision_date',
  'revised',
  'updated_time',
  'dc.date.modified',
  'dcterms.modified',
  'dc.modified',
  'dcterms.date.modified',
];

/** Content by name, property, itemprop or http-equiv in lower case; the first one of a name. */
export function metasOf(page: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.replace(/\s+/gu, ' ').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}
