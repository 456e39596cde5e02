import type { Token } from '../text/sentences.ts';
import type { TokenRange } from './stranger.ts';

/** What "the government" and "the minister" are: a state's institution, or one who holds an office in it. */
export type Office = 'institution' | 'holder';

const INSTITUTION =
  /^(government|ministry|navy|army|military|cabinet|authorities|coastguard|coast|guard|force|parliament|presidency|kremlin|junta)$/;
const HOLDER = /^(minister|president|premier|chancellor|spokes(man|woman|person)|excellency|secretary)$/;
/** "the rebel army", "the opposition minister", "the former president": not of the state at hand. */
const OTHER =
  /^(rebel|opposition|former|shadow|local|provincial|regional|interim|neighbou?ring|foreign-backed|ousted)$/;

/** The office that words without a name stand for: "the Navy", "the defence ministry", "His Excellency". */
export function officeIn(tokens: readonly Token[], { first, last }: TokenRange): Office | undefined {
  const words = tokens.slice(first, last + 1).map((token) => token.lower);
  const opener = /^(the|his|her|its)$/.test(words[0] ?? '') || /^(his|her)$/.test(tokens[first - 1]?.lower ?? '');
  if (!opener || words.length > 4 || words.some((word) => OTHER.test(word))) return undefined;
  const head = words.at(-1) ?? '';
  if (INSTITUTION.test(head)) return 'institution';
  return HOLDER.test(head) ? 'holder' : undefined;
}
