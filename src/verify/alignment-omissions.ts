import { isSaying } from './act-words.ts';
import { isComma, isName, type Word } from './alignment-words.ts';

/** From the index of its first word, the indices behind each stretch of a source that may be left out there. */
export type Omissions = ReadonlyMap<number, readonly number[]>;

/** Words that make what stands with them hold of less, of all, or of nothing: beside them nothing that narrows is left out. */
const TURNING =
  /^(not|never|no|none|nobody|nothing|nor|neither|without|few|fewer|fewest|less|least|little|only|sole|all|every|everything|everybody|each|any|anything|anybody|most|if|unless|until|before|whether|than|except|or|either|hardly|barely|rarely|first|last|second|third|final|best|worst|refus\w+|den(y|ies|ied|ying|ial)|reject\w*|fail\w*|prevent\w*|ban|bans|banned|forb\w+|avoid\w*|lack\w*|unable|oppos\w+|impossible|unlikely|both|same|equal\w*|\w{3,}(?<!for)est)$/;
const NO_TURN =
  /^(west|northwest|southwest|north-west|south-west|guest|arrest|protest|interest|forest|request|harvest|contest|test|rest|unrest|quest|budapest|bucharest|suggest|invest|behest|midwest|conquest|honest|modest)$/;
/** What is only said, thought or wished, and what is told on a condition: it takes along all that hangs on it. */
const OWNING =
  /^(according|if|unless|whether|that|hope|want|wish|plan|expect|intend|fear|suspect|consider|imagine|pretend|ask|demand|urge|call|propose|offer|threaten|seek|try|attempt|agree|refuse|order|request|appeal|doubt|know|learn|hear|see|find|show|mean|feel|decide|vote|should|were|had|either|neither|not|rumour|allegedly|reportedly|apparently|supposedly|purportedly|possibly|perhaps|maybe)$/;
const JOINT = /^(and|but|while|whereas|although|though)$/;
const CONDITION = /^(if|unless|until|only|not|never|provided|or|nor|neither|so|then|without|except|than|before)$/;

export function isTurning({ lower }: Word): boolean {
  return TURNING.test(lower) && !NO_TURN.test(lower);
}

function isOwned(word: Word): boolean {
  return (
    OWNING.test(word.lower) || (word.unit.pos === 'VERB' && (isSaying(word.unit.lemma) || OWNING.test(word.unit.lemma)))
  );
}

const known = new WeakMap<readonly Word[], Omissions>();

/** What of a sentence may be left out, with what is left still told by it. */
export function omissionsOf(words: readonly Word[]): Omissions {
  const found = known.get(words) ?? findOmissions(words);
  known.set(words, found);
  return found;
}

function findOmissions(words: readonly Word[]): Omissions {
  const found = new Map<number, number[]>();
  const put = (start: number, end: number) => {
    if (end > start && start >= 0) found.set(start, [...(found.get(start) ?? []), end]);
  };
  for (let at = 0; at < words.length; at += 1) {
    asides(words, at, put);
    times(words, at, put);
    places(words, at, put);
    clausesBehind(words, at, put);
    clauseBefore(words, at, put);
    leadBefore(words, at, put);
    adverbs(words, at, put);
    whoIs(words, at, put);
    relatives(words, at, put);
    pronouns(words, at, put);
    titles(words, at, put);
  }
  predicateBefore(words, put);
  return found;
}

type Put = (start: number, end: number) => void;

const ASIDE = /^(who|which|whose|whom|where|a|an|the|one|its|his|her|their|formerly|including|home|known|also|now)$/;
const ADDING =
  /^(after|following|amid|despite|in|at|on|with|because|since|as|hours|days|weeks|months|years|minutes|when|during|for|by|from|near|about|while|shortly|soon|early|late|just|two|three|including|under|where)$/;

