import { expect, test } from 'vitest';
import { aboutAnswer } from '../../src/desk/feedback.ts';
import { deskInSlack, settled } from '../slack/desk.ts';
import { hazardsIn, linksIn, shownText } from '../slack/reading.ts';
import { BOT } from '../slack/slack-server.ts';
import { buttonIn } from '../slack/slack-user.ts';

const shown = ({ body }: { readonly body: { readonly blocks: object[] } }) => shownText(body.blocks);

test('/brief today posts a parent of at most eight lines in the channel, and the rest in its thread', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.command('/brief today');
  const [parent, ...rest] = await settled(() => slack.posts, 2);
  if (parent === undefined) throw new Error('no post');
  expect(parent.body).toMatchObject({ channel: slack.channel });
  expect(parent.body.thread_ts).toBeUndefined();
  const text = shown(parent);
  expect(text).toMatch(/Iran–Pakistan/);
  expect(text).toMatch(/EASING · tension 26, down from 52 on 28 January/);
  expect(text).toMatch(/New: On 25 January 2024 Pakistan and Iran sent ambassadors back \[2\]/);
  expect(linesOf(parent.body.blocks)).toBeLessThanOrEqual(8);
  expect(rest.length).toBeGreaterThan(0);
  for (const post of rest) expect(post.body.thread_ts).toBe(parent.answer.ts);
  const thread = rest.map(shown).join(' ');
  for (const words of [
    'Sources disagree',
    'Offers and channels',
    '"China had offered on Thursday to mediate."',
    'Gwadar Foghorn',
  ])
    expect(thread).toContain(words);
  expect(slack.whispers).toEqual([]);
  expect(slack.broken).toEqual([]);
});

/** A header, a line of a section and an item of a list are a line each. */
function linesOf(blocks: readonly { readonly type: string }[]): number {
  return blocks.flatMap((block) => countLines(block)).reduce((sum, count) => sum + count, 0);
}

// biome-ignore lint/suspicious/noExplicitAny: blocks as they came over the wire
function countLines(node: any): number {
  if (node.type === 'header') return 1;
  if (node.type === 'rich_text') return node.elements.reduce((sum: number, one: object) => sum + countLines(one), 0);
  if (node.type === 'rich_text_list') return node.elements.length;
  if (node.type === 'rich_text_section') return JSON.stringify(node).split('\\n').length;
  return 0;
}

test('the fallback of a brief reads aloud: sentences without marks', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.command('/brief today');
  const [parent] = await settled(() => slack.posts, 1);
  expect(parent?.body.text).toMatch(/^DÉTENTE · Iran–Pakistan · edition of Monday 29 January 2024 \(UTC\)\. EASING/);
  expect(parent?.body.text).not.toMatch(/\[\d+\]/);
});

test('/ask answers the user alone, with quotes and links, and what was read can be shared', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.command('/ask who offered mediation?');
  const [answer] = await settled(() => slack.whispers, 1);
  if (answer === undefined) throw new Error('no answer');
  expect(answer.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  expect(shown(answer)).toMatch(/^China\. On 18 January 2024 China offered to mediate between Pakistan and Iran/);
  expect(slack.posts).toEqual([]);
  await ada.click(buttonIn(answer.body.blocks, 'Share to channel'));
  const [shared] = await settled(() => slack.posts, 1);
  expect(shared?.body.channel).toBe(slack.channel);
  expect(shown(shared as typeof answer)).toContain('China offered to mediate between Pakistan and Iran');
  expect(slack.broken).toEqual([]);
});

