import { atFront } from './speech-before.ts';
import { atEnd } from './speech-behind.ts';
import { accordingTo, described } from './speech-described.ts';
import { withOwner } from './speech-of-owners.ts';
import { quotedOf, type Speech } from './speech-parts.ts';
import type { Word } from './word.ts';

/** Every way in which a sentence can be read as what somebody says; `text` is where its words stand. */
export function speechesOf(words: readonly Word[], text: string): Speech[] {
  const quoted = quotedOf(text);
  const all = [...atFront(words, quoted), ...atEnd(words, quoted), ...accordingTo(words), ...described(words)];
  const speeches = all.filter(({ speaker, body }) => speaker.length > 0 && speaker.length < 30 && body.length > 1);
  return [...speeches, ...speeches.map(withOwner).filter((one) => one !== undefined)];
}