/** ", the capital,", ", who leads it,", ", citing fears", ", hours after it began": between commas, or to the end. */
function asides(words: readonly Word[], at: number, put: Put): void {
  if (!isComma(words[at])) return;
  const first = words[at + 1];
  if (first === undefined) return;
  const end = commaAfter(words, at + 1);
  const inside = words.slice(at + 1, end);
  if (inside.some(({ lower }) => lower === 'or' || lower === 'if' || lower === 'unless')) return;
  const relative = /^(who|which|whose|whom|where)$/.test(first.lower);
  const last = end === words.length;
  if (ASIDE.test(first.lower) && (relative || !inside.some((word) => word.lower !== 'that' && isOwned(word)))) {
    const behind = words[at - 1];
    if (behind === undefined || !/NOUN|PROPN|NUM|TIME|ADJ|VERB/.test(behind.unit.pos)) return;
    if (!relative && inside.some((word, index) => index > 0 && isTelling(inside, index) && word.finite)) return;
    put(at, end);
    if (!last) put(at, end + 1);
  }
  const added =
    /ing$/.test(first.lower) &&
    first.form === 'ing' &&
    !/^(barring|excepting|excluding|assuming|providing|depending|pending|regarding|denying|according)$/.test(
      first.lower,
    );
  if (last && (added || (isAdding(first) && !inside.some(isOwned)))) put(at, end);
  if (added && !last) {
    // a chain of commas at the end: ", adding that A, B and C"
    const rest = words.slice(at + 1);
    if (!hasSpeakerBehind(rest) && !rest.some((word, index) => JOINT.test(word.lower) && isComma(rest[index - 1])))
      put(at, words.length);
  }
}

function isAdding({ lower, unit }: Word): boolean {
  return ADDING.test(lower) || unit.kind === 'number' || unit.kind === 'time';
}

function commaAfter(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) if (isComma(words[at]) || words[at]?.lower === ';') return at;
  return words.length;
}

/** Whether a word inside an aside is its verb and no participle behind a noun. */
function isTelling(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.unit.pos === 'AUX')
    return !words.slice(0, at).some(({ lower }) => /^(who|which|that|where|whose|when)$/.test(lower));
  if (word.unit.pos !== 'VERB' || word.form === 'ing' || word.form === 'base') return false;
  if (words.slice(0, at).some(({ lower }) => /^(who|which|that|where|whose|when|to)$/.test(lower))) return false;
  return !/^(by|in|on|at|near|from|since|of|under|to|with|as|for)$/.test(words[at + 1]?.lower ?? 'by');
}

const UNDATED = /^(not|never|no|none|will|would|can|could|may|might|must|should|shall|if|unless|until|than|before)$/;

/** "on Sunday", "early in May": when it was. Of what will not be, or is the first or most of its time, it stays. */
function times(words: readonly Word[], at: number, put: Put): void {
  const time = words[at]?.unit.kind === 'time' ? at : words[at + 1]?.unit.kind === 'time' ? at + 1 : at + 2;
  const word = words[time];
  if (word?.unit.kind !== 'time') return;
  const lead = words
    .slice(at, time)
    .map(({ lower }) => lower)
    .join(' ');
  if (!/^((early|late|earlier|later)( on| in)?|on|in|at|during|since)?$/.test(lead)) return;
  const before = words[at - 1];
  if (
    /^(until|by|before|after|of|from|between|to|for|than|since|and|or|the|on|in|early|late|till|through)$/.test(
      before?.lower ?? '',
    )
  )
    return;
  if (words[time + 1]?.lower === "'s" || words[time + 1]?.unit.hyphen || words[time + 1]?.lower === 'and') return;
  const own = clauseOf(words, at);
  const isDay = /day\b|\b\d{1,2}\b|today|yesterday|tonight/.test(word.lower);
  const negative = own.some(({ lower }) => /^(not|never|no|none|nobody|nothing|neither|nor|without)$/.test(lower));
  const place = own.indexOf(word);
  const open = own
    .slice(0, place < 3 ? own.length : place)
    .some(({ lower }) => UNDATED.test(lower) && !/^(not|never|no|none)$/.test(lower));
  if (negative && (open || !isDay || lead === 'since')) return;
  if ((own.some(isTurning) || negative) && (!isDay || lead === 'since')) return;
  put(at, time + 1);
  if (isComma(before) && isComma(words[time + 1])) put(at - 1, time + 2);
}

