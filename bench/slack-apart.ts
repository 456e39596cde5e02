import { SlackServer } from '../test/slack/slack-server.ts';

/*
 * A local Slack in a process of its own, so that what it keeps is not taken for the bot's memory: tells where it is,
 * and at each message how many posts it has got.
 */

const slack = await SlackServer.start();
const channels = await slack.makeChannels(Number(process.argv[2]));
process.on('message', () => {
  process.send?.({ posts: slack.posts.length });
});
process.on('disconnect', () => process.exit());
process.send?.({ apiUrl: slack.apiUrl, team: slack.team, channels });
