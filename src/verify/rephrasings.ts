import type { Unit } from './units.ts';

/** Words that are told in another order or with other words than they are read in, each made the plain one. */
export function withRephrasings(units: readonly Unit[]): Unit[] {
  return [
    withFirstNoun,
    withNouns,
    withPossible,
    withTold,
    withNoPart,
    withOutOf,
    withArmedMen,
    withPluralOwners,
    withYet,
    withNone,
    withParticles,
    withToll,
    withEntering,
    withHalves,
    withTopCourt,
    withPartOfMonth,
    withNextYear,
  ].reduce((told, pass) => pass(told), [...units]);
}

/** "Elections will be held": the first word of a sentence is no name for its capital. */
function withFirstNoun(units: Unit[]): Unit[] {
  return units.map((unit, at) => {
    const first = at === 0 || /^[.“"]$/.test(units[at - 1]?.text ?? '');
    if (!first || unit.kind !== 'word' || unit.pos !== 'PROPN' || unit.hyphen || units[at + 1]?.pos === 'PROPN')
      return unit;
    if (!/(?:tion|sion|ment|er|or|ist|ant|ee|ian|ity|ence|ance)s$/.test(unit.lower) || unit.lower.length < 7)
      return unit;
    return { ...unit, pos: 'NOUN', lemma: unit.lower.replace(/ies$/, 'y').replace(/s$/, '') };
  });
}

/** "two spans", "Peru's recall", "carried out exercises": what can only be a noun there. */
function withNouns(units: Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [before, earlier, after] = [units[at - 1], units[at - 2], units[at + 1]];
    if (unit.pos !== 'VERB' || unit.kind !== 'word' || before === undefined || unit.hyphen) return unit;
    const plural = /[^s]s$/.test(unit.lower) && unit.lower !== unit.lemma;
    const closed = !/^(the|a|an|its|their|his|her|that|to)$/.test(after?.lower ?? '');
    const counted = plural && before.kind === 'number' && !/^\p{Lu}/u.test(before.text);
    const carried = plural && /^(out|up|off)$/.test(before.lower) && earlier?.pos === 'VERB';
    const base = unit.lower === unit.lemma && !/(ing|ed)$/.test(unit.lower);
    const owned = base && before.lower === "'s" && earlier !== undefined && /NOUN|PROPN/.test(earlier.pos);
    return closed && (counted || carried || owned) ? { ...unit, pos: 'NOUN' } : unit;
  });
}

/** "it is possible that he will leave" is "he may leave". */
function withPossible(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at + 3 < told.length; at += 1) {
    const words = told.slice(at, at + 4).map(({ lower }) => lower);
    if (words.join(' ') !== 'it is possible that') continue;
    let modal = at + 4;
    while (modal < at + 14 && told[modal] !== undefined && !/VERB|AUX/.test(told[modal]?.pos ?? '')) modal += 1;
    const will = told[modal];
    if (!/^(will|would|may|might|could)$/.test(will?.lower ?? '') || will === undefined) continue;
    told[modal] = { ...will, text: 'may', lower: 'may', lemma: 'may' };
    told.splice(at, 4);
  }
  return told;
}

const TOLD = /^(announced|reported|said|agreed|decided|confirmed|revealed|claimed|alleged)$/;

/** "it was announced that he left": "it" is nobody. */
function withTold(units: Unit[]): Unit[] {
  return units.filter((unit, at) => {
    if (unit.lower !== 'it' || !/^(is|was)$/.test(units[at + 1]?.lower ?? '')) return true;
    if (!TOLD.test(units[at + 2]?.lower ?? '')) return true;
    return !units.slice(at + 3, at + 6).some(({ lower }) => lower === 'that');
  });
}

/** "took no part" is "did not take part". */
function withNoPart(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at + 2 < told.length; at += 1) {
    const [take, no, part] = [told[at] as Unit, told[at + 1] as Unit, told[at + 2] as Unit];
    if (!/^(take|took|takes)$/.test(take.lower) || no.lower !== 'no' || part.lower !== 'part') continue;
    const not: Unit = { ...no, text: 'not', lower: 'not', lemma: 'not', pos: 'PART' };
    const did: Unit = { ...take, text: 'did', lower: 'did', lemma: 'do', pos: 'AUX' };
    const plain: Unit = { ...take, text: 'take', lower: 'take', lemma: 'take', pos: 'VERB' };
    told.splice(at, 2, ...(take.lower === 'take' ? [not, plain] : [did, not, plain]));
  }
  return told;
}