/** The words between the joints around an index. */
function clauseOf(words: readonly Word[], at: number): readonly Word[] {
  let start = at;
  while (start > 0 && !(isComma(words[start - 1]) && JOINT.test(words[start]?.lower ?? ''))) start -= 1;
  let end = at;
  while (end < words.length && !(isComma(words[end]) && JOINT.test(words[end + 1]?.lower ?? ''))) end += 1;
  return words.slice(start, end);
}

/** "in Lusaka", "near the port of Beira", at the end of a clause that says it of some and not of all. */
function places(words: readonly Word[], at: number, put: Put): void {
  if (!/^(in|at|near|outside|inside|along|around|across|through|south|north|east|west)$/.test(words[at]?.lower ?? ''))
    return;
  const before = words[at - 1];
  if (
    before === undefined ||
    before.unit.kind === 'mark' ||
    /AUX|ADP/.test(before.unit.pos) ||
    before.unit.lemma === 'be'
  )
    return;
  const own = clauseOf(words, at);
  if (own.some(isTurning) || !words.slice(0, at).some(({ finite, unit }) => finite && unit.pos === 'VERB')) return;
  let end = at + 1;
  while (end < words.length && isOfPlace(words, end)) end += 1;
  const behind = words[end];
  if (!words.slice(at + 1, end).some(isName)) return;
  if (
    behind === undefined ||
    isComma(behind) ||
    behind.unit.kind === 'time' ||
    /^(on|in|at|during|after|following|amid|and|but|while)$/.test(behind.lower)
  )
    put(at, end);
}

function isOfPlace(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (word.unit.kind === 'time' || word.unit.kind === 'mark') return false;
  return isName(word) || /^(the|of|'s)$/.test(word.lower) || (/NOUN|ADJ/.test(word.unit.pos) && word.form !== 'ing');
}

/** ", and the rest", "and left", "after talks", to the end of the sentence. */
function clausesBehind(words: readonly Word[], at: number, put: Put): void {
  const first = words[at];
  if (first === undefined || at === 0) return;
  const comma = isComma(first) || first.lower === ';';
  const joint = comma ? words[at + 1] : first;
  const next = words[comma ? at + 2 : at + 1];
  if (joint === undefined || next === undefined || CONDITION.test(next.lower)) return;
  const kept = words.slice(0, at);
  const rest = words.slice(at);
  if (rest.some(({ lower }, index) => /^(if|unless|provided)$/.test(lower) && index <= 3)) return;
  if (hasSpeakerBehind(rest.slice(1))) return;
  if (comma && JOINT.test(joint.lower)) put(at, words.length);
  if (comma) return;
  const turned = kept.some(isTurning);
  if (
    first.lower === 'and' &&
    !turned &&
    !kept.some(({ lower }) => /^(between|both|from|joint|jointly)$/.test(lower)) &&
    isPredicate(words, at + 1)
  )
    put(at, words.length);
  if (/^(while|whereas|although|though)$/.test(first.lower)) put(at, words.length);
  if (
    /^(after|following|because|amid|despite)$/.test(first.lower) &&
    !turned &&
    !rest.slice(1).some(isTurning) &&
    !isComma(words[at - 1]) &&
    !isMeasure(words[at - 1])
  ) {
    put(at, words.length);
    const end = commaAfter(words, at);
    if (end < words.length) put(at, end);
  }
}

/** ", X said" behind what would be left out may be said of all that stands before it. */
function hasSpeakerBehind(words: readonly Word[]): boolean {
  const comma = words.findIndex(isComma);
  return words.some(
    ({ lower, finite, unit }, at) =>
      lower === 'according' || (comma >= 0 && at > comma && finite && unit.pos === 'VERB' && isSaying(unit.lemma)),
  );
}

/** "hours after", "shortly before": another's measure. */
function isMeasure(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    /^(hours?|days?|weeks?|months?|years?|minutes?|shortly|soon|immediately|just|only|day|not|was|were|is|are|came|comes|happened|occurred|even|and|or|but)$/.test(
      word.lower,
    )
  );
}

function isPredicate(words: readonly Word[], at: number): boolean {
  let verb = at;
  while (/ly$|^(also|then|later|again|now)$/.test(words[verb]?.lower ?? '')) verb += 1;
  const word = words[verb];
  return (
    word?.finite === true &&
    /VERB|AUX/.test(word.unit.pos) &&
    (word.form === 'past' || word.form === 's' || word.unit.pos === 'AUX')
  );
}

