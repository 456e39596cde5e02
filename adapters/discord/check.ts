import { type AdapterOptions, type Finding, reasonOf } from '../../src/index.ts';
import { commandBodies, difference } from './commands.ts';
import { DiscordApi } from './connection/api.ts';
import { FetchRest } from './connection/fetch-rest.ts';

/** Asks Discord about the token, the commands and the sessions that are left today. */
export async function checkDiscord(options: AdapterOptions): Promise<readonly Finding[]> {
  const api = new DiscordApi(new FetchRest(options));
  try {
    const { id, name } = await api.application();
    const token = { name: 'discord token', ok: true, finding: `${name} (${id})` };
    return [token, await commandsFinding(api, id), await sessionsFinding(api)];
  } catch (error) {
    return [{ name: 'discord token', ok: false, finding: reasonOf(error) }];
  }
}

async function commandsFinding(api: DiscordApi, application: string): Promise<Finding> {
  const name = 'discord commands';
  const wanted = commandBodies();
  const { create, update, remove } = difference(await api.commands(application), wanted);
  const count = create.length + update.length + remove.length;
  const names = wanted.map((command) => `/${command.name}`).join(', ');
  if (count === 0) return { name, ok: true, finding: `${names} are registered` };
  const finding = `${count} to add, change or remove: "serve" does it at its start, "detente discord register" now`;
  return { name, ok: true, finding };
}

/** https://discord.com/developers/docs/events/gateway#session-start-limit-object */
async function sessionsFinding(api: DiscordApi): Promise<Finding> {
  const { remaining, total } = await api.sessions();
  const finding = `${remaining} of ${total} connections are left today`;
  return { name: 'discord gateway', ok: remaining > 0, finding: remaining > 0 ? finding : `${finding}: wait a day` };
}
