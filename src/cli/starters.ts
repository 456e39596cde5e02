import { readFileSync } from 'node:fs';
import type { Archive } from '../domain/archive.ts';
import type { IsoInstant } from '../domain/article.ts';
import type { Conversation } from '../domain/chat.ts';
import { bundled } from './bundle.ts';

/** A feed that users may choose. Nobody has looked at it before `source test` or `source add` has. */
export interface Starter {
  readonly url: string;
  readonly title: string;
}

/** What the command line itself remembers is kept as the settings of a place that no platform has. */
const PLACE: Conversation = { adapter: 'command-line', workspace: '', channel: 'starters' };

/** The list that comes with the program, in its order. */
export async function readStarters(): Promise<readonly Starter[]> {
  const { readOpml } = await import('../feeds/opml.ts');
  const { feeds } = readOpml(readFileSync(bundled('samples/feeds.opml')));
  return feeds.map(({ url, title = url }) => ({ url, title }));
}

/** Its title in any case of letters. */
export function starterNamed(name: string, starters: readonly Starter[]): Starter | undefined {
  const wanted = folded(name);
  return starters.find(({ title }) => folded(title) === wanted);
}

function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}

/** When starters were last found to be feeds, by address. */
export async function startersSeen({ desk }: Pick<Archive, 'desk'>): Promise<Readonly<Record<string, IsoInstant>>> {
  return desk.settings(PLACE);
}

export async function markSeen(archive: Pick<Archive, 'desk'>, { url }: Starter, at: IsoInstant): Promise<void> {
  await archive.desk.saveSettings(PLACE, { ...(await startersSeen(archive)), [url]: at });
}
