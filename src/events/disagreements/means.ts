import type { Mention } from '../../domain/mention.ts';
import { isSenseName, type SenseName } from '../senses.ts';
import type { ToldEvent } from '../view.ts';
import { listed, when } from '../wording.ts';
import { between, type Detector, mentionsOf, reading, spansOf } from './ground.ts';

/** What an attack was made with, where its words say. "Air strikes" can be made with missiles and with drones. */
const MEANS: Partial<Record<SenseName, 'missiles' | 'drones' | 'artillery' | 'a bomb'>> = {
  missile: 'missiles',
  drone: 'drones',
  shell: 'artillery',
  bombing: 'a bomb',
};

/** Reports of one attack that say it was made with different weapons, and none that says it was made with both. */
export const means: Detector = ({ told }) =>
  told
    .filter(({ event }) => event.type === 'ASSAULT' && event.status === 'reported')
    .flatMap((one) => {
      const found = [...meansIn(one)].filter(([weapon]) => weapon !== undefined);
      if (found.length < 2 || !areApart(found.map(([, mentions]) => mentions))) return [];
      return between(
        `With what did ${listed(one.event.actors)} attack ${when(one.event.date)}?`,
        found.map(([weapon, mentions]) => reading(`with ${weapon}`, spansOf(mentions))),
        'Told in the words of most reports; left open.',
      );
    });

function meansIn(one: ToldEvent): Map<string | undefined, Mention[]> {
  const mentions = mentionsOf(one);
  if (mentions.some(({ sense }) => sense === 'missileDrone')) return new Map();
  return Map.groupBy(mentions, ({ sense }) => (isSenseName(sense) ? MEANS[sense] : undefined));
}

/** No article names both weapons. */
function areApart(groups: readonly (readonly Mention[])[]): boolean {
  const articles = groups.flatMap((group) => [...new Set(group.map(({ articleId }) => articleId))]);
  return new Set(articles).size === articles.length;
}
