import { DiscordServer } from '../test/discord/discord-server.ts';
import { SlackServer } from '../test/slack/slack-server.ts';

/*
 * A local platform in a process of its own, so that what it keeps is not taken for the bot's memory: tells where it is,
 * and at each message how many calls it has got.
 */

/** What `platform-apart.ts` tells first. */
export interface Apart {
  readonly apiUrl: string;
  readonly workspace: string;
  readonly channels: readonly string[];
}

interface Running extends Apart {
  calls(): number;
}

const [name, count] = process.argv.slice(2);
const { calls, ...apart } = await { slack, discord }[name as 'slack' | 'discord'](Number(count));
process.on('message', () => {
  process.send?.({ calls: calls() });
});
process.on('disconnect', () => process.exit());
process.send?.(apart);

async function slack(size: number): Promise<Running> {
  const server = await SlackServer.start();
  const channels = await server.makeChannels(size);
  return { apiUrl: server.apiUrl, workspace: server.team, channels, calls: () => server.posts.length };
}

async function discord(size: number): Promise<Running> {
  const server = await DiscordServer.start();
  const channels = server.makeChannels(size);
  return { apiUrl: server.apiUrl, workspace: server.guild, channels, calls: () => server.calls.length };
}
