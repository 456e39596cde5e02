import { MessageFlags } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { sampleDesk, settled } from '../desk.ts';
import { deskInDiscord } from '../discord/desk.ts';
import { BOT, DiscordServer, type Posted } from '../discord/discord-server.ts';
import { shownText } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';

const shown = (posted: Posted | undefined) => shownText(posted?.body.components ?? []);

/** The custom id of the button with this label. */
function button(posted: Posted | undefined, label: string): string {
  const text = JSON.stringify(posted?.body.components);
  const [, found] = text.split(`"label":${JSON.stringify(label)},"custom_id":"`);
  if (found === undefined) throw new Error(`no button ${label} in ${text}`);
  return found.split('"', 1)[0] ?? '';
}

test('/brief today answers with a container of at most eight lines, and the rest stands in its thread', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.command({ name: 'brief', sub: 'today' });
  const [parent, ...rest] = await settled(() => discord.messages, 2);
  expect(parent).toMatchObject({ via: 'interaction', channel: discord.channel, ephemeral: false });
  const [container] = parent?.body.components ?? [];
  expect(container).toMatchObject({ type: 17, accent_color: 0x2e7d32 });
  const texts = container.components.flatMap(({ content = '' }) => content.split('\n')).filter(Boolean);
  expect(texts.length).toBeLessThanOrEqual(8);
  expect(shown(parent)).toMatch(/Iran–Pakistan.*EASING · tension 26, down from 52 on 28 January/);
  expect(shown(parent)).toMatch(/New: On 25 January 2024 Pakistan and Iran sent ambassadors back \[2\]/);
  for (const post of rest) {
    expect(post.channel).toBe(parent?.id);
    expect(post.body.flags & MessageFlags.SuppressNotifications).not.toBe(0);
  }
  const thread = rest.map(shown).join(' ');
  for (const words of [
    'Sources disagree',
    'Offers and channels',
    '"China had offered on Thursday to mediate."',
    'Gwadar Foghorn',
  ])
    expect(thread).toContain(words);
  expect(discord.broken).toEqual([]);
});

test('where no thread may be begun the rest follows the brief', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.command({ name: 'brief', sub: 'today' }, { direct: true });
  const [parent, ...rest] = await settled(() => discord.messages, 2);
  expect(parent?.channel).toBe(discord.direct);
  expect(rest.every(({ via, channel }) => via === 'follow-up' && channel === discord.direct)).toBe(true);
  expect(rest.map(shown).join(' ')).toContain('Sources disagree');
  expect(discord.called('POST', /threads$/)).toEqual([]);
  expect(discord.broken).toEqual([]);
});

test('/ask answers the user alone, with quotes and links, and what was read can be shared', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } });
  const [answer] = await settled(() => discord.messages, 1);
  expect(answer?.ephemeral).toBe(true);
  expect(shown(answer)).toMatch(/^China\. On 18 January 2024 China offered to mediate between Pakistan and Iran/);
  ada.click(button(answer, 'Share to channel'));
  const [, shared] = await settled(() => discord.messages, 2);
  expect(shared).toMatchObject({ ephemeral: false, channel: discord.channel });
  expect(shown(shared)).toContain('China offered to mediate between Pakistan and Iran');
  expect(discord.broken).toEqual([]);
});

