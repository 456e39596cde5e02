import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type CommandAction, type CommandArgument, type Completable, commands } from '../../src/index.ts';
import { cut } from './components/escape.ts';
import { MOST_OPTION } from './components/limits.ts';

/** A command as it is registered. https://discord.com/developers/docs/interactions/application-commands */
export interface CommandBody {
  readonly name: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandOption[];
  readonly contexts: readonly InteractionContextType[];
  readonly integration_types: readonly ApplicationIntegrationType[];
  /** Bits of the permissions that a member needs; whom else a server lets use it stands in the server's settings. */
  readonly default_member_permissions: number | null;
}

/** Opens the settings; beside `/brief settings`, since Discord hides whole commands only. */
export const SETTINGS = 'brief-settings';

const { Guild, BotDM, PrivateChannel } = InteractionContextType;
const { GuildInstall, UserInstall } = ApplicationIntegrationType;

/** The commands of the one table, usable in servers, in direct messages and as a user's own app. */
export function commandBodies(): CommandBody[] {
  const everywhere = { contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] };
  const bodies = commands.map((command): CommandBody => {
    const isOneText = command.arguments.every(({ takes }) => takes === 'words');
    const options = isOneText ? command.arguments.map(textOption) : command.arguments.map(subcommandOf);
    return { ...bodyOf(command.name, command.summary), options, ...everywhere, default_member_permissions: null };
  });
  const settings = bodyOf(SETTINGS, 'the situation, time, zone and quiet days of the brief in this channel');
  const managers = Number(PermissionFlagsBits.ManageGuild);
  const inServers = { contexts: [Guild], integration_types: [GuildInstall], default_member_permissions: managers };
  return [...bodies, { ...settings, options: [], ...inServers }];
}

function bodyOf(name: string, summary: string) {
  return { name, description: cut(summary, MOST_OPTION) };
}

/** "forget me" is `forget-me` here. */
function subcommandOf({
  name,
  summary,
  takes,
  may = [],
  actions,
}: CommandArgument): APIApplicationCommandSubcommandOption {
  const required = takes === 'date' ? [optionOf('date', true)] : [];
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: name.replaceAll(' ', '-'),
    description: cut(summary, MOST_OPTION),
    options: [
      ...required,
      ...may.map((option) => optionOf(option, false)),
      ...(actions === undefined ? [] : [actionsOption(actions), optionOf('feed', false)]),
    ],
  };
}

function textOption({ name, summary }: CommandArgument): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description: cut(summary, MOST_OPTION),
    required: true,
    autocomplete: true,
  };
}

/** What a form does otherwise; the first of them needs nothing else. */
function actionsOption(actions: readonly CommandAction[]): APIApplicationCommandBasicOption {
  const choices = actions.map(({ name, summary }) => ({ name: cut(`${name}: ${summary}`, MOST_OPTION), value: name }));
  const description = 'about the feeds that articles come from';
  return { type: ApplicationCommandOptionType.String, name: 'feeds', description, required: false, choices };
}

type OptionName = 'date' | 'situation' | 'outlet' | 'feed';

const explained: Readonly<Record<OptionName, string>> = {
  date: 'a day, written 2024-01-18',
  situation: 'two parties, such as Iran–Pakistan; without it this channel’s own',
  outlet: 'the articles of this outlet alone',
  feed: 'the address of a feed, or its title where it is there already',
};

function optionOf(name: OptionName, required: boolean): APIApplicationCommandBasicOption {
  const description = cut(explained[name], MOST_OPTION);
  return { type: ApplicationCommandOptionType.String, name, description, required, autocomplete: true };
}

/** What the options of a command say, as it would be typed. */
export function typedText(subcommand: string | null, option: (name: string) => string | null): string {
  const [action, feed] = [option('feeds'), option('feed')];
  if (action !== null || feed !== null) return [subcommand, action ?? 'feeds', feed].filter(Boolean).join(' ');
  const words = [subcommand?.replaceAll('-', ' '), option('date')];
  const situation = option('situation');
  const outlet = option('outlet');
  return [...words, situation && `for ${situation}`, outlet && `from ${outlet}`].filter(Boolean).join(' ');
}

/** What an option can be completed to. */
export function completableOf(option: string): Completable | undefined {
  return (['date', 'situation', 'outlet', 'feed', 'question'] as const).find((name) => name === option);
}

export interface Difference {
  readonly create: readonly CommandBody[];
  readonly update: readonly { readonly id: string; readonly body: CommandBody }[];
  readonly remove: readonly { readonly id: string; readonly name: string }[];
}

/** What has to change so that exactly the wanted commands are registered. */
export function difference(registered: readonly APIApplicationCommand[], wanted: readonly CommandBody[]): Difference {
  const typed = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const known = new Map(typed.map((command) => [command.name, command]));
  const kept = new Set(wanted.map(({ name }) => known.get(name)?.id));
  return {
    create: wanted.filter(({ name }) => !known.has(name)),
    update: wanted.flatMap((body) => {
      const own = known.get(body.name);
      return own === undefined || canonical(own) === canonical(body) ? [] : [{ id: own.id, body }];
    }),
    remove: registered.filter(({ id }) => !kept.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

/** What of a command is ours to say, in one order; what Discord fills in by itself is what it means where it is left out. */
function canonical(command: CommandBody | APIApplicationCommand): string {
  const { name, description, options, contexts, integration_types, default_member_permissions } = command;
  const lists = [contexts, integration_types].map((list) => [...(list ?? [])].sort());
  const permissions = default_member_permissions === null ? null : String(default_member_permissions);
  return JSON.stringify([name, description, (options ?? []).map(canonicalOption), lists, permissions]);
}

function canonicalOption(option: APIApplicationCommandOption): unknown {
  const { name, description, type, required = false } = option;
  const autocomplete = 'autocomplete' in option && option.autocomplete === true;
  const own = 'options' in option ? (option.options ?? []).map(canonicalOption) : [];
  const choices = 'choices' in option ? (option.choices ?? []).map(({ name, value }) => [name, value]) : [];
  return [name, description, type, required, autocomplete, own, choices];
}
