import { adapterContract } from '../contract/adapter.ts';
import { isMessage } from '../discord/hands.ts';
import { hazardsIn, shownText } from '../discord/reading.ts';
import { discordUnderTest } from '../discord/under-test.ts';

const article = 'https://news.example/arland/envoys-';

adapterContract('discord', async () => {
  const { discord, adapter, ada } = await discordUnderTest();
  return {
    adapter,
    conversation: { adapter: 'discord', workspace: '@me', channel: discord.direct },
    type: async (text) => void ada.write(text),
    shown: () =>
      discord.messages
        .filter(({ deleted }) => !deleted)
        .map(({ body }) => shownText(body.components))
        .join(' '),
    hazards: () => [
      ...discord.messages.flatMap(({ body }) => hazardsIn(body, (url) => url.startsWith(article))),
      ...discord.broken,
    ],
    dispose: async () => {
      await adapter.stop();
    },
    again: async () => {
      await adapter.stop();
      // so late that no nonce is known any more
      discord.postbox.nonceLifeMs = 0;
      const fresh = await discordUnderTest({ discord });
      await fresh.adapter.start(async () => undefined);
      return fresh.adapter;
    },
    interrupt: (after) => {
      let messages = 0;
      discord.fault = (method, path) => {
        if (isMessage(method, path)) messages += 1;
        return messages > after ? { status: 503 } : undefined;
      };
      return () => {
        discord.fault = () => undefined;
      };
    },
  };
});
