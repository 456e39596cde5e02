import { expect, test } from 'vitest';
import { commands, completions, helpEntries, parseCommand, typedFeed } from '../src/commands.ts';

test.for([
  ['/brief since 2031-04-01', { name: 'brief', text: 'since 2031-04-01' }],
  ['  /ASK  who met? ', { name: 'ask', text: 'who met?' }],
  ['/ask\nwho\nmet?', { name: 'ask', text: 'who\nmet?' }],
  ['/', { name: '', text: '' }],
  ['who met on 3/4?', undefined],
  ['', undefined],
] as const)('%j is read as a command or a question', ([text, command]) => {
  expect(parseCommand(text)).toEqual(command);
});

test('what is typed so far is completed from the table', () => {
  expect(completions('/')).toEqual(expect.arrayContaining(['/brief ', '/ask ', '/brief since ']));
  expect(completions('/brief so')).toEqual(['/brief sources ']);
  expect(completions('/brief since ')).toEqual([]);
  expect(completions('who')).toEqual([]);
});

test('what is done with feeds is completed behind "sources", and not before', () => {
  const actions = ['feeds', 'add', 'pause', 'resume', 'remove'].map((action) => `/brief sources ${action} `);
  expect(completions('/brief sources ')).toEqual(actions);
  expect(completions('/brief sources re')).toEqual(['/brief sources resume ', '/brief sources remove ']);
});

test.for([
  ['/brief sources pause Hill La', { before: '/brief sources pause ', feed: 'Hill La' }],
  ['/brief sources remove ', { before: '/brief sources remove ', feed: '' }],
  ['/brief sources add htt', undefined],
  ['/brief sources pause', undefined],
] as const)('the name of a feed that %j ends with is told apart', ([line, typed]) => {
  expect(typedFeed(line)).toEqual(typed);
});

test('every command and every argument of /brief has a line of help', () => {
  const usages = helpEntries().map((entry) => entry.usage);
  expect(usages).toEqual([
    ...'today,since <date>,sources,sources feeds,sources add <address>,sources pause <feed>,sources resume <feed>'
      .split(',')
      .map((form) => `/brief ${form}`),
    ...'sources remove <feed>,status,settings,export,wrong,sample,forget me,help'
      .split(',')
      .map((form) => `/brief ${form}`),
    '/ask <question>',
  ]);
  expect(commands.every((command) => command.usage.startsWith(`/${command.name} `))).toBe(true);
});
