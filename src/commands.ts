import type { IsoDate } from './domain/article.ts';
import type { HelpEntry } from './domain/reply.ts';

export interface CommandArgument {
  readonly name: string;
  readonly summary: string;
  /** Taken as typed, or only a keyword for a value that follows. */
  readonly takes: 'nothing' | 'date' | 'words';
}

export interface Command {
  readonly name: 'brief' | 'ask';
  readonly usage: string;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
}

/** What every adapter registers with its platform and every help text prints. */
export const commands: readonly Command[] = [
  {
    name: 'brief',
    usage: '/brief [today | since <date> | sources | help]',
    summary: 'the de-escalation brief: whether the crisis is cooling down, and by which reports',
    arguments: [
      { name: 'today', summary: "the latest edition, against the day before's", takes: 'nothing' },
      { name: 'since', summary: 'what is new since a day, written 2024-01-18', takes: 'date' },
      { name: 'sources', summary: 'the articles that the latest edition rests on', takes: 'nothing' },
      { name: 'help', summary: 'what can be asked for', takes: 'nothing' },
    ],
  },
  {
    name: 'ask',
    usage: '/ask <question>',
    summary: 'an answer with the exact words of the articles it rests on, or that the archive does not say',
    arguments: [{ name: 'question', summary: 'who, what, when, where, how many, did they', takes: 'words' }],
  },
];

/** The lines of a help text. */
export function helpEntries(): readonly HelpEntry[] {
  const details = commands[0]?.arguments ?? [];
  const forms = details.map(({ name, takes, summary }) => ({
    usage: `/brief ${name}${takes === 'date' ? ' <date>' : ''}`,
    summary,
  }));
  return [...forms, ...commands.slice(1).map(({ usage, summary }) => ({ usage, summary }))];
}

/**
 * A typed command, for platforms that have none of their own: "/brief since 2024-01-18" is `brief` with "since
 * 2024-01-18". Undefined where the text is no command but a question. The name may be unknown: the bot answers that.
 */
export function parseCommand(text: string): { readonly name: string; readonly text: string } | undefined {
  const match = /^\s*\/(\S*)\s*([\s\S]*)$/.exec(text);
  return match ? { name: (match[1] ?? '').toLowerCase(), text: (match[2] ?? '').trim() } : undefined;
}

/** Whole command lines that begin with what is typed so far, in the table's order. */
export function completions(prefix: string): readonly string[] {
  const lines = commands.flatMap((command) => [
    `/${command.name} `,
    ...command.arguments
      .filter(({ takes }) => takes !== 'words')
      .map((argument) => `/${command.name} ${argument.name} `),
  ]);
  return prefix.startsWith('/') ? lines.filter((line) => line.startsWith(prefix) && line !== prefix) : [];
}

export type BriefRequest =
  | { readonly kind: 'today' | 'sources' | 'help' }
  | { readonly kind: 'since'; readonly date: IsoDate }
  | { readonly kind: 'unclear'; readonly reason: string };

/** What follows `/brief`. Nothing at all asks for help. */
export function parseBriefRequest(text: string): BriefRequest {
  const [word = 'help', ...rest] = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (word === 'since') return parseSince(rest.join(' '));
  if (rest.length === 0 && (word === 'today' || word === 'sources' || word === 'help')) return { kind: word };
  return { kind: 'unclear', reason: `"/brief ${text.trim()}" is no form of this command.` };
}

function parseSince(text: string): BriefRequest {
  const date = text.replace(/[<>]/g, '');
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`);
  if (real && !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date)) return { kind: 'since', date };
  return { kind: 'unclear', reason: 'After "since" comes a day, written like 2024-01-18.' };
}
