import { expect, test } from 'vitest';
import { renderReply } from '../adapters/terminal/render.ts';
import type { Brief, DeliveryStatus, DeskStatus, Reply, ScheduleStatus } from '../src/index.ts';
import { briefParts } from '../src/index.ts';
import { brief, longBrief } from './contract/replies.ts';

const shown = (reply: Reply) => renderReply(reply, { format: 'text', colour: false, links: false, width: 90 });

const schedule: ScheduleStatus = {
  definition: 'de-escalation',
  situation: 'Arland–Belmar',
  time: '07:00',
  zone: 'Asia/Karachi',
  quietDays: ['sat', 'sun'],
  next: '2031-04-14T02:00:00.000Z',
};
const sent: DeliveryStatus = {
  date: '2031-04-11',
  definition: 'de-escalation',
  situation: 'Arland–Belmar',
  correction: false,
  state: 'sent',
  due: '2031-04-11T02:00:00.000Z',
  settled: '2031-04-11T02:00:04.000Z',
  late: false,
  attempts: 1,
};
const status: DeskStatus = {
  schedules: [schedule],
  deliveries: [sent],
  lastBrief: '2031-04-12',
  archive: { articles: 3, newest: '2031-04-12' },
  outlets: [
    { outlet: 'The Arland Post', articles: 2, newest: '2031-04-12' },
    { outlet: 'outlet not stated', articles: 1 },
  ],
  questionsToday: 4,
};

test('a status names schedule, briefs, archive, questions and outlets', () => {
  expect(shown({ kind: 'status', status })).toMatchInlineSnapshot(`
    "STATUS
    Schedule: Arland–Belmar, at 07:00 Asia/Karachi, not on Saturday, Sunday
    Next brief: 14 April 2031 at 07:00 Asia/Karachi (02:00 UTC)
    Last brief here: edition of 11 April 2031: posted on 11 April 2031 at 02:00 UTC
    Last asked for here: edition of 12 April 2031
    Archive: 3 articles, the newest of 12 April 2031
    Questions today: 4
    ARTICLES BY OUTLET
    • The Arland Post: 2, last on 12 April 2031
    • outlet not stated: 1"
  `);
});

test('a welcome says what it does, when it posts, from what, and what it keeps', () => {
  expect(shown({ kind: 'welcome', status })).toMatchInlineSnapshot(`
    "Détente reads stored news articles and tells whether a crisis is cooling down. Every
    sentence opens the exact words that say so; what no article says is said to be unknown.
    Posts: Arland–Belmar, at 07:00 Asia/Karachi, not on Saturday, Sunday
    Reads: 3 articles, the newest of 12 April 2031, most from The Arland Post
    Ask: /brief today for the brief, /ask or a direct message for a question, /brief help for
    the rest
    Keeps: questions for 24 hours, to understand follow-ups; feedback until it is removed;
    /brief forget me deletes both"
  `);
});

const waiting = { ...sent, state: 'waiting', attempts: 0 } as const;
const { settled: _, ...unsettled } = waiting;

test.for([
  [sent, 'edition of 11 April 2031: posted on 11 April 2031 at 02:00 UTC'],
  [{ ...sent, late: true }, 'edition of 11 April 2031: posted on 11 April 2031 at 02:00 UTC, late'],
  [{ ...sent, correction: true }, 'correction of the edition of 11 April 2031: posted on 11 April 2031 at 02:00 UTC'],
  [unsettled, 'edition of 11 April 2031: about to be posted'],
  [{ ...unsettled, attempts: 1, reason: 'Slack is down' }, 'tried once, and tried again (Slack is down)'],
  [{ ...unsettled, attempts: 3 }, 'edition of 11 April 2031: tried 3 times, and tried again'],
  [{ ...sent, state: 'failed', reason: 'the channel is archived' }, ': given up (the channel is archived)'],
  [{ ...sent, state: 'missed', reason: 'nothing ran' }, 'edition of 11 April 2031: not posted (nothing ran)'],
] as const)('a delivery %j is told as %j', ([delivery, told]) => {
  const text = shown({ kind: 'status', status: { ...status, deliveries: [delivery] } });
  expect(text.replaceAll('\n', ' ')).toContain(`${told} Last asked for here:`);
});

