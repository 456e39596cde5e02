import { type Conversation, DetenteError } from '../../src/index.ts';
import type { DiscordApi } from './connection/api.ts';
import { failureOf } from './connection/failure.ts';

/** Who owns the application; of a team, who owns the team. https://docs.discord.com/developers/resources/application#application-object */
export class Owner {
  readonly #api: DiscordApi;
  #known: Conversation | undefined;

  constructor(api: DiscordApi) {
    this.#api = api;
  }

  /** Asked for once. Undefined where Discord does not tell. @throws DetenteError `internal` where it does not answer */
  async conversation(): Promise<Conversation | undefined> {
    this.#known ??= await this.#asked();
    return this.#known;
  }

  async #asked(): Promise<Conversation | undefined> {
    try {
      const { owner, team } = await this.#api.application();
      const channel = team?.owner_user_id ?? owner?.id;
      return channel === undefined ? undefined : { adapter: 'discord', workspace: '@me', channel };
    } catch (error) {
      throw new DetenteError('internal', `Discord: ${failureOf(error).reason}`, { cause: error });
    }
  }
}