test('the buttons under a brief give sources with quotes, what is new, an export, and a form for what is wrong', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  ada.command({ name: 'brief', sub: 'today' });
  const before = (await settled(() => discord.messages, 2)).length;
  const [parent] = discord.messages;
  ada.click(button(parent, 'Sources'));
  const sources = (await settled(() => discord.messages, before + 1))[before];
  expect(sources?.ephemeral).toBe(true);
  expect(shown(sources)).toMatch(/Sources of the edition of 29 January 2024.*\[1\] The Meridian Ledger.*"/);
  ada.click(button(parent, "What's new"));
  const news = (await settled(() => discord.messages, before + 2))[before + 1];
  expect(news?.ephemeral).toBe(true);
  expect(shown(news)).toMatch(/Nothing new|No new events|New: /);
  const seen = discord.messages.length;
  ada.click(button(parent, 'Export'));
  const exported = (await settled(() => discord.messages, seen + 2)).slice(seen);
  expect(exported.every(({ ephemeral }) => ephemeral)).toBe(true);
  expect(JSON.stringify(exported[0]?.body.components)).toMatch(/# DÉTENTE · Iran–Pakistan/);
  ada.click(button(parent, 'Wrong?'));
  const [form] = await settled(() => discord.modals, 1);
  const about = form?.components.find(({ component }: { component?: object }) => component)?.component.options[1].value;
  const posts = discord.messages.length;
  ada.submit(form, { about: [about], text: 'the day is wrong' });
  const thanks = (await settled(() => discord.messages, posts + 1)).at(-1);
  expect(thanks).toMatchObject({ ephemeral: true });
  expect(shown(thanks)).toMatch(/^Thank you/);
  const [feedback] = await archive.desk.feedback('discord', discord.guild);
  expect(feedback).toMatchObject({ user: discord.ada, verdict: 'wrong', text: 'the day is wrong' });
  expect(feedback?.about).toMatch(/^edition of 2024-01-29: .+ \[.+ \d+-\d+/);
  expect(discord.broken).toEqual([]);
});

test('a direct message is answered with follow-ups and feedback on exactly what was said', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  const asked = ada.write('who offered mediation?');
  const [first] = await settled(() => discord.posts, 1);
  expect(first).toMatchObject({ channel: discord.direct, body: { message_reference: { message_id: asked } } });
  ada.write('and when?');
  const [, second] = await settled(() => discord.posts, 2);
  expect(shown(second)).toMatch(/^18 January 2024/);
  ada.click(button(first, 'Wrong'), { direct: true });
  await settled(() => discord.replies, 1);
  const [feedback] = await archive.desk.feedback('discord', '@me');
  expect(feedback?.verdict).toBe('wrong');
  expect(feedback?.about).toMatch(/^who offered mediation\? -> On 18 January 2024 China offered.* \[.+ \d+-\d+/);
  expect(discord.broken).toEqual([]);
});

test('an answer that takes longer is announced by typing; one that comes again is neither typed nor shown', async () => {
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    throw new Error('not to be answered here');
  };
  const { discord, ada } = await deskInDiscord({ parts: { ask } });
  const id = ada.write('who?');
  await settled(() => discord.posts, 1);
  ada.write('who?', { id });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(discord.called('POST', /typing$/)).toHaveLength(1);
  expect(discord.posts).toHaveLength(1);
});

test('a mention is answered for everybody where it stands, and a thread is a conversation of its own', async () => {
  const { discord, ada, ben } = await deskInDiscord();
  ada.mention('who offered mediation?', { thread: discord.thread });
  const [answer] = await settled(() => discord.posts, 1);
  expect(answer?.channel).toBe(discord.thread);
  ben.mention('and when?', { thread: discord.thread });
  const [, second] = await settled(() => discord.posts, 2);
  expect(shown(second)).toMatch(/^18 January 2024/);
  ben.mention('and when?');
  const [, , other] = await settled(() => discord.posts, 3);
  expect(other?.channel).toBe(discord.channel);
  expect(shown(other)).not.toMatch(/^18 January 2024/);
  expect(discord.broken).toEqual([]);
});

test('a file is met with a plain word, and what is written beside it is answered', async () => {
  const { discord, ada } = await deskInDiscord();
  const file = { id: '1', filename: 'a.png', size: 1, url: 'https://x.example/a', proxy_url: 'https://x.example/a' };
  ada.message({ content: '', attachments: [file] }, { direct: true });
  const [reply] = await settled(() => discord.posts, 1);
  expect(shown(reply)).toMatch(/^I read text only/);
  ada.message({ content: 'who offered mediation?', attachments: [file] }, { direct: true });
  const posts = await settled(() => discord.posts, 3);
  expect(shown(posts[2])).toMatch(/^China/);
});

test('other bots, and messages that do not mention the bot, are not answered', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.message({ content: 'who?' }, { channel: discord.channel });
  ada.message(
    { content: 'who?', author: { id: '9', username: 'other', bot: true, discriminator: '0' } },
    { direct: true },
  );
  ada.write('who offered mediation?');
  expect(await settled(() => discord.posts, 1)).toHaveLength(1);
});