test('the buttons under a brief give sources with quotes, what is new, a form for what is wrong, and an export', async () => {
  const { slack, ada, archive } = await deskInSlack();
  await ada.command('/brief today');
  const [parent] = await settled(() => slack.posts, 2);
  const blocks = parent?.body.blocks ?? [];
  const posts = slack.posts.length;

  await ada.click(buttonIn(blocks, 'Sources'));
  const [sources] = await settled(() => slack.whispers, 1);
  expect(shown(sources as never)).toMatch(/Sources of the edition of 29 January 2024.*\[1\] The Meridian Ledger.*"/);
  await ada.click(buttonIn(blocks, "What's new"));
  const [, news] = await settled(() => slack.whispers, 2);
  expect(shown(news as never)).toMatch(/Nothing new|No new events|New: /);
  await ada.click(buttonIn(blocks, 'Export'));
  const exported = (await settled(() => slack.whispers, 3)).map(shown).join(' ');
  expect(exported).toMatch(/# DÉTENTE · Iran–Pakistan/);
  await ada.click(buttonIn(blocks, 'Wrong?'));
  const [opened] = await settled(() => slack.called('views.open'), 1);
  const about = opened?.body.view.blocks[1].element.options[1];
  await ada.submit(opened?.body.view, {
    about: { selected_option: about },
    text: { value: 'the day is wrong' },
  });
  await settled(() => slack.called('chat.postEphemeral'), 1);
  expect(slack.posts).toHaveLength(posts);
  const [feedback] = await archive.desk.feedback('slack', slack.team);
  expect(feedback).toMatchObject({ user: slack.ada, verdict: 'wrong', text: 'the day is wrong' });
  expect(feedback?.about).toMatch(/^edition of 2024-01-29: .+ \[.+ \d+-\d+/);
  expect(slack.broken).toEqual([]);
});

test('a direct message is answered in its own thread, with a status meanwhile, follow-ups and feedback', async () => {
  const { slack, ada, archive } = await deskInSlack();
  await ada.write('who offered mediation?', { ts: '1706515200.000100' });
  const [first] = await settled(() => slack.posts, 1);
  expect(first?.body).toMatchObject({ channel: slack.direct, thread_ts: '1706515200.000100' });
  await ada.write('and when?', { thread_ts: '1706515200.000100' });
  const [, second] = await settled(() => slack.posts, 2);
  expect(shown(second as never)).toMatch(/^18 January 2024/);

  const block = first?.body.blocks.find(({ type }: { type: string }) => type === 'context_actions');
  const [{ action_id, negative_button }] = block.elements;
  await ada.click({ type: 'feedback_buttons', action_id, value: negative_button.value }, { channel: slack.direct });
  await settled(() => slack.whispers, 1);
  const [feedback] = await archive.desk.feedback('slack', slack.team);
  expect(feedback?.verdict).toBe('wrong');
  expect(feedback?.about).toMatch(
    /^who offered mediation\? -> On 18 January 2024 China offered to mediate.* \[.+ \d+-\d+/,
  );
  expect(slack.broken).toEqual([]);
});

test('an answer that takes longer is announced once; one that comes again is not', async () => {
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    throw new Error('not to be answered here');
  };
  const { slack, ada } = await deskInSlack({ parts: { ask: answer } });
  const said = {
    type: 'message',
    channel_type: 'im',
    channel: slack.direct,
    user: slack.ada,
    text: 'who?',
    ts: '17.1',
  };
  await ada.event(said, 'Ev-slow');
  await settled(() => slack.posts, 1);
  await ada.event(said, 'Ev-slow');
  await new Promise((resolve) => setTimeout(resolve, 250));
  const shownAs = slack.called('assistant.threads.setStatus').map(({ body }) => body);
  expect(shownAs).toEqual([expect.objectContaining({ channel_id: slack.direct, thread_ts: '17.1' })]);
});

test('two messages outside of a thread are two conversations', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.write('who offered mediation?');
  await settled(() => slack.posts, 1);
  await ada.write('and when?');
  const [, second] = await settled(() => slack.posts, 2);
  expect(shown(second as never)).not.toMatch(/18 January 2024 China/);
});

test('a mention is answered in its thread, for everybody, and others may follow up', async () => {
  const { slack, ada, ben } = await deskInSlack();
  await ada.mention('who offered mediation?', { thread_ts: '1706515200.000100' });
  const [answer] = await settled(() => slack.posts, 1);
  expect(answer?.body).toMatchObject({ channel: slack.channel, thread_ts: '1706515200.000100' });
  await ben.mention('and when?', { thread_ts: '1706515200.000100' });
  const [, second] = await settled(() => slack.posts, 2);
  expect(shown(second as never)).toMatch(/^18 January 2024/);
});

test('a file is met with a plain word, and what is written beside it is answered', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.write('', { subtype: 'file_share', files: [{ id: 'F1' }] });
  const [reply] = await settled(() => slack.posts, 1);
  expect(shown(reply as never)).toMatch(/^I read text only/);
  await ada.write('who offered mediation?', { subtype: 'file_share', files: [{ id: 'F2' }] });
  const posts = await settled(() => slack.posts, 3);
  expect(shown(posts[2] as never)).toMatch(/^China/);
});

test('edits, joins and other bots are not answered', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.write('who?', { subtype: 'message_changed' });
  await ada.write('who?', { bot_id: 'B1' });
  await ada.write('who?', { channel_type: 'channel', channel: slack.channel });
  await ada.write('who offered mediation?');
  expect(await settled(() => slack.posts, 1)).toHaveLength(1);
});