/** "pulled out of the town" is "pulled out from the town". */
function withOutOf(units: Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [out, verb] = [units[at - 1], units[at - 2]];
    if (unit.lower !== 'of' || out?.lower !== 'out' || verb?.pos !== 'VERB') return unit;
    return /^(pull|drive|force|push|throw|move|walk|get|go|come|back|storm|march)$/.test(verb.lemma)
      ? { ...unit, text: 'from', lower: 'from', lemma: 'from' }
      : unit;
  });
}

/** Two words that are one. */
const PAIRS: readonly (readonly [RegExp, RegExp, string, string])[] = [
  [/^armed$/, /^m[ae]n$/, 'gunmen', 'gunman'],
  [/^air$/, /^(strike|raid)s?$/, 'airstrikes', 'airstrike'],
  [/^unmanned$/, /^(aircraft|plane)s?$/, 'drones', 'drone'],
];

/** "armed men" are gunmen. */
function withArmedMen(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at + 1 < told.length; at += 1) {
    const [first, second] = [told[at] as Unit, told[at + 1] as Unit];
    const pair = PAIRS.find(([one, other]) => one.test(first.lower) && other.test(second.lower));
    if (pair === undefined || first.hyphen) continue;
    const lower = /(s|men)$/.test(second.lower) ? pair[2] : pair[3];
    told.splice(at, 2, { ...second, text: lower, lower, lemma: pair[3], pos: 'NOUN', start: first.start });
  }
  return told;
}

/** "the analysts' view": an apostrophe behind a plural owns what stands behind it. */
function withPluralOwners(units: Unit[]): Unit[] {
  let quoted = false;
  return units.map((unit, at) => {
    if (!/^['’‘]$/.test(unit.text)) return unit;
    const [before, after] = [units[at - 1], units[at + 1]];
    const owns =
      !quoted &&
      before !== undefined &&
      before.end === unit.start &&
      /NOUN|PROPN/.test(before.pos) &&
      before.lower.endsWith('s') &&
      after !== undefined &&
      after.kind !== 'mark' &&
      after.start > unit.end;
    if (!owns) {
      quoted = !quoted;
      return unit;
    }
    return { ...unit, kind: 'word', text: "'s", lower: "'s", lemma: "'s", pos: 'PART' };
  });
}

/** "has yet to answer" is "has not yet answered". */
function withYet(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 1; at + 2 < told.length; at += 1) {
    const [have, yet, to] = [told[at - 1] as Unit, told[at] as Unit, told[at + 1] as Unit];
    if (!/^(has|have|had)$/.test(have.lower) || yet.lower !== 'yet' || to.lower !== 'to') continue;
    told[at - 1] = { ...have, pos: 'AUX' };
    told[at] = { ...yet, text: 'not', lower: 'not', lemma: 'not', pos: 'PART' };
    told[at + 1] = { ...yet, start: to.start, end: to.end, pos: 'ADV' };
  }
  return told;
}

/** "with no agreement" is "without an agreement", "not a single truck" is "no truck". */
function withNone(units: Unit[]): Unit[] {
  const told: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const [own, second, third] = [units[at] as Unit, units[at + 1]?.lower, units[at + 2]?.lower];
    if (own.lower === 'with' && second === 'no') {
      told.push({ ...own, text: 'without', lower: 'without', lemma: 'without' });
      at += 1;
    } else if (own.lower === 'not' && /^(a|one)$/.test(second ?? '') && third === 'single') {
      told.push({ ...own, text: 'no', lower: 'no', lemma: 'no', pos: 'DET' });
      at += 2;
    } else told.push(own);
  }
  return told;
}

