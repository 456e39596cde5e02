import { formatDay } from '../domain/day.ts';
import type { Change, Correction } from '../domain/delivery.ts';
import { type Block, type SourceFinder, sourceFinder } from './block.ts';
import { inert } from './inert.ts';
import { quoteBlocks, sentence, sourceBlocks, words } from './sentence.ts';

/** What an edition does not say any more, or not alone, and why; with the words of what is cited for it. */
export function correctionBlocks({ date, changes, sources }: Correction): Block[] {
  const find = sourceFinder(sources);
  const cited = changes.flatMap(({ readings }) => readings.flatMap(({ citations }) => citations));
  return [
    { kind: 'heading', text: inert(`Correction of the edition of ${formatDay(date)}`) },
    ...changes.flatMap((change) => changeBlocks(change, find)),
    ...sources.flatMap((source) => [
      ...sourceBlocks([source]),
      ...quoteBlocks(
        cited.filter(({ articleId }) => articleId === source.articleId),
        find,
      ),
    ]),
  ];
}

function changeBlocks({ statement, reason, readings }: Change, find: SourceFinder): Block[] {
  return [
    { kind: 'item', runs: [words('It said: ', true), words(statement)] },
    { kind: 'part', runs: [words(reason)] },
    ...readings.map(({ text, citations }): Block => ({ kind: 'part', runs: sentence(text, citations, find) })),
  ];
}