test('the Messages tab greets once and offers questions that the archive answers', async () => {
  const { slack, ada, bot } = await deskInSlack();
  const opened = { type: 'app_home_opened', user: slack.ada, channel: slack.direct, tab: 'messages', event_ts: '1.1' };
  await ada.event(opened);
  const [prompts] = await settled(() => slack.called('assistant.threads.setSuggestedPrompts'), 1);
  const [greeting] = slack.posts;
  expect(shown(greeting as never)).toMatch(/Posts: nothing unasked.*newest of 29 January 2024.*24 hours.*forget me/);
  expect(prompts?.body.prompts.length).toBeGreaterThan(1);
  for (const { title, message } of prompts?.body.prompts ?? []) {
    expect(title).toBe(message);
    const base = { conversation: { adapter: 'slack', workspace: 'T', channel: message }, user: 'U', at: '2024-01-29' };
    const reply = await bot.handle({ ...base, kind: 'question', id: message, text: message });
    expect(reply).toMatchObject({ kind: 'answer', report: { answer: { kind: 'answered' } } });
  }
  await ada.event(opened);
  await settled(() => slack.called('assistant.threads.setSuggestedPrompts'), 2);
  expect(slack.posts).toHaveLength(1);
  expect(slack.broken).toEqual([]);
});

test('the home tab shows schedule, briefs, sources and the questions of today', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.command('/ask who offered mediation?');
  await settled(() => slack.whispers, 1);
  await ada.event({ type: 'app_home_opened', user: slack.ada, channel: slack.direct, tab: 'home', event_ts: '1.1' });
  const [home] = await settled(() => slack.called('views.publish'), 1);
  const text = shownText(home?.body.view.blocks);
  for (const words of [
    'none: nothing is posted unasked',
    'Last brief here: none yet',
    '12 articles',
    'Questions today: 1',
    'Gwadar Foghorn',
  ])
    expect(text).toContain(words);
  await ada.click(buttonIn(home?.body.view.blocks, 'Settings'), { home: home?.body.view });
  const [opened] = await settled(() => slack.called('views.open'), 1);
  await ada.submit(opened?.body.view, {
    time: { selected_time: '07:00' },
    zone: { selected_option: { value: 'UTC' } },
  });
  const [, refreshed] = await settled(() => slack.called('views.publish'), 2);
  expect(shownText(refreshed?.body.view.blocks)).toContain('at 07:00 UTC, every day');
  expect(shown(slack.posts.at(-1) as never)).toMatch(/^Saved/);
  expect(slack.broken).toEqual([]);
});

test('an invitation is greeted once, with a sample and the time of the brief at hand', async () => {
  const { slack, ada } = await deskInSlack();
  const joined = { type: 'member_joined_channel', channel: slack.channel, team: slack.team, inviter: slack.ada };
  await ada.event({ ...joined, user: slack.ben }, 'Ev-ben');
  await ada.event({ ...joined, user: BOT.user }, 'Ev-bot');
  const [greeting] = await settled(() => slack.posts, 1);
  expect(slack.posts).toHaveLength(1);
  const blocks = greeting?.body.blocks;
  expect(shownText(blocks)).toMatch(/cooling down.*Posts: nothing unasked.*Reads.*forget me deletes both/);
  await ada.click(buttonIn(blocks, 'Post a sample'));
  const [, sample] = await settled(() => slack.posts, 3);
  expect(shown(sample as never)).toMatch(/^SAMPLE/);
  await ada.click(buttonIn(blocks, 'Change time'));
  const [opened] = await settled(() => slack.called('views.open'), 1);
  expect(opened?.answer.ok).toBe(true);
  expect(opened?.body.view.blocks[3].element.initial_option.value).toBe('Asia/Karachi');
  expect(slack.broken).toEqual([]);
});

