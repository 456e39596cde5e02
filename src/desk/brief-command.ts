import type { Brief } from '../domain/brief.ts';
import type { ChatRequest } from '../domain/chat.ts';
import { formatDay } from '../domain/day.ts';
import type { Reply } from '../domain/reply.ts';
import { briefBody } from '../outline/brief.ts';
import { directed } from '../outline/direction.ts';
import { markdown } from '../outline/markdown.ts';
import { citedSection } from '../outline/parent.ts';
import { type EditionAsked, parseBriefRequest } from './brief-request.ts';
import { confirm } from './decisions.ts';
import { deliveredEdition } from './delivered.ts';
import type { BotParts, BriefOptions } from './desk.ts';
import { feedCommand } from './feed-command.ts';
import { feedbackForm } from './feedback.ts';
import { feedsOf } from './feeds-status.ts';
import { help, notice, readable } from './plain-replies.ts';
import { keep, saveSettings, settingsForm } from './settings.ts';
import { placeOf, statusOf } from './status.ts';

/** No form of the command is longer, be it with a long address; what comes after is not read. */
const MOST_TEXT = 2_500;

/** What `/brief` and the buttons under a brief ask for. */
export async function briefCommand(parts: BotParts, request: ChatRequest, text: string): Promise<Reply> {
  const asked = parseBriefRequest(readable(text.slice(0, MOST_TEXT)));
  switch (asked.kind) {
    case 'help':
      return help('What can be asked for');
    case 'unclear':
      return help(asked.reason);
    case 'today':
      return today(parts, request, asked);
    case 'since':
      return since(parts, request, asked);
    case 'sources':
      return sources(parts, request, asked);
    case 'feeds':
      return feedCommand(parts, request, asked);
    case 'export':
      return exportOf(await shownEdition(parts, request, asked));
    case 'wrong':
      return feedbackForm(await shownEdition(byRule(parts), request, asked));
    case 'status':
      return { kind: 'status', status: await statusOf(parts, request) };
    case 'settings':
      return Object.keys(asked.assigned).length > 0
        ? saveSettings(parts, request, asked.assigned)
        : settingsForm(parts, request);
    case 'sample':
      return sample(parts);
    case 'forget':
      return forget(parts, request);
    case 'confirm':
      return confirm(parts, request, asked.id);
  }
}

/** Whose editions wait for no model: platforms open a form within three seconds, or not at all. */
function byRule(parts: BotParts): BotParts {
  return { ...parts, brief: (options) => parts.brief(options) };
}

/** What is asked about a day's edition is asked about the one that was posted, where one was. */
async function shownEdition(parts: BotParts, request: ChatRequest, asked: EditionAsked): Promise<Brief> {
  const { date, situation } = asked;
  const posted = date === undefined ? undefined : await deliveredEdition(parts, request.conversation, date, situation);
  return posted ?? edition(parts, request, asked);
}

/** The edition of a conversation: its own situation and zone, where nothing else is asked for. */
async function edition(
  parts: BotParts,
  { conversation, user }: ChatRequest,
  { date, situation, since }: EditionAsked & Pick<BriefOptions, 'since'>,
): Promise<Brief> {
  const settings = await parts.archive.desk.settings(placeOf(conversation));
  const about = situation ?? settings['situation'];
  const zone = settings['zone'];
  const options = {
    ...(date && { date }),
    ...(since && { since }),
    ...(about && { situation: about }),
    ...(zone && { zone }),
  };
  return parts.brief(options, { conversation, user });
}

async function today(parts: BotParts, request: ChatRequest, asked: EditionAsked): Promise<Reply> {
  const brief = await edition(parts, request, asked);
  if (asked.date === undefined && !request.guest) await keep(parts, request, { last: brief.date });
  return { kind: 'brief', brief };
}

async function since(parts: BotParts, request: ChatRequest, asked: EditionAsked & { date: string }): Promise<Reply> {
  // A day ahead is still today somewhere.
  const latest = new Date(parts.clock.now() + 86_400_000).toISOString().slice(0, 10);
  if (asked.date > latest) return notice(`${asked.date} has not come yet.`);
  const { date: day, situation } = asked;
  return { kind: 'brief', brief: await edition(parts, request, { since: day, ...(situation && { situation }) }) };
}

/** What the edition rests on, and how what comes in is. */
async function sources(
  parts: BotParts,
  request: ChatRequest,
  asked: EditionAsked & { readonly outlet?: string },
): Promise<Reply> {
  const reply = sourcesOf(await shownEdition(parts, request, asked), asked.outlet);
  const feeds = await feedsOf(parts);
  return reply.kind === 'sources' && feeds !== undefined ? { ...reply, feeds } : reply;
}

/** Of all outlets, or of the one that is named as it is in the list. */
function sourcesOf(brief: Brief, outlet?: string): Reply {
  const wanted = outlet?.toLowerCase();
  const sources = brief.sources.filter((source) => wanted === undefined || source.outlet?.toLowerCase() === wanted);
  const edition = `edition of ${formatDay(brief.date)}`;
  if (sources.length === 0)
    return notice(`The ${edition} rests on no article${outlet === undefined ? '' : ` from ${outlet}`}.`);
  const from = outlet === undefined ? '' : ` from ${sources[0]?.outlet}`;
  return { kind: 'sources', heading: `Sources of the ${edition}${from}`, brief: { ...brief, sources } };
}

/** The whole edition with every quote, as CommonMark. */
function exportOf(brief: Brief): Reply {
  const blocks = [...briefBody(brief, false), ...citedSection(brief)];
  return {
    kind: 'document',
    heading: `The edition of ${formatDay(brief.date)} as Markdown, to copy:`,
    text: markdown(directed(blocks, brief.language)),
  };
}

async function sample(parts: BotParts): Promise<Reply> {
  if (parts.sample === undefined) return notice('There is no sample here.');
  return { kind: 'brief', brief: await parts.sample(), sample: true };
}

async function forget(parts: BotParts, { conversation, user }: ChatRequest): Promise<Reply> {
  const { adapter, workspace } = conversation;
  const rows = await parts.archive.desk.forget(adapter, workspace, user);
  parts.forget?.(adapter, workspace, user);
  return notice(
    rows === 0
      ? 'Nothing is kept of you: no question of the last 24 hours, no feedback.'
      : `Deleted: what you asked in the last 24 hours and your feedback, ${rows} in all.`,
  );
}
