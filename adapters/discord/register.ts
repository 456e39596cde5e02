import { commandBodies, difference } from './commands.ts';
import type { DiscordApi } from './connection/api.ts';

export interface RegisterOptions {
  /** Only say what would change. */
  readonly isDry?: boolean;
}

/**
 * Makes the registered commands those that the bot has: only what differs is changed, since Discord counts changes and
 * shows them to everybody anew.
 * @returns a line for each command
 */
export async function register(
  api: DiscordApi,
  application: string,
  { isDry = false }: RegisterOptions = {},
): Promise<readonly string[]> {
  const wanted = commandBodies();
  const { create, update, remove } = difference(await api.commands(application), wanted);
  if (!isDry) {
    for (const body of create) await api.createCommand(application, body);
    for (const { id, body } of update) await api.updateCommand(application, id, body);
    for (const { id } of remove) await api.removeCommand(application, id);
  }
  const changed = new Set([...create, ...update.map(({ body }) => body)].map(({ name }) => name));
  const would = isDry ? 'would be ' : '';
  return [
    ...create.map(({ name }) => `/${name} ${would}added`),
    ...update.map(({ body }) => `/${body.name} ${would}changed`),
    ...remove.map(({ name }) => `/${name} ${would}removed`),
    ...wanted.filter(({ name }) => !changed.has(name)).map(({ name }) => `/${name} is as it should be`),
  ];
}
