import type { Token } from '../text/sentences.ts';
import type { ActorPhrase } from './phrase.ts';

/** Actors joined to the one given by "and" or a comma, in the order of the text: "the UN and the US". */
export function coordinated(
  tokens: readonly Token[],
  phrases: readonly ActorPhrase[],
  one: ActorPhrase,
): ActorPhrase[] {
  const group = [one];
  let index = phrases.indexOf(one);
  while (index > 0 && isList(tokens, phrases[index - 1] as ActorPhrase, phrases[index] as ActorPhrase, phrases))
    group.unshift(phrases[--index] as ActorPhrase);
  index = phrases.indexOf(one);
  while (
    index < phrases.length - 1 &&
    isList(tokens, phrases[index] as ActorPhrase, phrases[index + 1] as ActorPhrase, phrases)
  )
    group.push(phrases[++index] as ActorPhrase);
  return group;
}

/** Two phrases of one list: "and" between them, or a comma where an "and" closes the list further on. */
function isList(
  tokens: readonly Token[],
  left: ActorPhrase,
  right: ActorPhrase,
  phrases: readonly ActorPhrase[],
): boolean {
  const between = tokens.slice(left.last + 1, right.first);
  if (between.length === 0 || between.length > 7) return false;
  // "After talks in Riyadh, Sudan and Chad agreed"
  if ((left.city ?? left.place) !== undefined && right.place === undefined) return false;
  if (between.length <= 2 && between[0]?.text === ',' && (between.length === 1 || between[1]?.lower === 'the')) {
    const next = phrases[phrases.indexOf(right) + 1];
    return next !== undefined && isList(tokens, right, next, phrases);
  }
  return between.some((token) => /^(and|or|nor)$/.test(token.lower)) && between.every(isListed);
}

function isListed(token: Token): boolean {
  if (!/^(,|['’]s?|[a-z]+)$/i.test(token.text) || token.lower === 'already') return false;
  if (/^(his|her|its|their|both|the)$/.test(token.lower)) return true;
  return !/VERB|AUX|ADP|SCONJ|PRON/.test(token.pos) && (token.pos !== 'NOUN' || isRole(token));
}

function isRole(token: Token): boolean {
  return /^(minister|counterpart|president|leader|government|foreign|ministry|official|side|force|army)s?$/.test(
    token.lower,
  );
}