/** Verbs that a particle makes another one, wherever it stands. */
const SPLIT: Readonly<Record<string, RegExp>> = {
  pull: /^(back|out)$/,
  send: /^(back|away)$/,
  call: /^(back|off)$/,
  hand: /^(over|back)$/,
  bring: /^(back|down)$/,
  shoot: /^down$/,
  put: /^(off|out|forward)$/,
  take: /^(away|back|over|down)$/,
  give: /^(up|back)$/,
  let: /^(back)$/,
  drive: /^(out|back|away)$/,
  throw: /^(out)$/,
  push: /^(back|out)$/,
  force: /^(back|out)$/,
  turn: /^(back|away|down)$/,
  win: /^back$/,
  blow: /^up$/,
  set: /^up$/,
  cut: /^off$/,
  shut: /^down$/,
  move: /^(back|out)$/,
  carry: /^out$/,
  break: /^(off|up)$/,
};
const HELD = /NOUN|PROPN|ADJ|DET|PRON|NUM/;

/** "pull its fighters back" is "pull back its fighters". */
function withParticles(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at < told.length; at += 1) {
    const verb = told[at] as Unit;
    const particles = verb.pos === 'VERB' ? SPLIT[verb.lemma] : undefined;
    if (particles === undefined) continue;
    let behind = at + 1;
    while (behind < at + 9 && isHeld(told[behind])) behind += 1;
    const particle = told[behind];
    if (behind < at + 2 || particle === undefined || !particles.test(particle.lower)) continue;
    if (!/^(back|away|out)$/.test(particle.lower) && opensPhrase(told[behind + 1])) continue;
    const of = told[behind + 1];
    if (particle.lower === 'out' && of?.lower === 'of')
      told[behind + 1] = { ...of, text: 'from', lower: 'from', lemma: 'from' };
    told.splice(behind, 1);
    told.splice(at + 1, 0, { ...particle, pos: 'ADP' });
  }
  return told;
}

function isHeld(unit: Unit | undefined): boolean {
  return (
    unit !== undefined && unit.kind !== 'mark' && unit.kind !== 'time' && (HELD.test(unit.pos) || unit.lower === "'s")
  );
}

function opensPhrase(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.kind !== 'mark' && unit.kind !== 'time' && HELD.test(unit.pos);
}

/** "left three dead and ten wounded" is "killed three and wounded ten". */
function withToll(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at < told.length; at += 1) {
    const verb = told[at] as Unit;
    if (verb.pos !== 'VERB' || verb.lemma !== 'leave') continue;
    const state = behindPhrase(told, at + 1);
    const harm = HARM[told[state]?.lower ?? ''];
    if (state < at + 2 || harm === undefined || opensPhrase(told[state + 1])) continue;
    told.splice(state, 1);
    told[at] = harmed(verb, harm);
    if (told[state]?.lower !== 'and') continue;
    const second = behindPhrase(told, state + 1);
    const also = HARM[told[second]?.lower ?? ''];
    if (second < state + 2 || also === undefined) continue;
    told.splice(second, 1);
    told.splice(state + 1, 0, harmed(verb, also));
  }
  return told;
}

const HARM: Readonly<Record<string, string>> = { dead: 'kill', wounded: 'wound', injured: 'injure', hurt: 'hurt' };

function behindPhrase(units: readonly Unit[], from: number): number {
  let at = from;
  while (at < from + 8 && isHarmed(units[at])) at += 1;
  return at;
}

function isHarmed(unit: Unit | undefined): boolean {
  return isHeld(unit) && HARM[unit?.lower ?? ''] === undefined
    ? true
    : /^(at|least|about|more|than|nearly|around|some|others|another)$/.test(unit?.lower ?? '');
}

function harmed(verb: Unit, lemma: string): Unit {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const past = lemma === 'hurt' ? 'hurt' : `${stem}ed`;
  const lower = verb.lower === 'left' ? past : verb.lower.endsWith('ing') ? `${stem}ing` : lemma;
  return { ...verb, text: lower, lower, lemma, pos: 'VERB' };
}

