import { rootsOf } from '../grammar/licence.ts';
import type { Unit } from '../grammar/units.ts';
import { BE, made, type Word } from './word.ts';

const MOVED = /^(away|back|down|off|out|up|over)$/;

const PARTED =
  /^(take|put|call|shoot|turn|hand|send|pull|drive|push|bring|hold|shut|cut|give|lay|throw|blow|set|carry)$/;

/** "sent the convoy back" as "sent back the convoy", "left the calls unanswered" as "not answered the calls". */
export function withSlots(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 0; at < told.length; at += 1) {
    const verb = told[at] as Word;
    if (!/VERB/.test(verb.unit.pos)) continue;
    if (verb.unit.lemma === 'accuse') isDoing(told, at);
    const end = slotEnd(told, at);
    if (end === undefined) continue;
    const last = told[end] as Word;
    const { lemma } = verb.unit;
    if (
      PARTED.test(lemma) &&
      MOVED.test(last.lower) &&
      !/DET|NOUN|PROPN|PRON|NUM|ADJ/.test(told[end + 1]?.unit.pos ?? '')
    ) {
      told.splice(end, 1);
      told.splice(at + 1, 0, last);
    } else if (lemma === 'leave' && /^un\w+ed$/.test(last.lower) && last.unit.kind === 'word') {
      const done = last.lower.slice(2);
      told.splice(end, 1);
      told.splice(at, 1, made(verb, 'not'), {
        ...verb,
        lower: done,
        keys: [...rootsOf(done, done.slice(0, -2)), ...rootsOf(done, done.slice(0, -1))],
        form: verb.form,
      });
    } else if (lemma === 'make' && last.lower === 'worse') {
      told.splice(end, 1);
      told.splice(at, 1, { ...verb, lower: 'worsen', keys: rootsOf('worsen', 'worsen') });
    }
  }
  return told;
}

/** "accused Mali of arming rebels" as "accused Mali was arming rebels", which is "alleged that Mali was arming rebels". */
function isDoing(told: Word[], verb: number): void {
  const of = told.findIndex(
    ({ lower }, at) => at > verb + 1 && at < verb + 10 && lower === 'of' && told[at + 1]?.form === 'ing',
  );
  const [word, act] = [told[of], told[of + 1]];
  if (word === undefined || act?.unit.pos !== 'VERB' || act.lower === 'having' || act.lower === 'being') return;
  if (
    told.slice(verb + 1, of).some(({ unit, lower }) => unit.kind === 'mark' || unit.pos === 'VERB' || lower === 'that')
  )
    return;
  const be = made(word, told[verb]?.form === 'past' ? 'was' : 'is');
  told[of] = {
    ...be,
    unit: { ...be.unit, lemma: 'be', pos: 'AUX' },
    keys: BE,
    form: told[verb]?.form === 'past' ? 'past' : 's',
    finite: true,
  };
}

/** Where the object of a verb ends that stands between it and a word of its own. */
function slotEnd(words: readonly Word[], verb: number): number | undefined {
  for (let at = verb + 1; at < Math.min(words.length, verb + 14); at += 1) {
    const word = words[at] as Word;
    if (at > verb + 1 && (MOVED.test(word.lower) || /^(un\w+ed|worse)$/.test(word.lower))) return at;
    if (
      word.unit.kind === 'mark' ||
      word.unit.kind === 'time' ||
      (word.finite && word.unit.pos === 'AUX') ||
      /^(that|which|who|and|but)$/.test(word.lower)
    )
      return undefined;
  }
  return undefined;
}

const UNIT = /^(hours?|days?|weeks?|months?|years?|minutes?|kilometres?|km|metres?)$/;

/** "a truce of two weeks" as "a two week truce". */
export function withMeasures(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 1; at + 2 < told.length; at += 1) {
    const [number, unit] = [told[at + 1], told[at + 2]];
    if (told[at]?.lower !== 'of' || number?.unit.kind !== 'number' || unit === undefined || !UNIT.test(unit.lower))
      continue;
    if (told[at - 1]?.unit.pos !== 'NOUN') continue;
    let start = at - 1;
    while (start > 0 && /NOUN|ADJ|PROPN/.test(told[start - 1]?.unit.pos ?? '')) start -= 1;
    told.splice(at, 3);
    told.splice(start, 0, number, { ...unit, form: 'base' });
  }
  return told;
}

/** "the president of Lebanon" as "Lebanon's president": whose, where it is nobody's deed. */
export function withOwners(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 1; at + 1 < told.length; at += 1) {
    if (told[at]?.lower !== 'of' || !OFFICE.test(told[at - 1]?.unit.lemma ?? '')) continue;
    const first = told[at + 1]?.lower === 'the' ? at + 2 : at + 1;
    if (told[first]?.unit.name === undefined || told[first]?.unit.name?.via === 'demonym') continue;
    if (
      /PROPN|NOUN/.test(told[first + 1]?.unit.pos ?? '') ||
      told[first + 1]?.lower === "'s" ||
      told[first + 1]?.lower === 'and'
    )
      continue;
    const owner = told[first] as Word;
    let start = at - 1;
    while (
      start > 0 &&
      /NOUN|ADJ|PROPN/.test(told[start - 1]?.unit.pos ?? '') &&
      told[start - 1]?.lower !== "'s" &&
      told[start - 2]?.lower !== "'s"
    )
      start -= 1;
    if (told[start - 1]?.lower === "'s") continue;
    told.splice(at, first - at + 1);
    told.splice(start, 0, owner, {
      ...made(owner, "'s"),
      unit: { ...owner.unit, kind: 'word', lower: "'s", text: "'s", pos: 'PART' },
    });
    at += 1;
  }
  return told.map((word) =>
    word.lower === "'s" && word.unit.name !== undefined ? { ...word, unit: withoutName(word.unit) } : word,
  );
}

function withoutName({ name: _name, ...unit }: Unit): Unit {
  return unit;
}

const OFFICE =
  /^(president|minister|government|parliament|army|military|capital|leader|ambassador|king|coast|border|citizen|people|population|territory|ministry|airspace|leadership|navy|police|authority|commission|secretary-general|chief|head|north|south|east|west|centre|problem|sovereignty|independence|constitution|economy|cabinet|embassy)$/;
