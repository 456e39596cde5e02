import { helpEntries } from '../commands.ts';
import type { Reply } from '../domain/reply.ts';

export function help(heading: string): Reply {
  return { kind: 'help', heading, entries: helpEntries() };
}

export function notice(text: string): Reply {
  return { kind: 'notice', text };
}

/** Control characters mean nothing in what a user types, and some of them mean something to a terminal or a log. */
export function readable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
