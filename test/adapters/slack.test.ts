import { adapterContract } from '../contract/adapter.ts';
import { hazardsIn, shownText } from '../slack/reading.ts';
import { slackUnderTest } from '../slack/under-test.ts';

const article = 'https://news.example/arland/envoys-';

adapterContract('slack', async () => {
  const { slack, adapter, ada } = await slackUnderTest();
  const thread = '1700000000.000001';
  const shown = () =>
    [...slack.posts, ...slack.whispers]
      .filter((post) => !slack.isDeleted(post))
      .sort((a, b) => a.at - b.at)
      .map((post) => slack.asAmended(post));
  return {
    adapter,
    conversation: { adapter: 'slack', workspace: slack.team, channel: slack.direct, thread },
    type: async (text) => void (await ada.write(text, { thread_ts: thread })),
    shown: () =>
      shown()
        .map(({ body }) => shownText(body.blocks))
        .join(' '),
    hazards: () => [
      ...shown().flatMap(({ body }) => hazardsIn(body, (url) => url.startsWith(article))),
      ...slack.broken,
    ],
    dispose: async () => {
      await adapter.stop();
    },
    again: async () => {
      const { adapter: fresh } = await slackUnderTest({ slack });
      await fresh.start(async () => undefined);
      return fresh;
    },
    interrupt: (after) => slack.interrupt(after),
  };
});
