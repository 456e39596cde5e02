import type { Client, Guild, Interaction, Message } from 'discord.js';
import { ApplicationIntegrationType } from 'discord-api-types/v10';
import { type ChatRequest, type Logger, reasonOf } from '../../src/index.ts';
import type { ModalPlace } from './components/modal.ts';
import type { RecentIds } from './connection/recent-ids.ts';
import { canReferTo, greetingPlace, mentionsRole, refusalIn } from './places.ts';
import type { Asked } from './posting/interaction-replies.ts';
import {
  buttonRequest,
  commandRequest,
  completeRequest,
  formRequest,
  goneRequest,
  holdsFiles,
  isDirect,
  isGuest,
  joinedRequest,
  leftRequest,
  questionRequest,
} from './requests.ts';
import type { Responder } from './responder.ts';

export interface ListenerOptions {
  readonly responder: Responder;
  readonly logger: Logger;
  readonly recent: RecentIds;
  /** ISO 8601 */
  now(): string;
  /** Nothing is answered any more. */
  isOver(): boolean;
  /** Takes what is being answered into account. */
  track(work: Promise<unknown>): void;
  onRemoved(request: ChatRequest): Promise<void>;
}

/** Registers every listener. What fails in one is logged and ends nothing else. */
export function listen(client: Client, options: ListenerOptions): void {
  const run = (work: () => Promise<unknown>) => {
    if (options.isOver()) return;
    const failed = (error: unknown) =>
      options.logger.error({ adapter: 'discord', reason: reasonOf(error), error }, 'a listener failed');
    options.track(work().catch(failed));
  };
  client.on('interactionCreate', (interaction) => run(() => onInteraction(interaction, options)));
  client.on('messageCreate', (message) => run(() => onMessage(message, options)));
  client.on('guildCreate', (guild) => run(() => onServer(guild, false, options)));
  client.on('guildAvailable', (guild) =>
    run(async () => void (isFresh(guild) && (await onServer(guild, true, options)))),
  );
  client.on('guildDelete', (guild) => run(() => options.onRemoved(leftRequest(guild, options.now()))));
  client.on('channelDelete', (channel) => {
    const { id } = channel;
    const guildId = channel.isDMBased() ? null : channel.guildId;
    run(() => options.responder.note(goneRequest({ id, guildId }, 'the channel was deleted', options.now())));
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
  if (request === undefined) return responder.refuse(asked, OLD);
  await responder.interaction(request, asked, modalPlace(interaction));
}

const OLD = 'That belongs to another version of me, and does nothing any more. /brief help shows what there is.';

function requestOf(interaction: Interaction, at: string): ChatRequest | undefined {
  if (interaction.isChatInputCommand()) return commandRequest(interaction, at);
  if (interaction.isButton()) return buttonRequest(interaction, at);
  return interaction.isModalSubmit() ? formRequest(interaction, at) : undefined;
}

/** A user-installed app has five follow-ups. https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const OWN_APP_FOLLOW_UPS = 5;
const MOST_FOLLOW_UPS = 20;

function askedBy(interaction: Interaction): Asked {
  const { id, token, applicationId, channelId, guildId, authorizingIntegrationOwners } = interaction;
  const isOwnApp = authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === undefined;
  return {
    to: { id, token, applicationId },
    isButton: interaction.isButton(),
    followUps: isOwnApp ? OWN_APP_FOLLOW_UPS : MOST_FOLLOW_UPS,
    ...(guildId !== null && !isGuest(interaction) && channelId !== null && { channel: channelId }),
  };
}

function modalPlace(interaction: Interaction): ModalPlace {
  return { direct: isDirect(interaction), isRole: (id) => interaction.guild?.roles.cache.has(id) ?? false };
}

async function onMessage(message: Message, options: ListenerOptions): Promise<void> {
  const { responder, recent, now } = options;
  const request = questionRequest(message, message.client.user.id, now());
  const isToRole = request === undefined && mentionsRole(message) && !message.author.bot;
  if ((request === undefined && !isToRole) || !recent.add(message.id)) return;
  const refusal = refusalIn(message.channel);
  if (refusal !== undefined) return responder.tell(message.author.id, cannotAnswer(refusal));
  const answers = canReferTo(message) ? message.id : undefined;
  if (request === undefined) return responder.explain(message.channelId, ROLE, answers);
  const holds = holdsFiles(message);
  if (holds) await responder.question(unread(request), answers);
  if (!holds || hasText(request)) await responder.question(request, answers);
}

const ROLE = 'You mentioned my role, which comes to me without your words. Mention me, or use /ask.';

function cannotAnswer(refusal: string): string {
  return `I cannot answer you there: ${refusal}. Ask here, or use /ask in the channel.`;
}

function unread(request: ChatRequest): ChatRequest {
  return { ...request, id: `${request.id} file`, kind: 'question', text: '', unread: true };
}

function hasText(request: ChatRequest): boolean {
  return request.kind === 'question' && request.text !== '';
}

const FRESH_MS = 24 * 60 * 60_000;

/** Only lately: an archive that begins anew must not greet every server again. Discord's clock is the machine's, also in a replay. */
function isFresh({ joinedTimestamp }: Guild): boolean {
  return Date.now() - joinedTimestamp < FRESH_MS;
}

/** @param known the bot may have been there before: it did not run meanwhile, or the server was not to be reached */
async function onServer(guild: Guild, known: boolean, { responder, now }: ListenerOptions): Promise<void> {
  await responder.greet(joinedRequest(guild, known, now()), () => greetingPlace(guild));
}
