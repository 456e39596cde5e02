import { plain } from '../domain/inert.ts';
import type { Task } from '../domain/model.ts';

/** The one JSON document of data that a task is sent as, with every text in it plain. */
export function documentOf({ kind, ...given }: Task): string {
  return JSON.stringify({ task: kind, ...cleaned(given) });
}

function cleaned<T>(value: T): T {
  if (typeof value === 'string') return plain(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)])) as T;
}