test('options are completed from the archive', async () => {
  const { discord, ada } = await deskInDiscord();
  const complete = async (name: 'brief' | 'ask', sub: string | undefined, focused: { name: string; value: string }) => {
    const before = discord.choices.length;
    ada.autocomplete({ name, ...(sub && { sub }), focused });
    const choices = (await settled(() => discord.choices, before + 1)).at(-1) ?? [];
    return choices.map(({ value }: { value: string | number }) => value);
  };
  expect(await complete('brief', 'since', { name: 'date', value: '2024-01-1' })).toEqual([
    '2024-01-19',
    '2024-01-18',
    '2024-01-17',
  ]);
  expect((await complete('brief', 'today', { name: 'situation', value: 'pak' }))[0]).toBe('Iran–Pakistan');
  expect(await complete('brief', 'sources', { name: 'outlet', value: 'fog' })).toEqual(['Gwadar Foghorn']);
  expect((await complete('ask', undefined, { name: 'question', value: 'what did pak' }))[0]).toBe('what did Pakistan');
  expect(discord.broken).toEqual([]);
});

test('an option names the edition and the outlet that are wanted', async () => {
  const { discord, ada } = await deskInDiscord();
  const options = { date: '2024-01-19', situation: 'Iran–Pakistan', outlet: 'Gwadar Foghorn' };
  ada.command({ name: 'brief', sub: 'sources', options });
  const [sources] = await settled(() => discord.messages, 1);
  expect(shown(sources)).toMatch(/^Sources of the edition of 19 January 2024 from Gwadar Foghorn/);
  expect(shown(sources)).not.toContain('Meridian Ledger');
});

test('settings are changed in a form by who manages the server, or has a role that the settings name', async () => {
  const { discord, ada, ben, archive } = await deskInDiscord();
  const channel = { adapter: 'discord', workspace: discord.guild, channel: discord.channel };
  ben.command({ name: 'brief', sub: 'settings' });
  const [refusal] = await settled(() => discord.messages, 1);
  expect(refusal?.ephemeral).toBe(true);
  expect(shown(refusal)).toMatch(/can be changed by the admins here/);
  ada.command({ name: 'brief-settings' });
  const [form] = await settled(() => discord.modals, 1);
  ada.submit(form, { time: '07:00', zone: 'Asia/Karachi', quiet: ['sat', 'sun'], managers: [discord.desk] });
  const [, saved] = await settled(() => discord.messages, 2);
  expect(shown(saved)).toMatch(
    /^Saved: what the archive is most about, at 07:00 Asia\/Karachi, not on Saturday, Sunday/,
  );
  const schedule = { time: '07:00', zone: 'Asia/Karachi', days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
  expect(await archive.schedules.of(channel)).toEqual([expect.objectContaining(schedule)]);
  expect(await archive.desk.settings(channel)).toMatchObject({ managers: discord.desk });
  ben.command({ name: 'brief', sub: 'settings' });
  const [, again] = await settled(() => discord.modals, 2);
  ben.submit(again, { time: '08:30' });
  await settled(() => discord.messages, 3);
  expect(await archive.schedules.of(channel)).toEqual([expect.objectContaining({ ...schedule, time: '08:30' })]);
  ben.submit(again, { zone: 'Asia/Nowhere' });
  const wrong = (await settled(() => discord.messages, 4)).at(-1);
  expect(shown(wrong)).toMatch(/"Asia\/Nowhere" is no time zone/);
  expect(discord.broken).toEqual([]);
});

test('who asks for the settings in a mention gets a button, and with it the form', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.mention('brief settings');
  const [offer] = await settled(() => discord.posts, 1);
  ada.click(button(offer, 'Settings'));
  const [form] = await settled(() => discord.modals, 1);
  expect(form?.custom_id).toBe('settings');
});

