import type { Unit } from './units.ts';

/** Two words that are one. */
const PAIRS: readonly (readonly [RegExp, RegExp, string, string])[] = [
  [/^armed$/, /^m[ae]n$/, 'gunmen', 'gunman'],
  [/^air$/, /^(strike|raid)s?$/, 'airstrikes', 'airstrike'],
  [/^unmanned$/, /^(aircraft|plane)s?$/, 'drones', 'drone'],
];

/** "armed men" are gunmen. */
export function withArmedMen(units: Unit[]): Unit[] {
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

const HALVES: Readonly<Record<string, string>> = { north: 'North Korea', south: 'South Korea' };

/** "the South" beside North Korea is South Korea. */
export function withHalves(units: Unit[]): Unit[] {
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

export function withTopCourt(units: Unit[]): Unit[] {
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
export function withPartOfMonth(units: Unit[]): Unit[] {
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
export function withNextYear(units: Unit[]): Unit[] {
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
