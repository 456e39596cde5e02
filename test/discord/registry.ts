import { isDeepStrictEqual } from 'node:util';
import { Refusal } from './refusal.ts';
import { snowflake } from './snowflake.ts';
import { BOT } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: commands as they came over the wire
type Anything = any;

/** The commands that the bot has registered. https://discord.com/developers/docs/interactions/application-commands */
export class Registry {
  readonly #commands = new Map<string, Anything>();

  get all(): readonly Anything[] {
    return [...this.#commands.values()];
  }

  /** One more, or a new text of the one with this name. */
  put(command: Anything): Anything {
    const known = this.all.find(({ name, type }) => name === command.name && type === (command.type ?? 1));
    return this.#store(known?.id ?? snowflake(), completed(command), known);
  }

  /** These and no others. */
  replace(commands: readonly Anything[]): readonly Anything[] {
    const kept = new Set(commands.map((command) => this.put(command).id));
    for (const id of this.#commands.keys()) if (!kept.has(id)) this.#commands.delete(id);
    return this.all;
  }

  change(id: string, command: Anything): Anything {
    const known = this.#known(id);
    return this.#store(id, { ...known, ...withoutUndefined(completed({ ...known, ...command })) }, known);
  }

  remove(id: string): void {
    this.#known(id);
    this.#commands.delete(id);
  }

  #known(id: string): Anything {
    const known = this.#commands.get(id);
    if (known === undefined) throw new Refusal(404, 10063, 'Unknown application command');
    return known;
  }

  /** The version changes where anything else does. */
  #store(id: string, command: Anything, known: Anything): Anything {
    const { version = snowflake(), ...before } = known ?? {};
    const { version: _, ...after } = { ...command, id, application_id: BOT.application };
    const stored = { ...after, version: isDeepStrictEqual(before, after) ? version : snowflake() };
    this.#commands.set(id, stored);
    return stored;
  }
}

/** What Discord adds to a command. */
function completed({ type = 1, default_member_permissions = null, ...command }: Anything): Anything {
  return withoutUndefined({
    ...command,
    type,
    default_member_permissions: default_member_permissions === null ? null : String(default_member_permissions),
    dm_permission: command.dm_permission ?? true,
    contexts: command.contexts ?? null,
    integration_types: command.integration_types ?? [0],
    nsfw: command.nsfw ?? false,
    options: command.options?.length ? command.options.map(optionOf) : undefined,
  });
}

/** Discord leaves out of an option what is no more than the default. */
function optionOf({ required, autocomplete, options, ...option }: Anything): Anything {
  return withoutUndefined({
    ...option,
    required: required || undefined,
    autocomplete: autocomplete || undefined,
    options: options?.length ? options.map(optionOf) : undefined,
  });
}

function withoutUndefined(object: Anything): Anything {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
