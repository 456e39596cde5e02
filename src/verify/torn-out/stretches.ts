import type { Unit } from '../grammar/units.ts';
import { kinds, universal } from './stretches-of-all.ts';
import { conditional, forged, imagined, remarked } from './stretches-of-conditions.ts';
import { disguised, lasting, scheduled } from './stretches-of-guises.ts';
import { heard } from './stretches-of-hearsay.ts';
import { acquitted, pointless } from './stretches-of-judgements.ts';
import { fewOrSome, limited, ranked, spared, within } from './stretches-of-limits.ts';
import { scoped } from './stretches-of-scopes.ts';
import { bounded, contacted, distant, equalled, halved, mutual, senses } from './stretches-of-senses.ts';
import { ended, gapped, ranged } from './stretches-of-shares.ts';
import { judged, quoted, relayed, unreal } from './stretches-of-speakers.ts';
import { doubted, evaluated, headlined, ordered, questioned, quotedAs } from './stretches-of-speech.ts';
import { awaiting } from './stretches-of-waits.ts';
import { hyphened, turnedWords, unborn, underWay, wanted } from './stretches-of-words.ts';
import { averted, compared, excepted, free, held, opened } from './stretches-undone.ts';
import { agents, alternatives, narrowed, shared, threatened, titled } from './stretches-within.ts';

/** Words of a source that hold only with certain others: who tells them without one of those tells something else. */
export interface Stretch {
  /** Index of its first unit, and of the first behind it. */
  readonly from: number;
  readonly to: number;
  /** Of these one stays with it, or one of the words that `also` names. */
  readonly keepers: readonly Unit[];
  readonly also?: RegExp;
  /** Units whose words keep nothing though `also` names them: the stretch has them itself. */
  readonly idle?: readonly Unit[];
  /** Only these words of a claim can tell it: its word means several things. */
  readonly only?: RegExp;
  /** It is what stands behind a "than" or "as" and so stands behind one in a claim. */
  readonly behind?: 'than' | 'as';
  /** No broader word of the claim keeps it. */
  readonly exact?: true;
  /** What the word right before it in a claim is. */
  readonly before?: RegExp;
}

/** Finds stretches of one kind in a text. */
type StretchRule = (units: readonly Unit[]) => readonly Stretch[];

const RULES: readonly StretchRule[] = [
  doubted,
  evaluated,
  headlined,
  ordered,
  questioned,
  quotedAs,
  averted,
  compared,
  excepted,
  free,
  held,
  opened,
  conditional,
  forged,
  imagined,
  remarked,
  hyphened,
  turnedWords,
  unborn,
  underWay,
  wanted,
  judged,
  quoted,
  relayed,
  unreal,
  bounded,
  contacted,
  distant,
  equalled,
  halved,
  mutual,
  senses,
  awaiting,
  fewOrSome,
  limited,
  ranked,
  spared,
  within,
  heard,
  agents,
  alternatives,
  narrowed,
  shared,
  titled,
  threatened,
  ended,
  gapped,
  ranged,
  disguised,
  scheduled,
  lasting,
  scoped,
  acquitted,
  pointless,
  universal,
  kinds,
];

const known = new WeakMap<readonly Unit[], readonly Stretch[]>();

/** Every stretch of a text. */
export function stretchesOf(units: readonly Unit[]): readonly Stretch[] {
  const found = known.get(units) ?? RULES.flatMap((rule) => rule(units)).filter(({ from, to }) => to > from);
  known.set(units, found);
  return found;
}
