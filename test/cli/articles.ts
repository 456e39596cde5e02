import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Invented news of an invented quarrel between two real states: three outlets, three days. */
export const articles = [
  {
    id: 'ferry-1',
    title: 'Greek jets strike Turkish radar post',
    outlet: 'The Lisbon Lamplighter',
    publishedAt: '2019-05-04',
    language: 'en',
    text:
      'Greece launched missile strikes on a radar post in Turkey on May 3, 2019, the Greek defence ministry said.\n\n' +
      'Six soldiers were killed in the strikes, Turkish officials said.\n\n' +
      'Turkey condemned the strikes and recalled its ambassador from Athens on May 4, 2019.',
  },
  {
    id: 'ferry-2',
    title: 'Norway offers to mediate between Greece and Turkey',
    outlet: 'Harbour Gazette',
    author: 'Ines Kallio',
    url: 'https://example.org/ferry-2',
    publishedAt: '2019-05-05',
    language: 'en',
    text:
      'Norway offered to mediate between Greece and Turkey on May 5, 2019, its foreign ministry said.\n\n' +
      'The European Union urged both countries to show restraint.',
  },
  {
    id: 'ferry-3',
    title: 'Greek and Turkish ministers agree to stand down',
    outlet: 'Saltwind Post',
    publishedAt: '2019-05-07',
    language: 'en',
    text:
      'The foreign ministers of Greece and Turkey held talks by telephone on May 6, 2019 and agreed to de-escalate, ' +
      'both ministries said.\n\nTurkey said its ambassador would return to Athens.',
  },
] as const;

/** Writes them into a folder, a file each. */
export function writeArticles(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const article of articles) writeFileSync(join(folder, `${article.id}.json`), JSON.stringify(article));
  return folder;
}
