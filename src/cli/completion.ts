import type { Command } from 'commander';
import { print } from './output.ts';

/** Prints one script for both shells: zsh runs bash completions when told to. */
export function printCompletion(program: Command): void {
  const names = program.commands.map((command) => command.name());
  const cases = program.commands.map((command) => `    ${command.name()}) words="${words(command)}" ;;`);
  print(`# detente: completion for bash and zsh. Use it with: source <(detente completion)
if [ -n "$ZSH_VERSION" ]; then autoload -U +X compinit bashcompinit && compinit && bashcompinit; fi
_detente() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word words="${names.join(' ')}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
${cases.join('\n')}
    esac
  done
  if [ "\${current#-}" != "$current" ]; then words="$words ${flags(program).join(' ')}"; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _detente detente`);
}

/** Its subcommands, and options of its own and of theirs. */
function words(command: Command): string {
  const children = command.commands.map((child) => child.name());
  return [...children, ...new Set([command, ...command.commands].flatMap(flags))].join(' ');
}

function flags(command: Command): string[] {
  return command.options.flatMap((option) => option.long ?? []);
}