test('a status names every schedule by its number, and the earlier deliveries below the last', () => {
  const weekly: ScheduleStatus = {
    ...{ definition: 'weekly', time: '08:00', zone: 'UTC', quietDays: [], weekend: 'de-escalation' },
    pausedUntil: '9999-12-31',
  };
  const earlier: DeliveryStatus = { ...sent, date: '2031-04-10', state: 'missed' };
  const text = shown({
    kind: 'status',
    status: { ...status, schedules: [schedule, weekly], deliveries: [sent, earlier] },
  });
  expect(text.replaceAll('\n', ' ')).toContain(
    'Schedule 1: Arland–Belmar, at 07:00 Asia/Karachi, not on Saturday, Sunday Next brief: 14 April 2031 at 07:00 Asia/Karachi (02:00 UTC) ' +
      'Schedule 2: what the archive is most about (weekly), at 08:00 UTC, every day, de-escalation at weekends, paused until 31 December 9999 ' +
      'Next brief: none: it is paused for good Last brief here: edition of 11 April 2031 about Arland–Belmar: posted on 11 April 2031 at 02:00 UTC ' +
      '• edition of 10 April 2031 about Arland–Belmar: not posted',
  );
});

test('a welcome where nothing is set up says so', () => {
  const bare: DeskStatus = { schedules: [], deliveries: [], archive: { articles: 0 }, outlets: [], questionsToday: 0 };
  expect(shown({ kind: 'welcome', status: bare })).toMatch(
    /Posts: nothing unasked\. A brief every morning\? \/brief settings asks for the time, with\n07:00 filled in\nReads: no articles yet/,
  );
});

test('a form for a platform without forms shows what is set and how to change it', () => {
  const form: Reply = {
    kind: 'form',
    form: {
      kind: 'settings',
      title: 'Settings',
      note: 'When and about what.',
      submit: 'Save',
      fields: [
        {
          kind: 'choice',
          name: 'situation',
          label: 'Situation',
          options: [{ value: 'auto', label: 'The largest' }],
          value: 'auto',
        },
        { kind: 'time', name: 'time', label: 'Time' },
        {
          kind: 'choices',
          name: 'quiet',
          label: 'Quiet days',
          options: [{ value: 'sat', label: 'Saturday' }],
          values: ['sat'],
        },
      ],
    },
  };
  expect(shown(form)).toMatchInlineSnapshot(`
    "SETTINGS
    When and about what.
      situation Situation: The largest
      time Time: not set
      quiet Quiet days: sat
    Change one by typing, for example: /brief settings time=07:00 zone=Asia/Karachi"
  `);
});

test('a document is shown as it is, blanks and all, and is inert', () => {
  const text = '# Title\n\n  - two blanks before\u001b[2J\n';
  expect(shown({ kind: 'document', heading: 'To copy:', text })).toBe('To copy:\n# Title\n\n  - two blanks before[2J');
});

test('a parent has at most eight lines, with room for three acts, and together with its thread holds every section', () => {
  for (const edition of [
    brief,
    longBrief(),
    { ...longBrief(), bottomLine: [...brief.bottomLine, ...brief.bottomLine] },
  ]) {
    const { parent, thread } = briefParts(edition, true);
    expect(parent.length).toBeLessThanOrEqual(8);
    expect(parent.filter(({ kind }) => kind === 'item').length).toBeGreaterThanOrEqual(3);
    const headings = thread.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toContain('Sources and the words quoted');
  }
});

test('a parent without news shows acts from either side, so that half is not taken for the whole', () => {
  const many = longBrief().sections.map((section) => (section.id === 'new' ? { ...section, items: [] } : section));
  const notices = [{ code: 'left-out', text: '6 more events are left out.' }] as const;
  const { parent, thread } = briefParts({ ...longBrief(), sections: many as Brief['sections'], notices }, false);
  expect(JSON.stringify(parent)).not.toContain('left out');
  expect(JSON.stringify(thread)).toContain('left out');
  const said = JSON.stringify(parent.filter(({ kind }) => kind === 'item'));
  expect(said.match(/Steps toward calm/g)).toHaveLength(2);
  expect(said.match(/Steps away from calm/g)).toHaveLength(2);
});

test('an edition about nothing is a parent alone, with the reason', () => {
  const notices = [{ code: 'empty-archive', text: 'The archive is empty.' }] as const;
  const empty = { ...brief, situation: null, tension: null, bottomLine: [], sections: [], sources: [], notices };
  const { parent, thread } = briefParts(empty, false);
  expect(thread).toEqual([]);
  expect(JSON.stringify(parent)).toContain('The archive is empty.');
});
