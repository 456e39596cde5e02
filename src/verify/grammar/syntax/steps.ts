import { chunkAt, OWNING } from '../noun-phrase.ts';
import type { Unit } from '../units.ts';
import { verbGroupAt } from '../verb-group.ts';
import { openBeside } from './beside.ts';
import { openAdverbial, readAsLong, readSubordinate } from './clauses.ts';
import { ADVERBIAL, SUBORDINATE } from './joint-words.ts';
import { isClauseAhead, isNounHere, pastPhrase } from './lookahead.ts';
import { readMark } from './marks.ts';
import { readNoun } from './nouns.ts';
import { readPhrasal, readPreposition, readTime } from './phrases.ts';
import { readHedge, readQuality } from './qualities.ts';
import { type Reading, unitAt } from './reading.ts';
import { readAccording } from './speakers.ts';
import { enterClause, readVerb } from './verbs.ts';

/** Takes in what begins at a word, if it is of that kind, and moves behind it. */
type Reader = (reading: Reading, unit: Unit) => boolean;

/** In this order: "after" opens a clause or governs a noun, "will" is a verb before it is a noun. */
const READERS: readonly Reader[] = [
  readSign,
  readException,
  readJoint,
  readHedge,
  readSpeakerBehind,
  readExistence,
  readInversion,
  readAsLong,
  readPhrasal,
  (reading, unit) => SUBORDINATE.test(unit.lower) && readSubordinate(reading, unit),
  readGroup,
  readPreposition,
  readChunk,
];

/** Reads on from where the reading stands, by one word or phrase. */
export function readNext(reading: Reading): void {
  const unit = unitAt(reading) as Unit;
  if (READERS.some((read) => read(reading, unit))) return;
  readQuality(reading, unit);
  reading.at += 1;
}

function readSign(reading: Reading, unit: Unit): boolean {
  if (unit.kind === 'mark') readMark(reading, unit);
  else if (unit.kind === 'time') readTime(reading, unit);
  else return false;
  return true;
}

const WHOLE = /^(all|any|anything|everything|everyone|nothing|none|nobody|every|no)$/;

/** "all but three of them" */
function readException(reading: Reading, unit: Unit): boolean {
  if (unit.lower !== 'but' || !WHOLE.test(unitAt(reading, reading.at - 1)?.lower ?? '')) return false;
  reading.preposition = 'except';
  reading.at += 1;
  return true;
}

function readJoint(reading: Reading, unit: Unit): boolean {
  if (!/^(and|or|but|nor|yet)$/.test(unit.lower) || unit.pos === 'ADV') return false;
  reading.joint = unit.lower;
  reading.at += 1;
  if (reading.comma && reading.clause.verb !== undefined && (opensSentence(reading) || opensCondition(reading)))
    openBeside(reading, unit.lower, true);
  return true;
}

/** ", and on Friday he left": what stands before the subject belongs to the sentence that it opens. */
function opensSentence(reading: Reading): boolean {
  const subject = pastPhrase(reading, reading.at);
  const chunk = subject > reading.at ? chunkAt(reading.units, subject) : undefined;
  if (chunk === undefined) return false;
  const group = verbGroupAt(reading.units, pastPhrase(reading, chunk.next));
  return group?.finite === true && !group.infinitive;
}

/** ", but if the talks fail, he will leave": the condition belongs to the sentence that it opens. */
function opensCondition(reading: Reading): boolean {
  if (!ADVERBIAL.test(unitAt(reading)?.lower ?? '') || !isClauseAhead(reading, reading.at + 1)) return false;
  for (let at = reading.at + 1; at < reading.units.length; ) {
    const chunk = chunkAt(reading.units, at);
    const behind = chunk?.next ?? at + 1;
    const comma = unitAt(reading, behind)?.text === ',';
    const unit = unitAt(reading, behind);
    if (unit === undefined || (unit.kind === 'mark' && !comma)) return false;
    const next = comma ? behind + 1 : behind;
    const ends = chunk !== undefined || comma || unitAt(reading, at)?.pos === 'ADV';
    const told = !ends ? undefined : chunkAt(reading.units, next);
    const fresh = comma || /DET|PRON/.test(unit.pos) || OWNING.test(unit.lower);
    const group = told === undefined || !fresh ? undefined : verbGroupAt(reading.units, pastPhrase(reading, told.next));
    if (group?.finite && !group.infinitive && (comma || group.bare !== 'past')) return true;
    if (comma) return false;
    at = behind;
  }
  return false;
}

/** "Had the bridge collapsed, hundreds would have died": a condition without its "if". */
function readInversion(reading: Reading, unit: Unit): boolean {
  const { clause } = reading;
  if (!/^(had|should|were)$/.test(unit.lower) || clause.verb !== undefined || clause.subjects.length > 0) return false;
  if (clause.kind === 'relative' || chunkAt(reading.units, reading.at + 1) === undefined) return false;
  if (unitAt(reading, reading.at + 1)?.pos === 'VERB') return false;
  openAdverbial(reading, 'if', 1);
  return true;
}

function readSpeakerBehind(reading: Reading, unit: Unit): boolean {
  if (unit.lower !== 'according' || unitAt(reading, reading.at + 1)?.lower !== 'to') return false;
  readAccording(reading);
  return true;
}

const AUXILIARY = /^(is|are|was|were|has|have|had|will|would|could|may|might|can|must|should)$/;

/** "there was shooting": a noun that is said to be, and has no subject. */
function readExistence(reading: Reading, unit: Unit): boolean {
  if (unit.lower !== 'there' || !AUXILIARY.test(unitAt(reading, reading.at + 1)?.lower ?? '')) return false;
  enterClause(reading);
  reading.clause.existential = true;
  reading.at += 1;
  return true;
}

function readGroup(reading: Reading): boolean {
  const group = verbGroupAt(reading.units, reading.at);
  if (group === undefined || isNounHere(reading, group)) return false;
  readVerb(reading, group);
  return true;
}

function readChunk(reading: Reading): boolean {
  const chunk = chunkAt(reading.units, reading.at);
  if (chunk === undefined) return false;
  readNoun(reading, chunk);
  return true;
}
