import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ArticleDraft } from '../domain/article.ts';
import { reasonOf } from '../errors.ts';
import { draftOf, type Reading } from './draft.ts';
import { decoded, isBinary, visibleText } from './encoding.ts';
import { type FileKind, type FoundFile, filesAt, reasonOfFault } from './file-walk.ts';
import { partFrontMatter } from './front-matter.ts';
import { readPage } from './html.ts';
import { linesOfStream } from './json-lines.ts';
import { readRecord } from './json-record.ts';
import { folded } from './lines.ts';
import { plainText } from './markdown.ts';
import { readRawText, readStory, type Story } from './raw-text.ts';
import { dateOfUrl, dateOfValue } from './stated-date.ts';

export type SourceItem =
  | {
      readonly path: string;
      readonly draft: ArticleDraft;
      /** Where a page of the web was found, by which it is placed; a file is what it says that it is. */
      readonly found?: string;
    }
  | { readonly path: string; readonly rejected: string };

export interface SourceOptions {
  /** What the path `-` reads, as JSON Lines. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Epoch milliseconds: dates more than a day later are no publication dates. By default the system's clock. */
  readonly now?: number;
}

const MB = 1_000_000;
/** A file is read whole, so it is limited; a .jsonl is read line by line, so each line is. */
const MAX_FILE_BYTES = 50 * MB;
const MAX_LINE_BYTES = 16 * MB;

type KnownFile = Extract<FoundFile, { file: string }>;
type WholeFile = KnownFile & { readonly kind: Exclude<FileKind, '.jsonl'> };

/**
 * Articles from files and folders of .txt .md .html .htm .json .jsonl and, for `-`, from JSON Lines on standard input.
 * `path` is relative to the folder given, with `/`; a file given itself has its base name; a line of a .jsonl is
 * `name.jsonl:12`, an element of a .json array `name.json:3`. Whatever cannot be read is rejected with a plain reason and
 * the rest goes on: never throws for its input. Holds one file or line at a time.
 */
export async function* readSources(paths: readonly string[], options: SourceOptions = {}): AsyncGenerator<SourceItem> {
  const now = options.now ?? Date.now();
  for (const path of paths) {
    if (path === '-') yield* readLines(options.stdin, '-', now);
    else for await (const found of filesAt(path)) yield* 'rejected' in found ? [found] : readFound(found, now);
  }
}

/** How many files `readSources` will look at; standard input and a named path count as one each. */
export async function countSources(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const path of paths)
    if (path === '-') count += 1;
    else for await (const _ of filesAt(path)) count += 1;
  return count;
}

async function* readFound(found: KnownFile, now: number): AsyncGenerator<SourceItem> {
  const { path, file, kind, bytes } = found;
  if (bytes === 0) yield { path, rejected: 'it is empty' };
  else if (kind === '.jsonl') yield* readLines(createReadStream(file), path, now);
  else if (bytes > MAX_FILE_BYTES) yield { path, rejected: `it is larger than ${MAX_FILE_BYTES / MB} MB` };
  else yield* readWhole({ ...found, kind }, now);
}

async function* readWhole({ path, file, kind }: WholeFile, now: number): AsyncGenerator<SourceItem> {
  const bytes = await readFile(file).catch(reasonOfFault);
  if (typeof bytes === 'string') return yield { path, rejected: bytes };
  if (isBinary(bytes)) return yield { path, rejected: 'it is a binary file, no text' };
  const text = visibleText(decoded(bytes, kind === '.html' || kind === '.htm'));
  if (text.trim() === '') return yield { path, rejected: 'it is empty' };
  if (kind === '.json') yield* readJson(text, path, now);
  else yield await item(path, () => READERS[kind](text, path, now));
}

async function* readJson(text: string, path: string, now: number): AsyncGenerator<SourceItem> {
  const value = parsed(text);
  if (value === undefined) return yield { path, rejected: 'it is no valid JSON' };
  if (!Array.isArray(value)) return yield await item(path, () => readRecord(value, path, now));
  if (value.length === 0) yield { path, rejected: 'its array is empty' };
  for (const [at, record] of value.entries()) {
    const place = `${path}:${at + 1}`;
    yield await item(place, () => readRecord(record, place, now));
  }
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array | string> | undefined,
  name: string,
  now: number,
): AsyncGenerator<SourceItem> {
  if (chunks === undefined) return yield { path: name, rejected: 'there is no standard input to read' };
  let lines = 0;
  try {
    for await (const { number, text } of linesOfStream(chunks, MAX_LINE_BYTES)) {
      lines += 1;
      yield await readLine(text, `${name}:${number}`, now);
    }
    if (lines === 0 && name !== '-') yield { path: name, rejected: 'it is empty' };
  } catch (error) {
    yield { path: name, rejected: reasonOfFault(error) };
  }
}

async function readLine(text: string | undefined, path: string, now: number): Promise<SourceItem> {
  if (text === undefined) return { path, rejected: `the line is longer than ${MAX_LINE_BYTES / MB} MB` };
  const value = parsed(text);
  return value === undefined
    ? { path, rejected: 'the line is no valid JSON' }
    : item(path, () => readRecord(value, path, now));
}

/** A page or record stranger than any reader foresaw is one rejected item, not the end of an ingest. */
async function item(path: string, read: () => Promise<Reading> | Reading): Promise<SourceItem> {
  try {
    return { path, ...(await read()) };
  } catch (error) {
    return { path, rejected: `it cannot be read: ${reasonOf(error)}` };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Reader = (text: string, path: string, now: number) => Promise<Reading> | Reading;

const READERS: Readonly<Record<Exclude<FileKind, '.json' | '.jsonl'>, Reader>> = {
  '.txt': readText,
  '.md': (text, path, now) => readText(text, path, now, plainText),
  '.html': readHtml,
  '.htm': readHtml,
};

/** Front matter speaks first, then the page's own lines. */
function readText(text: string, path: string, now: number, plain = (marked: string): string => marked): Reading {
  const { matter, rest } = partFrontMatter(text);
  const { title, ...story } = storyUnder(matter.title, plain(rest), now);
  const stated = matter.date === undefined ? undefined : dateOfValue(matter.date, now);
  const inAddress = matter.url === undefined ? undefined : dateOfUrl(matter.url, now);
  return draftOf({
    ...story,
    ...matter,
    title: matter.title ?? title,
    publishedAt: stated ?? story.publishedAt ?? inAddress,
    path,
  });
}

/** With a title given apart, a first line that is another one belongs to the story. */
function storyUnder(title: string | undefined, text: string, now: number): Partial<Story> & Pick<Story, 'text'> {
  const first = /\S.*/u.exec(text)?.[0] ?? '';
  return title === undefined || folded(first) === folded(title) ? readRawText(text, now) : readStory(text, now);
}

async function readHtml(text: string, path: string, now: number): Promise<Reading> {
  const page = await readPage(text, now);
  if ('rejected' in page) return page;
  const story = readStory(page.text, now);
  return draftOf({
    ...page,
    text: story.text,
    outlet: page.outlet ?? story.outlet,
    author: page.author ?? story.author,
    publishedAt: page.publishedAt ?? story.publishedAt,
    path,
  });
}
