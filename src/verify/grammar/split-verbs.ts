import type { Unit } from './units.ts';

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
export function withParticles(units: Unit[]): Unit[] {
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

/** "pulled out of the town" is "pulled out from the town". */
export function withOutOf(units: Unit[]): Unit[] {
  return units.map((unit, at) => {
    const [out, verb] = [units[at - 1], units[at - 2]];
    if (unit.lower !== 'of' || out?.lower !== 'out' || verb?.pos !== 'VERB') return unit;
    return /^(pull|drive|force|push|throw|move|walk|get|go|come|back|storm|march)$/.test(verb.lemma)
      ? { ...unit, text: 'from', lower: 'from', lemma: 'from' }
      : unit;
  });
}

/** "allow convoys into the city" is "allow convoys to enter the city". */
export function withEntering(units: Unit[]): Unit[] {
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

export function isHeld(unit: Unit | undefined): boolean {
  return (
    unit !== undefined && unit.kind !== 'mark' && unit.kind !== 'time' && (HELD.test(unit.pos) || unit.lower === "'s")
  );
}

export function opensPhrase(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.kind !== 'mark' && unit.kind !== 'time' && HELD.test(unit.pos);
}
