import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { isFit, type Must } from './limits.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is checked may be anything
type Anything = any;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** https://discord.com/developers/docs/interactions/application-commands */
export function checkCommand(command: Anything, must: Must): void {
  must(lengthOf(command) <= 8_000, 'command of 8,000 characters together');
  if ((command.type ?? 1) === 1) checkNamed(command, 'command', must);
  else must(isFit(command.name, 32) && !command.description, 'a command of a menu has a name alone');
}

function checkNamed({ name, description, options = [] }: Anything, what: string, must: Must): void {
  must(NAME.test(name) && name === name.toLowerCase(), `${what} name of 1 to 32 in lower case: ${name}`);
  must(isFit(description, 100), `${what} description of 1 to 100: ${name}`);
  checkOptions(options, name, must);
}

function checkOptions(options: readonly Anything[], of: string, must: Must): void {
  must(options.length <= 25, `25 options of ${of}`);
  must(new Set(options.map(({ name }) => name)).size === options.length, `names of options of ${of} differ`);
  const required = options.map((option) => option.required === true);
  must(!required.includes(true, required.indexOf(false) + 1 || required.length), `required options of ${of} first`);
  const isNested = ({ type }: Anything): boolean => type <= ApplicationCommandOptionType.SubcommandGroup;
  must(options.every(isNested) || !options.some(isNested), `${of} has subcommands or options`);
  for (const option of options) checkOption(option, must);
}

function checkOption(option: Anything, must: Must): void {
  checkNamed(option, 'option', must);
  must((option.choices ?? []).length <= 25, `25 choices of ${option.name}`);
  must(!(option.autocomplete && option.choices), `choices or autocomplete of ${option.name}`);
  must((option.max_length ?? 1) >= 1 && (option.max_length ?? 1) <= 6_000, `max_length of ${option.name}`);
  for (const { name, value } of option.choices ?? [])
    must(isFit(name, 100) && String(value).length <= 100, `choice of 1 to 100 of ${option.name}`);
}

function lengthOf({ name = '', description = '', options = [], choices = [] }: Anything): number {
  const ofChoices = choices.map((one: Anything) => one.name.length + String(one.value).length);
  const lengths = [...options.map(lengthOf), ...ofChoices];
  return lengths.reduce((sum: number, one: number) => sum + one, name.length + description.length);
}