test('a form that takes longer than Discord waits is offered by a button', async () => {
  const { archive, bot } = await sampleDesk();
  const { discord, adapter, ada } = await discordUnderTest({ tuning: { formMs: 50 } });
  await adapter.start(async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return bot.handle(request);
  });
  ada.command({ name: 'brief', sub: 'settings' });
  const [offer] = await settled(() => discord.messages, 1);
  expect(offer?.ephemeral).toBe(true);
  expect(button(offer, 'Settings')).toBe('brief settings');
  expect(discord.modals).toEqual([]);
  expect(await archive.desk.settings({ adapter: 'discord', workspace: discord.guild, channel: '' })).toEqual({});
});

test('what concerns the asker alone is not left in the channel', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.command({ name: 'brief', sub: 'since', options: { date: '2030-01-01' } });
  const [reason] = await settled(() => discord.replies, 1);
  expect(reason).toMatchObject({ ephemeral: true });
  expect(shown(reason)).toBe('2030-01-01 has not come yet.');
  expect(discord.replies).toHaveLength(1);
});

/** A Discord in which the bot is in no server. */
async function outside(): Promise<DiscordServer> {
  const discord = await DiscordServer.start();
  onTestFinished(() => discord.close());
  discord.isMember = false;
  return discord;
}

test('a server is greeted in its system channel, with a sample and the time of the brief at hand', async () => {
  const { discord, ada } = await deskInDiscord({ discord: await outside() });
  discord.join();
  const [greeting] = await settled(() => discord.posts, 1);
  expect(greeting?.channel).toBe(discord.system);
  expect(shown(greeting)).toMatch(/cooling down.*nothing unasked.*Reads.*forget me deletes both/);
  ada.click(button(greeting, 'Post a sample'));
  const sample = (await settled(() => discord.messages, 2))[1];
  expect(sample?.ephemeral).toBe(false);
  expect(shown(sample)).toMatch(/^SAMPLE/);
  ada.click(button(greeting, 'Change time'));
  expect((await settled(() => discord.modals, 1))[0]?.custom_id).toBe('settings');
  expect(discord.broken).toEqual([]);
});

test('where the system channel is closed to the bot, who owns the server is greeted', async () => {
  const { discord } = await deskInDiscord({ discord: await outside() });
  discord.join({ system_channel_id: discord.closed });
  const [greeting] = await settled(() => discord.posts, 1);
  expect(greeting?.channel).toBe(discord.direct);
});

test('where it may read the audit log who invited it is greeted there', async () => {
  const { discord } = await deskInDiscord({ discord: await outside() });
  const everyone = {
    id: discord.guild,
    name: '@everyone',
    permissions: String((1n << 7n) | (1n << 10n) | (1n << 11n)),
  };
  discord.join({ system_channel_id: discord.closed, roles: [{ ...botRole, ...everyone, managed: false, tags: {} }] });
  const [greeting] = await settled(() => discord.posts, 1);
  expect(greeting?.channel).toBe(discord.directOfBen);
});

test('in a channel where it may not write the bot says so to who asked, and the command works', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.mention('who offered mediation?', { channel: discord.closed });
  const [told] = await settled(() => discord.posts, 1);
  expect(told?.channel).toBe(discord.direct);
  expect(shown(told)).toMatch(/^I cannot answer you there: I lack the permission "Send Messages"/);
  ada.command({ name: 'brief', sub: 'today' }, { channel: discord.closed });
  const [, parent] = await settled(() => discord.messages, 3);
  expect(shown(parent)).toMatch(/EASING/);
  expect(discord.calls.filter(({ status }) => status === 403)).toEqual([]);
});

