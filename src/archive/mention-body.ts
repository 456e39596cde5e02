import type { Mention } from '../domain/mention.ts';

/** A mention as it is stored. One of the first version names nobody beside its sides. */
export function toMention(body: string): Mention {
  return { named: [], ...(JSON.parse(body) as Omit<Mention, 'named'> & Partial<Mention>) };
}