test('settings are changed in a modal by an admin; others are told who can', async () => {
  const { slack, ada, ben, archive } = await deskInSlack();
  const channel = { adapter: 'slack', workspace: slack.team, channel: slack.channel };
  await ben.command('/brief settings');
  const [refusal] = await settled(() => slack.whispers, 1);
  expect(shown(refusal as never)).toMatch(/can be changed by the admins here/);
  expect(slack.called('views.open')).toEqual([]);

  await ada.command('/brief settings');
  const [opened] = await settled(() => slack.called('views.open'), 1);
  const filled = {
    situation: { selected_option: { value: 'auto' } },
    time: { selected_time: '07:00' },
    zone: { selected_option: { value: 'Asia/Karachi' } },
    quiet: { selected_options: [{ value: 'sat' }, { value: 'sun' }] },
    managers: { selected_users: [slack.ben] },
  };
  await ben.submit(opened?.body.view, filled);
  await settled(() => slack.called('chat.postEphemeral'), 1);
  expect(await archive.desk.settings(channel)).toEqual({});
  await ada.submit(opened?.body.view, filled);
  await settled(() => slack.called('chat.postEphemeral'), 2);
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
  const saved = { conversation: channel, time: '07:00', zone: 'Asia/Karachi', days };
  expect(await archive.schedules.of(channel)).toEqual([expect.objectContaining(saved)]);
  expect(await archive.desk.settings(channel)).toMatchObject({ managers: slack.ben });
  await ben.submit(opened?.body.view, { time: { selected_time: '08:30' } });
  await settled(() => slack.called('chat.postEphemeral'), 3);
  expect(await archive.schedules.of(channel)).toEqual([expect.objectContaining({ ...saved, time: '08:30' })]);
  expect(slack.broken).toEqual([]);
});

test('an admin who asks for the settings in a mention gets a button, and with it the form', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.mention('brief settings', { thread_ts: '1706515200.000100' });
  const [offer] = await settled(() => slack.posts, 1);
  await ada.click(buttonIn(offer?.body.blocks, 'Settings'));
  const [opened] = await settled(() => slack.called('views.open'), 1);
  expect(opened?.answer.ok).toBe(true);
});

test('a brief asked for where the bot cannot post is answered with the reason, to the user alone', async () => {
  const { slack, ada } = await deskInSlack();
  await ada.command('/brief today', { channel_id: slack.foreignChannel });
  const [reason] = await settled(() => slack.whispers, 1);
  expect(shown(reason as never)).toMatch(/cannot post here.*invite/i);
  expect(slack.posts).toEqual([]);
});

test('an archived channel that knew the bot is marked, and whoever runs the bot is told once', async () => {
  const told: string[] = [];
  const { slack, ada, archive } = await deskInSlack({ parts: { tellAdmin: async (text) => void told.push(text) } });
  const joined = { type: 'member_joined_channel', channel: slack.channel, team: slack.team, inviter: slack.ada };
  await ada.event({ ...joined, user: BOT.user });
  await settled(() => slack.posts, 1);
  await slack.asAda('conversations.archive', { channel: slack.channel });
  await ada.command('/brief today');
  await ada.command('/brief today');
  await settled(() => slack.whispers, 2);
  expect(slack.whispers.map(shown)).toEqual(Array(2).fill(expect.stringMatching(/archived/)));
  expect(told).toEqual([expect.stringMatching(/is_archived/)]);
  const settings = await archive.desk.settings({ adapter: 'slack', workspace: slack.team, channel: slack.channel });
  expect(settings['gone']).toBe('is_archived');
});

test.for([
  ['/brief', /What can be asked for/],
  ['/brief tody', /Did you mean \/brief today\?/],
  ['/brief since the flood', /"the flood" is no day of the calendar.*2024-01-18/],
  ['/ask', /Ask a question/],
  [`/ask ${'why '.repeat(750)}`, /./],
] as const)('%s is met with help, to the user alone', async ([line, words]) => {
  const { slack, ada } = await deskInSlack();
  await ada.command(line);
  const replies = await settled(() => slack.whispers, 1);
  expect(replies.map(shown).join(' ')).toMatch(words);
  expect(slack.broken).toEqual([]);
});