/** "allow convoys into the city" is "allow convoys to enter the city". */
function withEntering(units: Unit[]): Unit[] {
  const told = [...units];
  for (let at = 0; at < told.length; at += 1) {
    const verb = told[at] as Unit;
    if (verb.pos !== 'VERB' || !/^(allow|permit|let)$/.test(verb.lemma)) continue;
    let behind = at + 1;
    while (behind < at + 9 && isHeld(told[behind])) behind += 1;
    const into = told[behind];
    // "allowed into": it may also be the passive
    const least = /^(allowed|permitted)$/.test(verb.lower) ? at + 1 : at + 2;
    if (behind < least || into?.lower !== 'into') continue;
    const enter: Unit = { ...into, text: 'enter', lower: 'enter', lemma: 'enter', pos: 'VERB' };
    const to: Unit = { ...into, text: 'to', lower: 'to', lemma: 'to', pos: 'PART' };
    told.splice(behind, 1, ...(verb.lemma === 'let' ? [enter] : [to, enter]));
  }
  return told;
}

const HALVES: Readonly<Record<string, string>> = { north: 'North Korea', south: 'South Korea' };

/** "the South" beside North Korea is South Korea. */
function withHalves(units: Unit[]): Unit[] {
  if (!units.some((unit) => /^(North|South) Korea$/.test(unit.name?.canonical ?? ''))) return units;
  return units.map((unit, at) => {
    const half = HALVES[unit.lower];
    const after = units[at + 1];
    if (half === undefined || !/^\p{Lu}/u.test(unit.text) || units[at - 1]?.lower !== 'the') return unit;
    if (after?.lower === 'of' || (after !== undefined && /NOUN|PROPN/.test(after.pos) && after.kind !== 'time'))
      return unit;
    return { ...unit, kind: 'name', pos: 'PROPN', name: { canonical: half, kind: 'state', via: 'name' } };
  });
}

/** Bodies that are named by what they are for: "the UN's top court". */
const BODIES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(top|highest)$/, /^court$/, 'International Court of Justice'],
  [/^(nuclear|atomic)$/, /^(watchdog|agency)$/, 'International Atomic Energy Agency'],
  [/^refugee$/, /^agency$/, 'UNHCR'],
  [/^health$/, /^(agency|body)$/, 'World Health Organization'],
  [/^migration$/, /^agency$/, 'International Organization for Migration'],
  [/^cultural$/, /^(agency|organi[sz]ation)$/, 'UNESCO'],
];

function withTopCourt(units: Unit[]): Unit[] {
  const told: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const own = units[at] as Unit;
    const skip = units[at + 1]?.lower === "'s" ? 2 : 1;
    const [first, second] = [units[at + skip], units[at + skip + 1]];
    const body =
      own.name?.canonical === 'United Nations'
        ? BODIES.find(([one, other]) => one.test(first?.lower ?? '') && other.test(second?.lower ?? ''))
        : undefined;
    if (body === undefined || second === undefined) {
      told.push(own);
      continue;
    }
    told.push({ ...own, end: second.end, name: { canonical: body[2], kind: 'body', via: 'name' } });
    at += skip + 1;
  }
  return told;
}

/** "the middle of August" is "mid-August". */
function withPartOfMonth(units: Unit[]): Unit[] {
  const told: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const [part, of, time] = units.slice(at, at + 3);
    const own = part as Unit;
    if (own.lower !== 'middle' || of?.lower !== 'of' || time?.kind !== 'time') {
      told.push(own);
      continue;
    }
    if (told.at(-1)?.lower === 'the') told.pop();
    const lower = `mid-${time.lower}`;
    told.push({ ...own, text: lower, lower, lemma: lower, pos: 'NOUN', end: time.end });
    at += 2;
  }
  return told;
}

/** "next year", "the coming week": a time, though no calendar says which. */
function withNextYear(units: Unit[]): Unit[] {
  const told: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const [side, span] = units.slice(at, at + 2);
    const own = side as Unit;
    const before = told.at(-1);
    const following = own.lower === 'following' && before?.lower === 'the';
    if (
      !(own.lower === 'next' || following) ||
      !/^(week|month|year|day)$/.test(span?.lower ?? '') ||
      own.kind !== 'word'
    ) {
      told.push(own);
      continue;
    }
    if (following) told.pop();
    const lower = `${own.lower} ${span?.lower}`;
    told.push({ ...own, kind: 'time', text: lower, lower, lemma: lower, pos: 'TIME', end: span?.end ?? own.end });
    at += 1;
  }
  return told;
}
