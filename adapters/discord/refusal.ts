import type { AdapterOptions, Conversation } from '../../src/index.ts';
import { DiscordApi } from './connection/api.ts';
import { FetchRest } from './connection/fetch-rest.ts';
import { refusalByCalls } from './reach.ts';

/** Asks Discord by calls, without a gateway. @throws DetenteError where it cannot be found out */
export function refusalFromOutside(options: AdapterOptions, conversation: Conversation): Promise<string | undefined> {
  return refusalByCalls(new DiscordApi(new FetchRest(options)), conversation);
}