test('with a prefix only the prefixed commands are ours, and every other one is told which they are', async () => {
  const { slack, ada } = await deskInSlack({ environment: { SLACK_COMMAND_PREFIX: 'desk-' } });
  await ada.command('/brief help');
  await ada.command('/unknown');
  await ada.command('/desk-ask who offered mediation?');
  const told = (await settled(() => slack.whispers, 3)).map(shown);
  expect(told.filter((text) => text.includes('/desk-brief and /desk-ask'))).toHaveLength(2);
  expect(told.join(' ')).toMatch(/China/);
  await ada.command('/desk-brief help');
  const help = (await settled(() => slack.whispers, 4)).at(-1);
  expect(shown(help as never)).toMatch(/\/desk-brief today .*\/desk-ask <question>/);
  expect(shown(help as never)).not.toMatch(/\/brief/);
});

test('/brief forget me deletes what a user asked and said', async () => {
  const { slack, ada, archive } = await deskInSlack();
  await ada.write('who offered mediation?', { thread_ts: '1706515200.000100' });
  await settled(() => slack.posts, 1);
  await ada.command('/brief forget me');
  await settled(() => slack.whispers, 1);
  expect(await archive.desk.countQuestions('slack', slack.team, '2024-01-29T00:00:00Z')).toBe(0);
  await ada.write('and when?', { thread_ts: '1706515200.000100' });
  const [, second] = await settled(() => slack.posts, 2);
  expect(shown(second as never)).not.toMatch(/18 January 2024 China/);
});

test.for(['app_uninstalled', 'tokens_revoked'])('after %s no row is left and no call is made', async (type) => {
  const { slack, ada, archive, adapter } = await deskInSlack();
  await archive.desk.saveSettings({ adapter: 'slack', workspace: slack.team, channel: 'C1' }, { time: '07:00' });
  await ada.write('who offered mediation?');
  await settled(() => slack.posts, 1);
  await ada.event({ type, ...(type === 'tokens_revoked' && { tokens: { bot: [BOT.user] } }) });
  await adapter.ended;
  const calls = slack.calls.length;
  expect(await archive.desk.purge('slack', slack.team)).toBe(0);
  const conversation = { adapter: 'slack', workspace: slack.team, channel: slack.channel };
  await expect(adapter.send(conversation, { kind: 'notice', text: 'late' })).rejects.toThrow(/stopped/);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(slack.calls).toHaveLength(calls);
  expect(slack.socket.isConnected).toBe(false);
});

test('links lead to the articles and nowhere else, and nothing pings', async () => {
  const { slack, ada, archive } = await deskInSlack();
  const urls = new Set((await archive.articles.outline()).flatMap(({ url }) => url ?? []));
  expect(urls.size).toBeGreaterThan(0);
  await ada.command('/brief today');
  await ada.command('/ask who offered mediation?');
  await settled(() => slack.posts, 2);
  await settled(() => slack.whispers, 1);
  const messages = [...slack.posts, ...slack.whispers].map(({ body }) => body);
  const isArticle = (link: string) => [...urls].some((url) => link.startsWith(url.split('#', 1)[0] ?? url));
  expect(messages.flatMap(({ blocks }) => linksIn(blocks)).length).toBeGreaterThan(0);
  expect(messages.flatMap((message) => hazardsIn(message, isArticle))).toEqual([]);
});

test('what feedback is about fits a button, however long the answer', () => {
  const statement = {
    text: 'x'.repeat(5_000),
    citations: [{ articleId: 'a', start: 0, end: 1, quote: 'x' }],
    origins: 1,
  } as const;
  const answer = { kind: 'answered', statements: [statement], confidence: 'low' } as const;
  const report = { question: 'q?', answer, sources: [], engine: 'extractive', tier: 'lexical', elapsedMs: 1 } as const;
  expect(aboutAnswer(report as never).length).toBeGreaterThan(2_000);
});
