import type { App, webApi } from '@slack/bolt';
import { type ChatRequest, commands, type Logger, reasonOf } from '../../src/index.ts';
import {
  actionPayload,
  actionRequest,
  buttonAction,
  commandOf,
  commandPayload,
  conversationOf,
  eventEnvelope,
  holdsFiles,
  messageEvent,
  questionOf,
  submissionOf,
  viewPayload,
} from './requests.ts';
import type { Responder } from './responder.ts';

export interface ListenerOptions {
  readonly responder: Responder;
  readonly client: webApi.WebClient;
  readonly logger: Logger;
  /** Before the names of commands. */
  readonly prefix: string;
  readonly botUser: string;
  readonly workspace: string;
  /** ISO 8601 */
  now(): string;
  /** Nothing is answered any more. */
  isOver(): boolean;
  onRemoved(request: ChatRequest): Promise<void>;
}

/**
 * Registers every listener. Each acknowledges first: Slack waits three seconds, an answer may take longer.
 * @returns resolves once nothing is being answered.
 */
export function listen(app: App, options: ListenerOptions): () => Promise<unknown> {
  const running = new Set<Promise<unknown>>();
  app.use(async ({ next }) => {
    const done = next();
    running.add(done);
    await done.finally(() => running.delete(done));
  });
  listenToMessages(app, options);
  listenToCommands(app, options);
  listenToForms(app, options);
  listenToPlaces(app, options);
  app.error(async (error) => options.logger.error({ adapter: 'slack', error }, 'a listener failed'));
  return () => Promise.allSettled(running);
}

function listenToMessages(app: App, options: ListenerOptions): void {
  const ask = async (body: unknown, event: unknown) => {
    const message = messageEvent.parse(event);
    const request = options.isOver() ? undefined : questionOf(eventEnvelope.parse(body), message, options.now());
    if (request === undefined) return;
    const { responder } = options;
    const holds = holdsFiles(message);
    if (holds) await responder.question({ ...request, id: `${request.id} file`, text: '', unread: true });
    if (!holds || request.text !== '') await responder.question(await withProfile(request, options));
  };
  app.event('app_mention', ({ event, body }) => ask(body, event));
  app.event('message', async ({ event, body }) => {
    if (event.channel_type === 'im') await ask(body, event);
  });
}

function listenToCommands(app: App, options: ListenerOptions): void {
  app.command(/.*/, async ({ ack, payload }) => {
    await ack();
    const command = commandPayload.parse(payload);
    const request = commandOf(command, options.prefix, options.now());
    if (request === undefined) return options.responder.unknown(command.response_url ?? '', notOurs(options.prefix));
    if (options.isOver()) return;
    const asked = { responseUrl: command.response_url, triggerId: command.trigger_id };
    await options.responder.command(await withProfile(request, options), asked);
  });
  app.action(/.*/, async ({ ack, body, action }) => {
    await ack();
    const payload = actionPayload.parse(body);
    const request = options.isOver() ? undefined : actionRequest(payload, buttonAction.parse(action), options.now());
    if (request === undefined) return;
    const fromHome = payload.view !== undefined;
    const asked = { responseUrl: payload.response_url, triggerId: payload.trigger_id, fromHome };
    await options.responder.action(await withProfile(request, options), asked);
  });
}

/** A command reached the app under a name that the bot does not go by. */
function notOurs(prefix: string): string {
  const names = commands.map(({ name }) => `/${prefix}${name}`).join(' and ');
  return `I do not know this command: mine are ${names}. Whoever runs me can change that: SLACK_COMMAND_PREFIX.`;
}

function listenToForms(app: App, options: ListenerOptions): void {
  app.view(/.*/, async ({ ack, body }) => {
    await ack();
    const sent = options.isOver() ? undefined : submissionOf(viewPayload.parse(body), options.now());
    if (sent !== undefined) await options.responder.submission(await withProfile(sent.request, options), sent.fromHome);
  });
}

function listenToPlaces(app: App, options: ListenerOptions): void {
  const { responder, botUser } = options;
  app.event('app_home_opened', async ({ event, body }) => {
    if (options.isOver()) return;
    const base = { conversation: conversationOf(body.team_id, event.channel), user: event.user, at: options.now() };
    const home = { ...base, id: body.event_id, kind: 'home', direct: true } as const;
    if (event.tab === 'home') return responder.home(home);
    await responder.greet({ ...home, id: `${body.event_id} greeting`, kind: 'installed' });
    await responder.suggest(home);
  });
  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user !== botUser || options.isOver()) return;
    const conversation = conversationOf(body.team_id, event.channel);
    const user = event.inviter ?? '';
    await responder.greet({ kind: 'installed', id: body.event_id, conversation, user, at: options.now() });
  });
  const remove = (id: string) => {
    const conversation = conversationOf(options.workspace, '');
    return options.onRemoved({ kind: 'removed', id, conversation, user: '', at: options.now() });
  };
  app.event('app_uninstalled', ({ body }) => remove(body.event_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await remove(body.event_id);
  });
}

/** Whether the user runs the workspace, and the user's zone: looked up where something is to be changed. */
async function withProfile(request: ChatRequest, { client, logger }: ListenerOptions): Promise<ChatRequest> {
  if (!mayChangeSomething(request)) return request;
  try {
    const { user } = await client.users.info({ user: request.user });
    const profile = { isAdmin: user?.is_admin === true || user?.is_owner === true, ...(user?.tz && { zone: user.tz }) };
    return { ...request, profile };
  } catch (error) {
    logger.warn({ adapter: 'slack', reason: reasonOf(error) }, 'a user could not be looked up');
    return request;
  }
}

const CHANGING = 'settings\\b|sources\\s+(?:feeds|add|pause|resume|remove)\\b';
const CHANGING_COMMAND = new RegExp(`^\\s*(?:${CHANGING})`, 'i');
const CHANGING_WORDS = new RegExp(`^/?brief\\s+(?:${CHANGING})`, 'i');

function mayChangeSomething(request: ChatRequest): boolean {
  if (request.kind === 'command') return CHANGING_COMMAND.test(request.text);
  return request.kind === 'settings' || (request.kind === 'question' && CHANGING_WORDS.test(request.text));
}
