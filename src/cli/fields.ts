import { isDay } from '../domain/day.ts';
import { DetenteError } from '../errors.ts';

/** Fields of a batch line. Written by hand: zod would cost `ask` more time than the answer takes. */

type Line = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line's own id, handed back as it came. */
export function idOf(line: Line): string | number {
  const id = line['id'];
  if (typeof id === 'string' || typeof id === 'number') return id;
  throw new DetenteError('bad-input', 'lacks an "id"');
}

export function textOf(line: Line, name: string): string {
  const value = line[name];
  if (typeof value === 'string') return value;
  throw new DetenteError('bad-input', `lacks a text "${name}"`);
}

/** A text, or undefined where the field is missing or null. */
export function optionalTextOf(line: Line, name: string): string | undefined {
  const value = line[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new DetenteError('bad-input', `"${name}" is not a text`);
}

export function optionalDayOf(line: Line, name: string): string | undefined {
  const value = optionalTextOf(line, name);
  if (value === undefined || isDay(value)) return value;
  throw new DetenteError('bad-input', `"${name}" is not a day of the calendar (YYYY-MM-DD)`);
}

export function optionalTextsOf(line: Line, name: string): readonly string[] | undefined {
  const value = line[name] ?? undefined;
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value;
  throw new DetenteError('bad-input', `"${name}" is not a list of texts`);
}
