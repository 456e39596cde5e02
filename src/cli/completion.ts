import type { Command } from 'commander';
import { print } from './output.ts';

/** Subcommands that take the address of a feed of the archive. */
const feedCommands = ['poll', 'remove', 'pause', 'resume'];

/** Prints one script for both shells: zsh runs bash completions when told to. */
export function printCompletion(program: Command): void {
  const names = program.commands.map((command) => command.name());
  const cases = program.commands.map((command) => `    ${command.name()}) words="${words(command)}" ;;`);
  print(`# detente: completion for bash and zsh. Use it with: source <(detente completion)
if [ -n "$ZSH_VERSION" ]; then autoload -U +X compinit bashcompinit && compinit && bashcompinit; fi
_detente() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word before="" words="${names.join(' ')}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$before $word" in
      ${feedCommands.map((name) => `"source ${name}"`).join('|')}) _detente_feeds "$1"; return ;;
    esac
    case "$word" in
${cases.join('\n')}
    esac
    before="$word"
  done
  if [ "\${current#-}" != "$current" ]; then words="$words ${flags(program).join(' ')}"; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
${feedCompletion}
complete -o default -F _detente detente`);
}

/**
 * Addresses of feeds are the words of strangers: they are compared and quoted, never expanded as `compgen -W` does. Bash
 * parts a word at its colons, so that what is typed is read from the line, and what stands before the last one is cut off.
 */
const feedCompletion = `_detente_feeds() {
  local line="\${COMP_LINE:0:COMP_POINT}" address cut=""
  local typed="\${line##* }"
  case "$COMP_WORDBREAKS" in *:*) cut="\${typed%"\${typed##*[:=]}"}" ;; esac
  COMPREPLY=()
  while IFS= read -r address; do
    if [[ "$address" == "$typed"* ]]; then address="\${address#"$cut"}"; COMPREPLY+=("$(printf %q "$address")"); fi
  done < <("$1" source list --addresses --format text 2>/dev/null)
}`;

/** Its subcommands, and options of its own and of theirs. */
function words(command: Command): string {
  const children = command.commands.map((child) => child.name());
  return [...children, ...new Set([command, ...command.commands].flatMap(flags))].join(' ');
}

function flags(command: Command): string[] {
  return command.options.flatMap((option) => option.long ?? []);
}
