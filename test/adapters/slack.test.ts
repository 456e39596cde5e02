import { adapterContract } from '../contract/adapter.ts';
import { hazardsIn, shownText } from '../slack/reading.ts';
import type { ApiCall } from '../slack/slack-server.ts';
import { slackUnderTest } from '../slack/under-test.ts';

const article = 'https://news.example/arland/envoys-';

adapterContract('slack', async () => {
  const { slack, adapter, ada } = await slackUnderTest();
  const thread = '1700000000.000001';
  const changes = () => slack.called('chat.update').filter(({ answer }) => answer.ok);
  const now = (post: ApiCall) => changes().findLast(({ body }) => body.ts === post.answer.ts) ?? post;
  const shown = () => [...slack.posts, ...slack.whispers].sort((a, b) => a.at - b.at).map(now);
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
    interrupt: (after) => {
      let left = after;
      slack.fault = (method) =>
        method === 'chat.postMessage' && left-- <= 0 ? { body: { ok: false, error: 'msg_too_long' } } : undefined;
      return () => {
        slack.fault = () => undefined;
      };
    },
  };
});
