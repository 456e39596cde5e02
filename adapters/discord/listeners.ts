import type { Client, Guild, Interaction, Message } from 'discord.js';
import { ApplicationIntegrationType } from 'discord-api-types/v10';
import { type ChatRequest, type Logger, reasonOf } from '../../src/index.ts';
import type { ModalPlace } from './components/modal.ts';
import type { RecentIds } from './connection/recent-ids.ts';
import { greetingPlace, refusalTo } from './places.ts';
import type { Asked } from './posting/interaction-replies.ts';
import {
  buttonRequest,
  commandRequest,
  completeRequest,
  formRequest,
  goneRequest,
  holdsFiles,
  isDirect,
  questionRequest,
  serverRequest,
} from './requests.ts';
import type { Responder } from './responder.ts';

export interface ListenerOptions {
  readonly responder: Responder;
  readonly logger: Logger;
  readonly recent: RecentIds;
  /** What is being answered. */
  readonly running: Set<Promise<unknown>>;
  /** ISO 8601 */
  now(): string;
  /** Nothing is answered any more. */
  isOver(): boolean;
  onRemoved(request: ChatRequest): Promise<void>;
}

/** Registers every listener. What fails in one is logged and ends nothing else. */
export function listen(client: Client, options: ListenerOptions): void {
  const run = (work: () => Promise<void>) => {
    if (options.isOver()) return;
    const done = work().catch((error: unknown) =>
      options.logger.error({ adapter: 'discord', reason: reasonOf(error), error }, 'a listener failed'),
    );
    options.running.add(done);
    void done.finally(() => options.running.delete(done));
  };
  client.on('interactionCreate', (interaction) => run(() => onInteraction(interaction, options)));
  client.on('messageCreate', (message) => run(() => onMessage(message, options)));
  client.on('guildCreate', (guild) => run(() => onJoined(guild, options)));
  client.on('guildDelete', (guild) => run(() => options.onRemoved(serverRequest('removed', guild, '', options.now()))));
  client.on('channelDelete', (channel) => {
    const { id } = channel;
    const guildId = channel.isDMBased() ? null : channel.guildId;
    const request = goneRequest({ id, guildId }, 'the channel was deleted', options.now());
    run(async () => void (await options.responder.note(request)));
  });
}

async function onInteraction(interaction: Interaction, options: ListenerOptions): Promise<void> {
  const { responder, recent, now } = options;
  if (!recent.add(interaction.id)) return;
  const asked = askedBy(interaction);
  if (interaction.isAutocomplete()) {
    const request = completeRequest(interaction, now());
    if (request !== undefined) await responder.complete(request, asked);
    return;
  }
  const request = requestOf(interaction, now());
  if (request === undefined) return;
  if (isForeign(interaction) && isAboutSettings(request)) return responder.refuse(asked, NO_MEMBER);
  await responder.interaction(request, asked, modalPlace(interaction));
}

const NO_MEMBER = 'I am no member of this server, so nothing can be posted here by itself. Add me to it first.';

function requestOf(interaction: Interaction, at: string): ChatRequest | undefined {
  if (interaction.isChatInputCommand()) return commandRequest(interaction, at);
  if (interaction.isButton()) return buttonRequest(interaction, at);
  return interaction.isModalSubmit() ? formRequest(interaction, at) : undefined;
}

function isAboutSettings(request: ChatRequest): boolean {
  return request.kind === 'settings' || (request.kind === 'command' && /^\s*settings\b/i.test(request.text));
}

/** A user's own app where the bot is no member. */
function isForeign({ authorizingIntegrationOwners, guildId }: Interaction): boolean {
  return guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === undefined;
}

/** A user-installed app has five follow-ups. https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const FOREIGN_FOLLOW_UPS = 5;
const MOST_FOLLOW_UPS = 20;

function askedBy(interaction: Interaction): Asked {
  const { id, token, applicationId, channelId, guildId } = interaction;
  const isHome = guildId !== null && !isForeign(interaction);
  return {
    to: { id, token, applicationId },
    isButton: interaction.isButton(),
    followUps: isForeign(interaction) ? FOREIGN_FOLLOW_UPS : MOST_FOLLOW_UPS,
    ...(isHome && channelId !== null && { channel: channelId }),
  };
}

function modalPlace(interaction: Interaction): ModalPlace {
  const direct = 'customId' in interaction || 'commandName' in interaction ? isDirect(interaction as never) : false;
  return { direct, isRole: (id) => interaction.guild?.roles.cache.has(id) ?? false };
}

async function onMessage(message: Message, options: ListenerOptions): Promise<void> {
  const bot = message.client.user.id;
  const request = questionRequest(message, bot, options.now());
  if (request === undefined || !options.recent.add(message.id)) return;
  const { responder } = options;
  const refusal = refusalTo(message);
  if (refusal !== undefined) {
    const text = `I cannot answer you there: ${refusal}. Ask here, or use /ask in the channel.`;
    return responder.tell(request.user, { kind: 'notice', text });
  }
  if (holdsFiles(message)) await responder.question(unread(request), message.id);
  if (!holdsFiles(message) || hasText(request)) await responder.question(request, message.id);
}

function unread(request: ChatRequest): ChatRequest {
  return { ...request, id: `${request.id} file`, kind: 'question', text: '', unread: true };
}

function hasText(request: ChatRequest): boolean {
  return request.kind === 'question' && request.text !== '';
}

async function onJoined(guild: Guild, { responder, now }: ListenerOptions): Promise<void> {
  const { channel, person } = await greetingPlace(guild);
  await responder.greet(serverRequest('installed', guild, channel ?? person ?? '', now()), person);
}
