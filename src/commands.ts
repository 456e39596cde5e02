import type { HelpEntry } from './domain/reply.ts';

export interface CommandArgument {
  readonly name: string;
  readonly summary: string;
  /** Taken as typed, or only a keyword for a value that follows. */
  readonly takes: 'nothing' | 'date' | 'words';
  /** What may be added, in this order: "2024-01-18", "for Iran–Pakistan", "from The Meridian Ledger". */
  readonly may?: readonly ('date' | 'situation' | 'outlet')[];
  /** Words that make another form of it, such as "add", with what they take. */
  readonly actions?: readonly CommandAction[];
}

export interface CommandAction {
  readonly name: string;
  readonly summary: string;
  readonly takes: 'nothing' | 'address' | 'feed';
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
    usage: '/brief [today | since <date> | sources | status | settings | export | help]',
    summary: 'the de-escalation brief: whether the crisis is cooling down, and by which reports',
    arguments: [
      {
        name: 'today',
        summary: "the latest edition, against the day before's",
        takes: 'nothing',
        may: ['date', 'situation'],
      },
      { name: 'since', summary: 'what is new since a day, written 2024-01-18', takes: 'date', may: ['situation'] },
      {
        name: 'sources',
        summary: 'the articles that the latest edition rests on, with the words it quotes',
        takes: 'nothing',
        may: ['date', 'situation', 'outlet'],
        actions: [
          { name: 'feeds', summary: 'the feeds that new articles come from, and how they are', takes: 'nothing' },
          { name: 'add', summary: 'test a feed and take it up, for those who may', takes: 'address' },
          { name: 'pause', summary: 'fetch nothing from a feed for now', takes: 'feed' },
          { name: 'resume', summary: 'go on with a paused feed', takes: 'feed' },
          { name: 'remove', summary: 'forget a feed; its articles stay', takes: 'feed' },
        ],
      },
      { name: 'status', summary: 'schedule, last and next brief, what the archive holds', takes: 'nothing' },
      { name: 'settings', summary: 'the situation, time, zone and quiet days of this conversation', takes: 'nothing' },
      { name: 'export', summary: 'the latest edition as a text to copy', takes: 'nothing', may: ['date', 'situation'] },
      {
        name: 'wrong',
        summary: 'say which sentence of the latest edition is wrong',
        takes: 'nothing',
        may: ['date', 'situation'],
      },
      { name: 'sample', summary: 'a brief made from articles that were written for Détente', takes: 'nothing' },
      { name: 'forget me', summary: 'delete what you asked and what you said of answers', takes: 'nothing' },
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

/** The forms of `/brief`. */
export const briefForms = commands[0]?.arguments ?? [];

/** The lines of a help text. */
export function helpEntries(): readonly HelpEntry[] {
  const forms = briefForms.flatMap(({ name, takes, summary, actions = [] }) => [
    { usage: `/brief ${name}${takes === 'date' ? ' <date>' : ''}`, summary },
    ...actions.map((action) => ({
      usage: `/brief ${name} ${action.name}${action.takes === 'nothing' ? '' : ` <${action.takes}>`}`,
      summary: action.summary,
    })),
  ]);
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

/** Whole command lines that begin with what is typed so far, in the table's order; what makes other forms only where it can stand. */
export function completions(prefix: string): readonly string[] {
  const lines = commands.flatMap((command) => [
    `/${command.name} `,
    ...command.arguments
      .filter(({ takes }) => takes !== 'words')
      .flatMap(({ name, actions = [] }) => {
        const form = `/${command.name} ${name} `;
        return [form, ...(prefix.startsWith(form) ? actions.map((action) => `${form}${action.name} `) : [])];
      }),
  ]);
  return prefix.startsWith('/') ? lines.filter((line) => line.startsWith(prefix) && line !== prefix) : [];
}

/** The name of a feed that a command line ends with, as far as it is typed, and what stands before it. */
export function typedFeed(line: string): { readonly before: string; readonly feed: string } | undefined {
  const actions = briefForms.flatMap(({ name, actions: own = [] }) =>
    own.filter(({ takes }) => takes === 'feed').map((action) => `${name} ${action.name}`),
  );
  const [, before = '', feed = ''] = new RegExp(`^(/brief (?:${actions.join('|')}) )(.*)$`, 'i').exec(line) ?? [];
  return before === '' ? undefined : { before, feed };
}
