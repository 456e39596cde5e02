import type { IsoDate } from '../domain/article.ts';
import { LEADERS } from './leaders-table.ts';
import { sameSpelling, skeleton, squash } from './spelling.ts';

/** For whom a leader acted, from the first day to the last, both inclusive. */
export interface Tenure {
  readonly state: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

interface Leader {
  readonly name: string;
  readonly surname: string;
  readonly tenures: readonly Tenure[];
}

/** Shorter surnames are borne by too many. */
const DISTINCT = 5;

const ALL = LEADERS.trim().split('\n').map(leaderOf);
const BY_NAME = Map.groupBy(ALL, ({ name }) => skeleton(name));
const BY_SURNAME = Map.groupBy(ALL, ({ surname }) => skeleton(surname));

function leaderOf(line: string): Leader {
  const [name = '', ...tenures] = line.split('|');
  return { name: squash(name), surname: squash(name.split(/[ -]/).at(-1) ?? ''), tenures: tenures.map(tenureOf) };
}

function tenureOf(text: string): Tenure {
  const [, state = '', from = '', to] = /^(.+?) (\d{4}-\d\d-\d\d)(?: (\d{4}-\d\d-\d\d))?$/.exec(text) ?? [];
  return { state, from, to: to ?? '9999-12-31' };
}

/**
 * The offices of a leader known by that name, whole ("Joe Biden") or by surname alone ("Biden") where it is long and no
 * other leader's; none where nobody is known by it.
 */
export function tenuresOf(name: string): readonly Tenure[] {
  const key = squash(name);
  const whole = BY_NAME.get(skeleton(key))?.find((one) => sameSpelling(one.name, key));
  if (whole !== undefined) return whole.tenures;
  if (/\s/.test(name.trim()) || key.length < DISTINCT) return [];
  const [bearer, ...others] = (BY_SURNAME.get(skeleton(key)) ?? []).filter((one) => sameSpelling(one.surname, key));
  return bearer === undefined || others.length > 0 ? [] : bearer.tenures;
}

/** The state that all of some offices were held for. */
export function soleState(tenures: readonly Tenure[]): string | undefined {
  const [state, ...others] = new Set(tenures.map((tenure) => tenure.state));
  return others.length === 0 ? state : undefined;
}
