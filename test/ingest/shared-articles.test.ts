import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import { readSources } from '../../src/ingest/sources.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/articles', import.meta.url));
const present = existsSync(FOLDER);
if (!present) console.warn('skipped: ../shared/articles is absent');

async function drafts(): Promise<ArticleDraft[]> {
  const found: ArticleDraft[] = [];
  for await (const item of readSources([FOLDER])) if ('draft' in item) found.push(item.draft);
  return found;
}

function sourceOf(draft: ArticleDraft): string {
  return readFileSync(join(FOLDER, draft.path ?? ''), 'utf8');
}

describe.skipIf(!present)('the five scraped articles', () => {
  it('keep each paragraph of their stories, in order', async () => {
    for (const draft of await drafts()) {
      const source = sourceOf(draft)
        .split(/\n+/)
        .map((line) => line.trim());
      const stored = draft.text.split(/\n+/);
      const story = source.filter(
        (line) => /[.!?]["”’)]*$/.test(line) && line.split(' ').length >= 8 && !line.startsWith('('),
      );
      expect(stored.filter((line) => story.includes(line))).toEqual(story);
      expect(stored.filter((line) => !source.includes(line))).toEqual([]);
    }
  });

  it('lose only the words of their furniture', async () => {
    const words = (text: string) => text.trim().split(/\s+/).length;
    const lost = (await drafts()).map((draft) => words(sourceOf(draft)) - words(draft.text));
    expect(lost).toEqual([45, 49, 0, 27, 22]);
  });

  it('hold no furniture', async () => {
    const furniture =
      /advertisement|read time|follow us|telegram channel|syndicated|featured video|topics mentioned|edited by|published on|comment$|rights reserved|staff reporter|^\S+:$/im;
    for (const draft of await drafts()) expect(draft.text).not.toMatch(furniture);
  });

  it('have a stated date where a date line states it, and none of a footer or a sidebar', async () => {
    const dates = (await drafts()).map((draft) => draft.publishedAt);
    expect(dates).toEqual([undefined, undefined, undefined, '2024-01-29', undefined]);
    for (const draft of await drafts()) expect(draft.text).not.toMatch(/2021|2024/);
  });

  it('name the outlets that their own lines name', async () => {
    expect((await drafts()).map((draft) => draft.outlet)).toEqual([
      'National Herald',
      'NDTV',
      undefined,
      undefined,
      'Independent Pakistan',
    ]);
  });

  it('begin their stories with prose, behind a headline that stands once', async () => {
    for (const draft of await drafts()) {
      expect(draft.text.slice(draft.bodyStart).split('\n')[0]).toMatch(/\w.*[.!?]["”]?$/);
      expect(draft.text.split('\n').filter((line) => line === draft.title).length).toBe(draft.bodyStart === 0 ? 0 : 1);
    }
  });
});