test('as a user’s own app it answers anywhere, within five follow-ups, and sets nothing', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  ada.command({ name: 'brief', sub: 'export' }, { foreign: true });
  const exported = (await settled(() => discord.messages, 2)).length;
  expect(exported).toBeLessThanOrEqual(6);
  ada.command({ name: 'brief', sub: 'settings' }, { foreign: true });
  const refusal = (await settled(() => discord.messages, exported + 1)).at(-1);
  expect(shown(refusal)).toMatch(/^I am no member here/);
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } }, { foreign: true });
  await settled(() => discord.messages, exported + 2);
  expect(await archive.desk.workspaces('discord')).toEqual(['@me']);
  expect(discord.broken).toEqual([]);
});

test('a server that the bot was removed from leaves no row, nor one that it was removed from while it did not run', async () => {
  const { discord, ada, archive, adapter, bot } = await deskInDiscord();
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } });
  await settled(() => discord.messages, 1);
  expect(await archive.desk.workspaces('discord')).toEqual([discord.guild]);
  discord.gateway.dispatch('GUILD_DELETE', { id: discord.guild });
  await expect.poll(() => archive.desk.workspaces('discord')).toEqual([]);
  await adapter.stop();

  const gone = { adapter: 'discord', workspace: '99', channel: '1' };
  await archive.desk.saveSettings(gone, { time: '07:00' });
  const restarted = await discordUnderTest({ discord });
  await restarted.adapter.start(bot.handle);
  await expect.poll(() => archive.desk.workspaces('discord')).toEqual([]);
});

test('/brief forget-me deletes what was asked and said', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } });
  await settled(() => discord.messages, 1);
  ada.command({ name: 'brief', sub: 'forget-me' });
  await settled(() => discord.messages, 2);
  expect(await archive.desk.countQuestions('discord', discord.guild, '2024-01-01T00:00:00Z')).toBe(0);
});

test('commands are registered once, and a changed or foreign one is set right', async () => {
  const { discord, adapter, bot } = await deskInDiscord();
  await settled(() => discord.registry.all, 3);
  const changes = () => discord.calls.filter(({ method, path }) => method !== 'GET' && /\/commands/.test(path));
  expect(changes().map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
  await adapter.stop();
  const again = await discordUnderTest({ discord });
  await again.adapter.start(bot.handle);
  await expect.poll(() => discord.called('GET', /commands$/)).toHaveLength(2);
  expect(changes()).toHaveLength(3);
  expect(discord.broken).toEqual([]);
});

test('in a conversation of others it is a guest too: five follow-ups, no settings, and nothing kept but what the user asked', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  const group = { direct: true, over: { context: 2, authorizing_integration_owners: { 1: discord.ada } } } as const;
  ada.command({ name: 'brief', sub: 'settings' }, group);
  const [refusal] = await settled(() => discord.messages, 1);
  expect(refusal?.ephemeral).toBe(true);
  expect(shown(refusal)).toMatch(/^I am no member here/);
  ada.command({ name: 'brief', sub: 'today' }, group);
  await settled(() => discord.messages, 3);
  expect(discord.messages.length).toBeLessThanOrEqual(7);
  expect(await archive.desk.workspaces('discord')).toEqual([]);
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } }, group);
  await settled(() => discord.messages, 4);
  expect(await archive.desk.countQuestions('discord', '@me', '2024-01-01T00:00:00Z', discord.ada)).toBe(1);
  expect(await archive.desk.countQuestions('discord', '@me', '2024-01-01T00:00:00Z', discord.ben)).toBe(0);
  expect(discord.broken).toEqual([]);
});

test('a button, a form and a command of another version are met with a word', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.click('dance 1', { channel: discord.channel, message: { components: [] } });
  ada.command({ name: 'dance' });
  const replies = await settled(() => discord.replies, 2);
  for (const reply of replies) {
    expect(reply.ephemeral).toBe(true);
    expect(shown(reply)).toMatch(/^That belongs to another version of me/);
  }
});

