import { isSaying } from '../grammar/act-words.ts';
import type { Word } from './word.ts';

/** Words that make what stands with them hold of less, of all, or of nothing: beside them nothing that narrows is left out. */
const TURNING =
  /^(not|never|no|none|nobody|nothing|nor|neither|without|few|fewer|fewest|less|least|little|only|sole|all|every|everything|everybody|each|any|anything|anybody|most|if|unless|until|before|whether|than|except|or|either|hardly|barely|rarely|first|last|second|third|final|best|worst|refus\w+|den(y|ies|ied|ying|ial)|reject\w*|fail\w*|prevent\w*|ban|bans|banned|forb\w+|avoid\w*|lack\w*|unable|oppos\w+|impossible|unlikely|both|same|equal\w*|\w{3,}(?<!for)est)$/;

const NO_TURN =
  /^(west|northwest|southwest|north-west|south-west|guest|arrest|protest|interest|forest|request|harvest|contest|test|rest|unrest|quest|budapest|bucharest|suggest|invest|behest|midwest|conquest|honest|modest)$/;

/** What is only said, thought or wished, and what is told on a condition: it takes along all that hangs on it. */
const OWNING =
  /^(according|if|unless|whether|that|hope|want|wish|plan|expect|intend|fear|suspect|consider|imagine|pretend|ask|demand|urge|call|propose|offer|threaten|seek|try|attempt|agree|refuse|order|request|appeal|doubt|know|learn|hear|see|find|show|mean|feel|decide|vote|should|were|had|either|neither|not|rumour|allegedly|reportedly|apparently|supposedly|purportedly|possibly|perhaps|maybe)$/;

export const JOINT = /^(and|but|while|whereas|although|though)$/;

export const CONDITION =
  /^(if|unless|until|only|not|never|provided|or|nor|neither|so|then|without|except|than|before)$/;

export function isTurning({ lower }: Word): boolean {
  return TURNING.test(lower) && !NO_TURN.test(lower);
}

export function isOwned(word: Word): boolean {
  return (
    OWNING.test(word.lower) || (word.unit.pos === 'VERB' && (isSaying(word.unit.lemma) || OWNING.test(word.unit.lemma)))
  );
}
