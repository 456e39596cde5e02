import type { AdministeredAdapter, ChatAdapter, Conversation } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import type { Logger } from '../domain/logger.ts';

export interface Admin {
  /** Those whom the configuration names: the only ones who are known again when they say something. */
  readonly conversations: readonly Conversation[];
  /** Tells them, else whom the platforms name, what only they can mend; where none is reached, the log. */
  tell(text: string): Promise<void>;
}

/**
 * Whoever runs the bot.
 * @param named by the configuration
 */
export function adminOf(named: readonly Conversation[], adapters: readonly ChatAdapter[], logger: Logger): Admin {
  const find = async (): Promise<readonly Conversation[]> => {
    if (named.length > 0) return named;
    const asked = adapters.map((adapter) => administratorOf(adapter, logger));
    return (await Promise.all(asked)).filter((one) => one !== undefined);
  };
  return {
    conversations: named,
    tell: async (text) => {
      const admins = await find();
      const told = await Promise.all(admins.map((admin) => tellOne(admin, text, adapters, logger)));
      if (!told.includes(true)) logger.error({ text }, 'there is nobody to tell (DETENTE_ADMIN)');
    },
  };
}

async function administratorOf(adapter: ChatAdapter, logger: Logger): Promise<Conversation | undefined> {
  if (!('administrator' in adapter)) return undefined;
  return (adapter as ChatAdapter & AdministeredAdapter).administrator().catch((error: unknown) => {
    logger.warn({ adapter: adapter.name, error }, 'who runs the bot could not be found out');
    return undefined;
  });
}

async function tellOne(
  admin: Conversation,
  text: string,
  adapters: readonly ChatAdapter[],
  logger: Logger,
): Promise<boolean> {
  const adapter = adapters.find(({ name }) => name === admin.adapter);
  try {
    await adapter?.send(admin, { kind: 'notice', text });
    return adapter !== undefined;
  } catch (error) {
    logger.error({ admin: formatConversation(admin), error }, 'the admin could not be told');
    return false;
  }
}
