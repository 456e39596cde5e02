import { isHeld, opensPhrase } from './split-verbs.ts';
import type { Unit } from './units.ts';

/** "left three dead and ten wounded" is "killed three and wounded ten". */
export function withToll(units: Unit[]): Unit[] {
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
