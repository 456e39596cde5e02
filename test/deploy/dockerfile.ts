import { DockerfileParser, type Instruction, ModifiableInstruction } from 'dockerfile-ast';

/** One instruction as it stands, its words without flags. */
interface Step {
  readonly keyword: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
}

export interface Stage {
  /** What it begins from. */
  readonly base: string;
  readonly name?: string;
  readonly steps: readonly Step[];
}

/** The stages of a Dockerfile; the last is the image. */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: { base: string; name?: string; steps: Step[] }[] = [];
  for (const step of DockerfileParser.parse(dockerfile).getInstructions().map(stepOf)) {
    const [base = '', as, name] = step.words;
    if (step.keyword === 'FROM') stages.push({ base, steps: [], ...(as && name && { name }) });
    else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

function stepOf(instruction: Instruction): Step {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  return {
    keyword: instruction.getKeyword(),
    text: instruction.getArgumentsContent() ?? '',
    words: instruction.getArguments().map((word) => word.getValue()),
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
  };
}

/** The words of an instruction in its JSON form; undefined where a shell would read it. */
export function jsonForm(text: string): readonly string[] | undefined {
  try {
    return JSON.parse(text) as readonly string[];
  } catch {
    return undefined;
  }
}

/** What is wrong with a Dockerfile, by the rules of this project. */
export function faultsOf(dockerfile: string): readonly string[] {
  const stages = stagesOf(dockerfile);
  const steps = stages.flatMap((stage) => stage.steps);
  const image = stages.at(-1)?.steps ?? [];
  const last = (keyword: string) => image.findLast((step) => step.keyword === keyword);
  const named = stages.map(({ name }) => name);
  return [
    ...stages
      .filter(({ base }) => !named.includes(base) && !/^[\w./-]+:\d+/.test(base))
      .map(({ base }) => `${base}: the base has no version`),
    ...steps.filter(({ keyword }) => keyword === 'ADD').map(({ text }) => `ADD ${text}: COPY does`),
    ...steps
      .filter(
        ({ keyword, flags }) => keyword === 'COPY' && flags['from'] !== undefined && !named.includes(flags['from']),
      )
      .map(({ flags }) => `COPY --from=${flags['from']}: no such stage`),
    ...steps
      .filter(({ keyword, text }) => /^(ENV|ARG)$/.test(keyword) && /token|secret|passw/i.test(text))
      .map(({ text }) => `${text}: a secret in the image`),
    ...(/^(?!root\b|0\b)./.test(last('USER')?.text ?? '') ? [] : ['it runs as root']),
    ...(jsonForm(last('CMD')?.text ?? '') ? [] : ['CMD is not in JSON form: signals would end at a shell']),
    ...(last('HEALTHCHECK') ? [] : ['HEALTHCHECK is missing']),
    ...(image.findLastIndex(({ keyword }) => keyword === 'RUN') > image.findIndex(({ keyword }) => keyword === 'USER')
      ? ['RUN after USER']
      : []),
  ];
}
