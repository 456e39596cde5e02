import type { ArticleDraft, IsoDate } from '../domain/article.ts';
import { present } from '../domain/present.ts';
import { visibleLine } from './encoding.ts';
import { languageOf, languageTag } from './language.ts';
import { folded } from './lines.ts';
import { webAddress } from './page-address.ts';
import { titleFromProse } from './title.ts';

/** One article read, or the plain reason why not, in one line. */
export type Reading = { readonly draft: ArticleDraft } | { readonly rejected: string };

/** What a reader of one format found; whatever it could not find is undefined. */
export interface Findings {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  readonly bodyStart?: number | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: IsoDate | undefined;
  readonly language?: string | undefined;
  readonly path?: string | undefined;
}

const LONGEST = { title: 500, name: 200, url: 2000 } as const;

/** Brings findings into the form of a draft: names on one visible line, a title and a language where there was none. */
export function draftOf(findings: Findings): Reading {
  const { text, path } = findings;
  if (!/[\p{L}\p{N}]/u.test(text)) return { rejected: 'it holds no text of an article' };
  const given = nameIn(findings.title, LONGEST.title);
  return {
    draft: {
      ...present({ id: findings.id }),
      title: given ?? titleFromProse(text),
      text,
      bodyStart: findings.bodyStart ?? (given === undefined ? 0 : afterTitle(text, given)),
      ...present({
        outlet: nameIn(findings.outlet, LONGEST.name),
        author: nameIn(findings.author, LONGEST.name),
        url: addressIn(findings.url),
        path,
        publishedAt: findings.publishedAt,
      }),
      language: languageTag(findings.language) ?? languageOf(text),
    },
  };
}

/** Where a text repeats its title as first line, the story begins behind it; else at 0. */
function afterTitle(text: string, title: string): number {
  const end = text.indexOf('\n');
  if (end < 0 || folded(text.slice(0, end)) !== folded(title)) return 0;
  return text.length - text.slice(end).trimStart().length;
}

function nameIn(value: string | undefined, longest: number): string | undefined {
  const line = visibleLine(value?.slice(0, 4 * longest) ?? '').slice(0, longest);
  return line === '' ? undefined : line;
}

/** Not cut where it is too long: what is left would lead elsewhere, and be one address for many articles. */
function addressIn(value: string | undefined): string | undefined {
  const address = webAddress(value);
  return address !== undefined && address.length <= LONGEST.url ? address : undefined;
}
