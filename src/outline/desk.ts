import { formatDay } from '../domain/day.ts';
import type { Field, Form } from '../domain/form.ts';
import type { DeskStatus, OutletStatus } from '../domain/status.ts';
import type { Block } from './block.ts';
import { feedsStatusBlocks } from './feeds.ts';
import { inert } from './inert.ts';
import { scheduleBlocks, scheduleWords } from './schedule.ts';
import { words } from './sentence.ts';

/** What the bot says of itself: schedule, briefs, archive, questions. Each line says what it is about. */
export function deskBlocks(status: DeskStatus): Block[] {
  return [
    heading('Status'),
    ...scheduleBlocks(status),
    line('Archive', archiveWords(status)),
    ...(status.feeds === undefined ? [] : feedsStatusBlocks(status.feeds)),
    line('Questions today', String(status.questionsToday)),
    ...outletBlocks(status.outlets),
  ];
}

/** The status, and what can be asked at once. */
export function homeBlocks(status: DeskStatus, questions: readonly string[]): Block[] {
  const offered = questions.map((question): Block => ({ kind: 'item', runs: [words(question)] }));
  const asked: Block[] = offered.length === 0 ? [] : [{ kind: 'gap' }, heading('What can be asked now'), ...offered];
  return [{ kind: 'title', text: 'Détente' }, plain(PURPOSE), { kind: 'gap' }, ...deskBlocks(status), ...asked];
}

const PURPOSE =
  'Détente reads stored news articles and tells whether a crisis is cooling down. Every sentence opens the exact ' +
  'words that say so; what no article says is said to be unknown.';

/** The first message: what it does, when it posts, from which sources, what it keeps. */
export function welcomeBlocks(status: DeskStatus): Block[] {
  const known = status.outlets.flatMap(({ outlet }) => (outlet === UNSTATED ? [] : [outlet])).slice(0, 3);
  const from = known.length === 0 ? '' : `, most from ${known.join(', ')}`;
  return [
    plain(PURPOSE),
    line(
      'Posts',
      status.schedules.length === 0
        ? 'nothing unasked. A brief every morning? /brief settings asks for the time, with 07:00 filled in'
        : status.schedules.map(scheduleWords).join('; '),
    ),
    line('Reads', `${archiveWords(status)}${from}${feedsRead(status)}`),
    line('Ask', '/brief today for the brief, /ask or a direct message for a question, /brief help for the rest'),
    line(
      'Keeps',
      'questions for 24 hours, to understand follow-ups; feedback until it is removed; /brief forget me deletes both',
    ),
  ];
}

function archiveWords({ archive }: DeskStatus): string {
  if (archive.articles === 0) return 'no articles yet';
  const count = `${archive.articles} article${archive.articles === 1 ? '' : 's'}`;
  return archive.newest === undefined
    ? `${count}, none with a date`
    : `${count}, the newest of ${formatDay(archive.newest)}`;
}

function feedsRead({ feeds }: DeskStatus): string {
  if (feeds === undefined || feeds.total === 0) return '';
  return `; new ones come from ${feeds.total === 1 ? 'one feed' : `${feeds.total} feeds`}, see /brief sources feeds`;
}

const MOST_OUTLETS = 10;

/** Stands for the outlet of articles that name none. */
export const UNSTATED = 'outlet not stated';

function outletBlocks(outlets: readonly OutletStatus[]): Block[] {
  if (outlets.length === 0) return [];
  const more = outlets.length - MOST_OUTLETS;
  const rows = outlets.slice(0, MOST_OUTLETS).map(({ outlet, articles, newest }): Block => {
    const last = newest === undefined ? '' : `, last on ${formatDay(newest)}`;
    return { kind: 'item', runs: [words(`${outlet}: ${articles}${last}`)] };
  });
  return [heading('Articles by outlet'), ...rows, ...(more > 0 ? [plain(`and ${more} more`)] : [])];
}

/** A form for a platform that has none: what it holds, and how settings are typed. */
export function formBlocks({ kind, title, note, fields }: Form): Block[] {
  const how =
    kind === 'settings'
      ? 'Change one by typing, for example: /brief settings time=07:00 zone=Asia/Karachi'
      : 'One of these is marked where there are buttons: "Wrong?" stands under a brief there.';
  return [heading(title), plain(note), ...fields.flatMap(fieldBlocks), plain(how)];
}

function fieldBlocks(field: Field): Block[] {
  if (field.kind === 'text') return [];
  if (field.kind === 'choice' && field.value === undefined)
    return field.options.map(({ label }): Block => ({ kind: 'item', runs: [words(label)] }));
  const value = 'values' in field ? field.values.join(', ') : labelOf(field);
  return [{ kind: 'entry', usage: field.name, summary: inert(`${field.label}: ${value || 'not set'}`) }];
}

function labelOf(field: Exclude<Field, { kind: 'text' | 'choices' | 'people' }>): string | undefined {
  if (field.kind === 'time') return field.value;
  return field.options.find(({ value }) => value === field.value)?.label;
}

function heading(text: string): Block {
  return { kind: 'heading', text: inert(text) };
}

function plain(text: string): Block {
  return { kind: 'line', runs: [words(text)] };
}

function line(name: string, text: string): Block {
  return { kind: 'line', runs: [words(`${name}: `, true), words(text)] };
}