/** "A fell, and B rose" says that B rose, unless the first clause owns what follows it. */
function clauseBefore(words: readonly Word[], at: number, put: Put): void {
  if (!isComma(words[at]) && words[at]?.lower !== ';') return;
  const joint = words[at + 1];
  if (joint === undefined || !/^(and|but|while|whereas)$/.test(joint.lower)) return;
  const lead = words.slice(0, at);
  const kept = words.slice(at + 2);
  if (
    CONDITION.test(kept[0]?.lower ?? '') ||
    !hasSubject(kept) ||
    lead.some(isOwned) ||
    lead.some(({ lower }) => /^(when|as|though|although)$/.test(lower))
  )
    return;
  if (!lead.some(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos))) return;
  put(0, at + 2);
}

/** It begins with a noun phrase, and its first verb tells when. */
export function hasSubject(words: readonly Word[]): boolean {
  const verb = words.findIndex(({ unit, form }) => /VERB|AUX/.test(unit.pos) && form !== 'ing');
  const first = words[0];
  if (first === undefined || verb < 1 || words[verb]?.finite !== true) return false;
  if (
    words[verb]?.unit.pos === 'VERB' &&
    words[verb]?.form === 'base' &&
    words[verb]?.finite &&
    words[verb - 1]?.lower === 'to'
  )
    return false;
  return !/ADP|SCONJ|ADV|VERB|AUX|CCONJ|PART/.test(first.unit.pos) && first.lower !== 'to';
}

const LEAD =
  /^(after|following|although|though|while|despite|amid|during|on|in|at|as|with|hours|days|weeks|months|speaking|citing)$/;

/** "After talks in Doha, S", "On Monday, S": before the first comma, where a whole sentence follows. */
function leadBefore(words: readonly Word[], at: number, put: Put): void {
  if (at !== 0) return;
  const first = words[0];
  const end = commaAfter(words, 0);
  if (first === undefined || end >= words.length - 3) return;
  if (!LEAD.test(first.lower) && first.unit.kind !== 'time') return;
  const rest = words.slice(end + 1);
  if (!hasSubject(rest) || words.slice(0, end).some((word, index) => index > 0 && isOwned(word))) return;
  if ((/^(on|in|at|during)$/.test(first.lower) || first.unit.kind === 'time') && rest.some(isTurning)) return;
  put(0, end + 1);
}

/** ", who led the army and is its chief," as ", its chief,". */
function whoIs(words: readonly Word[], at: number, put: Put): void {
  if (words[at]?.lower !== 'who' || !isComma(words[at - 1])) return;
  const end = commaAfter(words, at);
  const is = words.findIndex(
    (word, index) =>
      index > at && index < end && word.lower === 'is' && (index === at + 1 || words[index - 1]?.lower === 'and'),
  );
  const next = words[is + 1];
  if (
    is > 0 &&
    next !== undefined &&
    /DET|NOUN|PROPN|PRON/.test(next.unit.pos) &&
    !words.slice(at, is).some(isTurning) &&
    !isTurning(next)
  )
    put(at, is + 1);
}

/** "a team that had landed on Monday met": what tells more of something not known before. */
function relatives(words: readonly Word[], at: number, put: Put): void {
  const verb = words[at + 1];
  if (!/^(that|which|who)$/.test(words[at]?.lower ?? '') || !/NOUN/.test(words[at - 1]?.unit.pos ?? '')) return;
  if (verb?.finite !== true || clauseOf(words, at).some(isTurning)) return;
  if (!words.slice(Math.max(0, at - 5), at).some(({ lower }) => /^(a|an)$/.test(lower))) return;
  for (let end = at + 2; end <= words.length; end += 1) {
    const word = words[end];
    if (word !== undefined) {
      if (isComma(word) || isOwned(word) || /^(and|or|but|that|which|who|to|if|when|while)$/.test(word.lower)) return;
      if (!word.finite || !/VERB|AUX/.test(word.unit.pos) || /VERB|AUX|PART/.test(words[end - 1]?.unit.pos ?? ''))
        continue;
    }
    put(at, end);
    return;
  }
}

