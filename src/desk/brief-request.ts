import { briefForms } from '../commands.ts';
import type { IsoDate } from '../domain/article.ts';
import { isDay } from '../domain/day.ts';
import { distance } from '../text/spelling.ts';

/** Which edition: without a date the latest, without a situation that of the conversation. */
export interface EditionAsked {
  readonly date?: IsoDate;
  readonly situation?: string;
}

export type BriefRequest =
  | { readonly kind: 'status' | 'sample' | 'forget' | 'help' }
  | ({ readonly kind: 'today' | 'export' | 'wrong' } & EditionAsked)
  /** Of one outlet alone, where it is named. */
  | ({ readonly kind: 'sources'; readonly outlet?: string } & EditionAsked)
  | FeedRequest
  | { readonly kind: 'since'; readonly date: IsoDate; readonly situation?: string }
  /** Without any assignment the form is asked for. */
  | { readonly kind: 'settings'; readonly assigned: Readonly<Record<string, string>> }
  /** Of whoever runs the bot: what is marked under this name is wrong. */
  | { readonly kind: 'confirm'; readonly id: string }
  | { readonly kind: 'unclear'; readonly reason: string };

const feedActions = ['feeds', 'add', 'pause', 'resume', 'remove'] as const;
type FeedAction = (typeof feedActions)[number];

/** What is asked about feeds; `name` as it was typed: an address or a title. For `feeds` it may be empty. */
export interface FeedRequest {
  readonly kind: 'feeds';
  readonly action: FeedAction;
  readonly name: string;
}

/**
 * What follows `/brief`. Nothing at all asks for help. Buttons name the edition they stand under: "sources 2024-01-18
 * for Iran–Pakistan"; "from The Meridian Ledger" behind it asks for the sources of one outlet.
 */
export function parseBriefRequest(text: string): BriefRequest {
  const [word = 'help', ...rest] = text.trim().split(/\s+/).filter(Boolean);
  const form = word.toLowerCase();
  const said = rest.join(' ');
  switch (form) {
    case 'settings':
      return parseSettings(rest, text);
    case 'since':
      return parseSince(said);
    case 'sources': {
      const action = feedAction(rest[0]);
      if (action !== undefined) return parseFeeds(action, rest.slice(1).join(' '));
      const [edition, outlet] = said.split(/(?:^| )from (.+)$/i);
      const asked = parseEdition(form, edition ?? '', text);
      return asked.kind === 'sources' && outlet !== undefined ? { ...asked, outlet } : asked;
    }
    case 'today':
    case 'export':
    case 'wrong':
      return parseEdition(form, said, text);
    case 'forget':
      return said.toLowerCase() === 'me' ? { kind: 'forget' } : { kind: 'unclear', reason: notAForm(text) };
    case 'confirm':
      return { kind: 'confirm', id: said };
    case 'status':
    case 'sample':
    case 'help':
      return said === '' ? { kind: form } : { kind: 'unclear', reason: notAForm(text) };
    default:
      return { kind: 'unclear', reason: notAForm(text) };
  }
}

function parseEdition(kind: 'today' | 'sources' | 'export' | 'wrong', said: string, text: string): BriefRequest {
  const match = /^(\S*)(?: ?\bfor (.+))?$/i.exec(said);
  const [day, situation] = [match?.[1] ?? '', match?.[2]];
  if (match === null || (day !== '' && !isDay(day))) return { kind: 'unclear', reason: notAForm(text) };
  return { kind, ...(day !== '' && { date: day }), ...(situation !== undefined && { situation }) };
}

/** "list" is what the command line calls it. */
function feedAction(word = ''): FeedAction | undefined {
  return /^list$/i.test(word) ? 'feeds' : feedActions.find((one) => one === word.toLowerCase());
}

function parseFeeds(action: FeedAction, name: string): BriefRequest {
  if (name !== '' || action === 'feeds') return { kind: 'feeds', action, name };
  const how = action === 'add' ? 'https://www.example.org/feed.xml' : 'and its title or address';
  return { kind: 'unclear', reason: `Which feed? Write /brief sources ${action} ${how}.` };
}

function parseSince(said: string): BriefRequest {
  const [, day = '', situation] = /^<?(.*?)>?(?: for (.+))?$/i.exec(said) ?? [];
  if (isDay(day)) return { kind: 'since', date: day, ...(situation !== undefined && { situation }) };
  const understood = day === '' ? 'no day stands after "since"' : `${JSON.stringify(day)} is no day of the calendar`;
  return { kind: 'unclear', reason: `What is new since when? ${understood}: write it like /brief since 2024-01-18.` };
}

/** "time=07:00 zone=Europe/Oslo": a value may have blanks in it. */
function parseSettings(words: readonly string[], text: string): BriefRequest {
  const assigned: Record<string, string> = {};
  let name: string | undefined;
  for (const word of words) {
    const [, key, value] = /^(\w+)=(.*)$/.exec(word) ?? [];
    if (key !== undefined) {
      name = key.toLowerCase();
      assigned[name] = value ?? '';
    } else if (name === undefined) return { kind: 'unclear', reason: notAForm(text) };
    else assigned[name] = `${assigned[name]} ${word}`;
  }
  return { kind: 'settings', assigned };
}

function notAForm(text: string): string {
  const near = nearest(text.trim().split(/\s+/, 1)[0]?.toLowerCase() ?? '');
  return `"/brief ${text.trim()}" is no form of this command.${near === undefined ? '' : ` Did you mean /brief ${near}?`}`;
}

/** The form that a mistyped word comes nearest to: at most two letters wrong, fewer in a short word. */
function nearest(word: string): string | undefined {
  const most = Math.min(2, Math.floor(word.length / 2));
  const wrong = (name: string) => distance(word, name.split(' ', 1)[0] ?? '', most);
  const best = briefForms.map(({ name }) => ({ name, wrong: wrong(name) })).sort((a, b) => a.wrong - b.wrong)[0];
  return best !== undefined && best.wrong <= most ? best.name : undefined;
}
