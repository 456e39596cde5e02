import type { Token } from '../text/sentences.ts';
import type { ActorPhrase } from './phrase.ts';

/** "a resolution calling for a truce": the noun calls, not whoever stands before it. */
export function describesNoun(tokens: readonly Token[], phrases: readonly ActorPhrase[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    /^(NOUN|PROPN)$/.test(before?.pos ?? '') && !phrases.some((phrase) => phrase.first < at && phrase.last >= at - 1)
  );
}

/** "China, Taiwan's neighbour, sent", "Iran, which Israel struck in June, has": the name before the words between commas. */
export function aroundInsertion(
  tokens: readonly Token[],
  phrases: readonly ActorPhrase[],
  at: number,
): ActorPhrase | undefined {
  let close = at - 1;
  while (close >= 0 && /AUX|ADV|PART/.test((tokens[close] as Token).pos)) close -= 1;
  if (tokens[close]?.text !== ',') return undefined;
  for (let open = close - 1; open > 0; open -= 1) {
    if (tokens[open]?.text !== ',') continue;
    const phrase = phrases.find((one) => one.last === open - 1);
    const inserted = tokens.slice(open + 1, close);
    const first = inserted[0];
    const fits =
      /^(which|who|whom|whose)$/.test(first?.lower ?? '') ||
      (first?.pos === 'ADP' && /^(which|whom|whose)$/.test(inserted[1]?.lower ?? '')) ||
      (first?.pos === 'VERB' && /(ed|ing|en)$/.test(first.lower)) ||
      !inserted.some((token) => /VERB|AUX/.test(token.pos));
    const acts = phrase?.preposition === undefined && phrase?.place === undefined && !phrase?.bystander;
    if (phrase !== undefined && fits && acts) return phrase;
  }
  return undefined;
}

/** The one that an object clause is about: "Iran, which Israel struck". */
export function relativeObject(
  tokens: readonly Token[],
  phrases: readonly ActorPhrase[],
  subject: ActorPhrase,
): ActorPhrase | undefined {
  if (!/^(which|whom)$/.test(tokens[subject.first - 1]?.lower ?? '')) return undefined;
  const end = tokens[subject.first - 2]?.text === ',' ? subject.first - 3 : subject.first - 2;
  return phrases.find((phrase) => phrase.last === end);
}