/** "X closed the road, and it blamed the rain": X blamed it, where nothing else before it does anything. */
function pronouns(words: readonly Word[], at: number, put: Put): void {
  if (!/^(it|he|she|they)$/.test(words[at]?.lower ?? '') || !/^(and|but)$/.test(words[at - 1]?.lower ?? '')) return;
  const verb = words.findIndex(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
  const between = words.slice(verb + 1, at - 1);
  const isAlone = !words.slice(0, verb).some((word) => isComma(word) || /^(and|who|that|of|by|with)$/.test(word.lower));
  if (verb < 1 || !isAlone || between.some((word) => isName(word) || GROUPS.test(word.unit.lemma) || word.form === 's'))
    return;
  if (words[at + 1]?.finite === true) put(at, at + 1);
}

const GROUPS =
  /^(army|military|government|group|force|police|rebel|militia|ministry|company|party|court|country|city|town|village|ship|vessel|boat|plane|base|port|convoy|bank|hospital|agency|union|team|mission|navy|crew|president|minister|leader|commander|soldier|officer|man|woman|person|people|child|family|parliament|council|authority|side|guard|gang|bloc|alliance|drone|missile|rocket|bomb|building|bridge|dam|plant|deal|plan|truce|ceasefire|agreement|pact|law|bill)$/;

const TITLE =
  /^(president|minister|general|colonel|premier|chancellor|king|commander|governor|mayor|ambassador|senator|secretary|major|captain)$/;

/** "President Ana Ruiz": Ruiz. */
function titles(words: readonly Word[], at: number, put: Put): void {
  if (!TITLE.test(words[at]?.unit.lemma ?? '') || !/^\p{Lu}/u.test(words[at]?.unit.text ?? '')) return;
  let last = at;
  while (words[last + 1] !== undefined && isName(words[last + 1] as Word) && words[last + 1]?.unit.name === undefined)
    last += 1;
  let start = at;
  while (
    start > 0 &&
    /^\p{Lu}/u.test(words[start - 1]?.unit.text ?? '') &&
    /^(prime|foreign|defence|interior|vice|finance|lieutenant|major|brigadier|secretary)$/.test(
      words[start - 1]?.lower ?? '',
    )
  )
    start -= 1;
  if (last > at + 1 && words[start - 1]?.lower !== 'former' && words[start]?.lower !== 'vice') put(start, last);
}

function adverbs(words: readonly Word[], at: number, put: Put): void {
  const word = words[at];
  if (word === undefined) return;
  if (
    /^(also|meanwhile|however|too)$/.test(word.lower) &&
    !/^(not|but|if|far)$/.test(words[at - 1]?.lower ?? '') &&
    !/^(many|much|few|little|late|early)$/.test(words[at + 1]?.lower ?? '')
  )
    put(at, at + 1);
}

/** "A captured the town and burned it": A burned it. Its verbs stand alone, so that none lends the other a "not" or "may". */
function predicateBefore(words: readonly Word[], put: Put): void {
  const verb = words.findIndex(({ finite, unit }) => finite && /VERB|AUX/.test(unit.pos));
  const first = words[verb];
  if (verb < 1 || first === undefined || first.unit.pos !== 'VERB' || !/past|s/.test(first.form) || isOwned(first))
    return;
  if (/^(not|never|to|no)$/.test(words[verb - 1]?.lower ?? '')) return;
  if (/ADP|SCONJ/.test(words[0]?.unit.pos ?? '')) return;
  for (let at = verb + 2; at + 2 < words.length; at += 1) {
    const between = words.slice(verb + 1, at);
    if (!/^(and|but)$/.test(words[at]?.lower ?? '')) continue;
    if (
      between.some(
        (word) =>
          isOwned(word) ||
          (word.finite && /VERB|AUX/.test(word.unit.pos) && word.form !== 'base') ||
          /^(that|which|who|to|not|never|no)$/.test(word.lower),
      )
    )
      return;
    const next = words[at + 1] as Word;
    if (!next.finite || next.form !== first.form || !isPredicate(words, at + 1)) continue;
    put(verb, at + 1);
  }
}
