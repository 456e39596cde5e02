import type { EventType } from '../domain/event.ts';

/** PLOVER's intensity, -10 to 10, of a type and of those of its modes that differ (PLOVER manual, 2021). */
interface TypeCode {
  readonly score: number;
  /** Acts are material, words are verbal. */
  readonly material: boolean;
  readonly modes: Readonly<Record<string, number>>;
}

const verbal = (score: number, modes: TypeCode['modes'] = {}): TypeCode => ({ score, material: false, modes });
const material = (score: number, modes: TypeCode['modes'] = {}): TypeCode => ({ score, material: true, modes });

const CODES: Readonly<Record<EventType, TypeCode>> = {
  AGREE: verbal(2.5),
  CONSULT: verbal(2.5, { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 }),
  SUPPORT: verbal(5),
  CONCEDE: verbal(4.5),
  COOPERATE: material(9.5),
  AID: material(10),
  RETREAT: material(6.5, { withdraw: 8, disarm: 10, ceasefire: 7.5, resign: 4.5 }),
  REQUEST: verbal(0, { assist: 0.5, change: -1, yield: -1 }),
  // The manual prints +3; all its modes and its quad say that the minus sign is missing.
  ACCUSE: verbal(-3, { disapprove: -2, investigate: -3.5, allege: -3.5 }),
  REJECT: verbal(-2, { assist: -1.5 }),
  THREATEN: verbal(-3.5, { restrict: -3, territory: -4 }),
  PROTEST: material(-5, { riot: -7, hunger: -4.5, boycott: -4.5, obstruct: -4.5 }),
  SANCTION: material(-6, { expel: -5.5 }),
  MOBILIZE: material(-5.5, { troops: -6.5, weapons: -6.5, militia: -6 }),
  COERCE: material(-7, { censor: -6.5, curfew: -6.5, 'martial-law': -7.5, misinformation: -6.5 }),
  ASSAULT: material(-9, {
    abduct: -8.5,
    beat: -7.5,
    torture: -8.5,
    sexual: -8.5,
    targeted: -9.5,
    destroy: -8.5,
    primitive: -8,
    'suicide-attack': -9.5,
    aerial: -9.5,
    drone: -9.5,
    'heavy-weapons': -9.5,
    'crowd-control': -7.5,
    unconventional: -10,
  }),
};

/** The score of a type, or of the mode that is farthest from zero, -10 to 10; 0 without a type. */
export function scoreOf(type: EventType | null, modes: readonly string[]): number {
  if (type === null) return 0;
  const code = CODES[type];
  const scores = modes.map((mode) => code.modes[mode] ?? code.score);
  return scores.reduce(
    (strongest, score) => (Math.abs(score) > Math.abs(strongest) ? score : strongest),
    scores[0] ?? code.score,
  );
}

export function isMaterial(type: EventType | null): boolean {
  return type !== null && CODES[type].material;
}
