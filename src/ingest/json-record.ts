import { z } from 'zod';
import { draftOf, type Reading } from './draft.ts';
import { visibleText } from './encoding.ts';
import { readPage } from './html.ts';
import type { PageMetadata } from './html-metadata.ts';
import { readStory } from './raw-text.ts';
import { dateOfUrl, dateOfValue } from './stated-date.ts';

const words = z.string().nullish().catch(undefined);

/** An article as JSON. Unknown keys are ignored; an optional key of the wrong kind counts as absent. */
const articleRecord = z.object({
  id: z
    .union([z.string().trim().min(1).max(512), z.number().transform(String)])
    .nullish()
    .catch(undefined),
  url: words,
  title: words,
  outlet: words,
  author: words,
  publishedAt: z.union([z.string(), z.number()]).nullish().catch(undefined),
  language: words,
  text: words,
  html: words,
});

type ArticleRecord = z.infer<typeof articleRecord>;

/** Reads one JSON value as an article: its own keys first, then what its page says, then what lines of its text state. */
export async function readRecord(value: unknown, path: string, now: number): Promise<Reading> {
  const parsed = articleRecord.safeParse(value);
  if (!parsed.success) return { rejected: 'the record is no JSON object with an article in it' };
  const record = parsed.data;
  if (record.text?.trim()) return fromRecord(record, { text: visibleText(record.text) }, path, now);
  if (!record.html?.trim()) return { rejected: 'the record has neither "text" nor "html"' };
  const page = await readPage(visibleText(record.html), now, record.url ?? undefined);
  return 'rejected' in page ? page : fromRecord(record, page, path, now);
}

function fromRecord(
  record: ArticleRecord,
  page: PageMetadata & { readonly text: string },
  path: string,
  now: number,
): Reading {
  const story = readStory(page.text, now);
  const stated = record.publishedAt == null ? undefined : dateOfValue(record.publishedAt, now);
  return draftOf({
    id: record.id ?? undefined,
    title: record.title ?? page.title,
    text: story.text,
    outlet: record.outlet ?? page.outlet ?? story.outlet,
    author: record.author ?? page.author ?? story.author,
    url: record.url ?? page.url,
    publishedAt:
      stated ?? page.publishedAt ?? story.publishedAt ?? (record.url ? dateOfUrl(record.url, now) : undefined),
    language: record.language ?? page.language,
    path,
  });
}