test('a form that was sent off empty notes nothing', async () => {
  const { discord, ada, archive } = await deskInDiscord();
  ada.command({ name: 'brief', sub: 'wrong' });
  const [form] = await settled(() => discord.modals, 1);
  ada.submit(form, {});
  const [reply] = await settled(() => discord.replies, 1);
  expect(shown(reply)).toMatch(/^Nothing was noted/);
  expect(await archive.desk.feedback('discord', discord.guild)).toEqual([]);
});

test('a form that is late is that of the edition that was asked for', async () => {
  const { bot } = await sampleDesk();
  const { discord, adapter, ada } = await discordUnderTest({ tuning: { formMs: 50 } });
  await adapter.start(async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return bot.handle(request);
  });
  ada.command({ name: 'brief', sub: 'wrong', options: { date: '2024-01-19' } });
  const [offer] = await settled(() => discord.messages, 1);
  expect(shown(offer)).toContain('edition of 19 January 2024');
  expect(button(offer, 'What is wrong?')).toBe('brief wrong 2024-01-19');
});

test('an answer is shared once in a channel', async () => {
  const { discord, ada } = await deskInDiscord();
  ada.command({ name: 'ask', options: { question: 'who offered mediation?' } });
  const [answer] = await settled(() => discord.messages, 1);
  for (let clicks = 1; clicks <= 2; clicks += 1) {
    ada.click(button(answer, 'Share to channel'));
    await settled(() => discord.replies, 1 + clicks);
  }
  const [, shared, again] = discord.replies;
  expect([shared?.ephemeral, again?.ephemeral]).toEqual([false, true]);
  expect(shown(again)).toMatch(/^That answer was shared here/);
});

test('who mentions the role that Discord made for the bot is told to mention the bot', async () => {
  const { discord, ada } = await deskInDiscord();
  discord.gateway.dispatch('GUILD_ROLE_CREATE', { guild_id: discord.guild, role: botRole });
  const member = { user: { id: BOT.user, username: 'detente' }, roles: [botRole.id], guild_id: discord.guild };
  discord.gateway.dispatch('GUILD_MEMBER_UPDATE', { ...member, joined_at: '2024-01-01T00:00:00Z' });
  ada.message({ content: '', mention_roles: [botRole.id] }, { channel: discord.channel });
  const [reply] = await settled(() => discord.posts, 1);
  expect(shown(reply)).toMatch(/^You mentioned my role/);
});

/** https://discord.com/developers/docs/topics/permissions#role-object */
const botRole = {
  id: '1122000000000000777',
  name: 'Détente',
  permissions: '0',
  position: 2,
  color: 0,
  hoist: false,
  managed: true,
  mentionable: true,
  tags: { bot_id: BOT.user },
};

test('where the history may not be read the answer refers to nothing', async () => {
  const { discord, ada } = await deskInDiscord();
  const channel = discord.channelOf(discord.channel) as object;
  const deny = { id: discord.guild, type: 0, allow: '0', deny: String(1n << 16n) };
  discord.gateway.dispatch('CHANNEL_UPDATE', { ...channel, guild_id: discord.guild, permission_overwrites: [deny] });
  ada.mention('who offered mediation?');
  const [post] = await settled(() => discord.posts, 1);
  expect(post?.body.message_reference).toBeUndefined();
  expect(shown(post)).toMatch(/^China/);
});

test('a server that was joined while the bot did not run is greeted at its start, and once; an older one is not', async () => {
  const discord = await DiscordServer.start();
  onTestFinished(() => discord.close());
  const old = await deskInDiscord({ discord });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(discord.posts).toEqual([]);
  await old.adapter.stop();
  discord.joinedAt = new Date().toISOString();
  const { adapter, bot } = await deskInDiscord({ discord });
  const [greeting] = await settled(() => discord.posts, 1);
  expect(greeting?.channel).toBe(discord.system);
  await adapter.stop();
  const again = await discordUnderTest({ discord });
  await again.adapter.start(bot.handle);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(discord.posts).toHaveLength(1);
});
