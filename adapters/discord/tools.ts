import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { AdapterOptions } from '../../src/index.ts';
import { DiscordApi } from './connection/api.ts';
import { FetchRest } from './connection/fetch-rest.ts';
import { register } from './register.ts';

/** `detente discord register` */
export async function registerCommands(options: AdapterOptions, isDry: boolean): Promise<readonly string[]> {
  const api = new DiscordApi(new FetchRest(options));
  const { id } = await api.application();
  return register(api, id, { isDry });
}

const { ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads, ReadMessageHistory } =
  PermissionFlagsBits;

/** What the bot uses in a server, and no more. */
const PERMISSIONS = ViewChannel | SendMessages | SendMessagesInThreads | CreatePublicThreads | ReadMessageHistory;

/** `detente discord invite`. https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow */
export async function inviteLinks(options: AdapterOptions): Promise<readonly string[]> {
  const { id } = await new DiscordApi(new FetchRest(options)).application();
  const link = (more: Readonly<Record<string, string>>) =>
    `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: id, ...more })}`;
  const server = link({ scope: 'bot applications.commands', permissions: String(PERMISSIONS), integration_type: '0' });
  return [`to a server: ${server}`, `to yourself: ${link({ scope: 'applications.commands', integration_type: '1' })}`];
}
