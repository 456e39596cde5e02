import type { IsoDate } from '../domain/article.ts';
import type { Mover, Tension } from '../domain/brief.ts';
import type { EventOutline } from '../domain/event.ts';
import { addDays, daysBetween } from '../text/calendar.ts';
import { isMaterial, scoreOf } from './codes.ts';
import { stateIn } from './signature.ts';

/** Days in which a stock of tension halves when nothing happens. */
const HALF_LIFE_DAYS = 14;
/** The stock at which the index stands at 63 of 100. */
const SCALE = 15;
const SERIES_DAYS = 7;
const KEEP = 2 ** (-1 / HALF_LIFE_DAYS);

/**
 * The weight of an event in a situation: |score of type and mode|, full between the parties and half by or toward a
 * third party, full for deeds and half for words, half again when it is planned; 0 outside the situation.
 */
export function weightOf(event: EventOutline, parties: readonly string[]): number {
  if (event.status === 'denied' || event.status === 'hypothetical' || event.status === 'historical') return 0;
  const actors = event.actors.map(stateIn).filter((state) => parties.includes(state));
  const others = event.targets.map(stateIn).filter((state) => parties.includes(state));
  if (actors.length === 0 && others.length === 0) return 0;
  const between = new Set([...actors, ...others]).size > 1 && actors.length > 0;
  return (
    Math.abs(scoreOf(event.type, event.modes)) *
    (between ? 1 : 0.5) *
    (isMaterial(event.type) ? 1 : 0.5) *
    (event.status === 'planned' ? 0.5 : 1)
  );
}

/**
 * The tension of a situation at a day: `T(d) = max(0, T(d-1) * 2^(-1/14) + escalation(d) - calm(d))`, and the index
 * `100 * (1 - exp(-T/15))`. An event dated by an interval is spread evenly over it; one without a first day counts on
 * its last.
 * @returns `undefined` where no dated event up to the day belongs to the situation.
 */
export function tensionAt(
  events: readonly EventOutline[],
  parties: readonly string[],
  date: IsoDate,
): Tension | undefined {
  const impulses = impulsesByDay(events, parties, date);
  const first = [...impulses.keys()].sort()[0];
  if (first === undefined) return undefined;
  const stocks = new Map<IsoDate, number>();
  let stock = 0;
  for (let day = first; day <= date; day = addDays(day, 1)) {
    stock = Math.max(0, stock * KEEP + sum(impulses.get(day)));
    stocks.set(day, stock);
  }
  const indexOn = (day: IsoDate) => indexOf(stocks.get(day) ?? 0);
  const series = Array.from({ length: SERIES_DAYS }, (_, at) => addDays(date, at + 1 - SERIES_DAYS))
    .filter((day) => day >= first)
    .map((day) => ({ date: day, index: Math.round(indexOn(day)) }));
  const before = addDays(date, -1);
  return {
    index: Math.round(indexOn(date)),
    series,
    ...(before >= first ? { previous: Math.round(indexOn(before)) } : {}),
    ...shares(impulses.get(date), stocks.get(before) ?? 0, indexOn(date)),
  };
}

type Impulses = ReadonlyMap<string, number>;

/** Signed weights by day and event: escalation adds, calm takes away. */
function impulsesByDay(
  events: readonly EventOutline[],
  parties: readonly string[],
  until: IsoDate,
): ReadonlyMap<IsoDate, Impulses> {
  const days = new Map<IsoDate, Map<string, number>>();
  for (const event of events) {
    const sign = event.stance === 'escalation' ? 1 : event.stance === 'de-escalation' ? -1 : 0;
    const weight = sign * weightOf(event, parties);
    if (weight === 0) continue;
    for (const day of daysOf(event, until)) {
      const own = days.get(day.date) ?? new Map<string, number>();
      days.set(day.date, own.set(event.id, weight * day.share));
    }
  }
  return days;
}

/** The days that an event counts on, and its share on each; an open end counts on the day that is known. */
function daysOf(event: EventOutline, until: IsoDate): { date: IsoDate; share: number }[] {
  const from = event.date.from ?? event.date.to;
  const to = event.date.to ?? event.date.from;
  if (from === null || to === null || event.date.precision === 'unknown') return [];
  // most acts have a day: thousands of them are gone through for one brief
  if (from === to) return from <= until ? [{ date: from, share: 1 }] : [];
  const length = daysBetween(from, to) + 1;
  return Array.from({ length }, (_, at) => ({ date: addDays(from, at), share: 1 / length })).filter(
    (day) => day.date <= until,
  );
}

function indexOf(stock: number): number {
  return 100 * (1 - Math.exp(-stock / SCALE));
}

function sum(impulses: Impulses | undefined): number {
  return [...(impulses?.values() ?? [])].reduce((total, value) => total + value, 0);
}

/** Each part of the day's raw change in the stock, scaled so that events and decay add up to the change of the index. */
function shares(
  impulses: Impulses | undefined,
  before: number,
  index: number,
): Pick<Tension, 'change' | 'movers' | 'decay'> {
  const decay = before * (KEEP - 1);
  const raw = decay + sum(impulses);
  const change = index - indexOf(before);
  const scale = raw === 0 ? 0 : change / raw;
  const movers = [...(impulses ?? [])].map(([event, value]): Mover => ({ event, change: tenth(value * scale) }));
  movers.sort((one, other) => Math.abs(other.change) - Math.abs(one.change) || (one.event < other.event ? -1 : 1));
  return { change: tenth(change), movers, decay: tenth(decay * scale) };
}

/** Two decimals: many small shares still add up to the change within 0.1. */
function tenth(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
