import type { Telling } from './telling.ts';
import type { Word } from './word.ts';

const OF_STATE =
  /^(president|minister|ambassador|envoy|government|ministry|spokes\w+|leader|mission|diplomat|king|chancellor|premier|secretary|army|military|navy|general)$/;

/** Where a claim names the speaker's side otherwise than the source does: the indices behind both namings. */
export function speakersSide(
  claim: readonly Word[],
  at: number,
  source: readonly Word[],
  of: number,
  telling: Telling,
): readonly [number, number] | undefined {
  const self = telling.self ?? [];
  if (self.length > 0 && of === 0) {
    if (claim[at]?.lower === 'it') return [at + 1, self.length];
    const noun = claim[at + 1]?.lower ?? '';
    if (claim[at]?.lower === 'the' && /^(group|bloc|organisation|organization|alliance|army)$/.test(noun))
      return [at + 2, self.length];
  }
  const states = telling.speaker
    .filter(({ unit }) => unit.name?.kind === 'state')
    .map(({ unit }) => unit.name?.canonical);
  const [state] = states;
  const other = source[of];
  if (other === undefined) return undefined;
  if (telling.quoted && /^(we|us|our)$/.test(other.lower)) {
    const next = ofSpeaker(claim, at, other, telling);
    return next === undefined ? undefined : [next, of + 1];
  }
  if (state === undefined || states.some((one) => one !== state)) return undefined;
  const isState = (word: Word | undefined) => word?.unit.name?.canonical === state && word?.unit.name?.via === 'name';
  if (isState(other) && /^(his|her|their|its)$/.test(claim[at]?.lower ?? '') && claim[at + 1]?.lower === 'country')
    return [at + 2, of + 1];
  if (!isState(claim[at]) || !/^(his|her)$/.test(other.lower)) return undefined;
  const noun = source[of + 1]?.lower === 'country' ? of + 1 : of + 2;
  return source[noun]?.lower === 'country' ? [at + 1, noun + 1] : undefined;
}

/** "we" of a state's minister is that state, "our" of a group's leader the group's: whom words of a claim name instead. */
function ofSpeaker(claim: readonly Word[], at: number, source: Word | undefined, telling: Telling): number | undefined {
  if (source === undefined || !telling.quoted || !/^(we|us|our)$/.test(source.lower)) return undefined;
  const noun = /^(the|his|her)$/.test(claim[at]?.lower ?? '') ? at + 1 : at;
  const word = claim[noun];
  if (word === undefined || !isSpeakersSide(word, telling.speaker)) return undefined;
  if (source.lower !== 'our') return noun + 1;
  return claim[noun + 1]?.lower === "'s" ? noun + 2 : undefined;
}

function isSpeakersSide({ unit, lower }: Word, speaker: readonly Word[]): boolean {
  const official = speaker.some((one) => OF_STATE.test(one.unit.lemma));
  if (unit.name?.kind === 'state')
    return (
      official &&
      unit.name.via !== 'demonym' &&
      speaker.some((one) => one.unit.name?.canonical === unit.name?.canonical)
    );
  if (/^(country|nation)$/.test(lower)) return official;
  if (/^(group|movement|organisation|organization)$/.test(lower))
    return !speaker.some(
      (one) =>
        one.unit.name?.kind === 'state' || /^(president|minister|government|ministry|ambassador)$/.test(one.unit.lemma),
    );
  return /^(government|army|ministry|party|agency|company)$/.test(lower) && speaker.some((one) => one.lower === lower);
}
